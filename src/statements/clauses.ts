import { CALENDAR } from "./calendar.ts";
import { NEGATIONS, REFUSALS } from "./cues.ts";
import type { Item } from "./skeleton.ts";

/** Items `[from, to)` of one unit. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const PERSONAL = new Set("he she they we i it you who".split(" "));
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const INSIDE = new Set(["NOUN", "PROPN", "NUM", "ADJ", "SYM"]);
const TIMES = new Set(
  "today tomorrow yesterday tonight week month year day night morning afternoon evening weekend hour minute time days weeks months years hours minutes earlier later ago recently once again".split(
    " ",
  ),
);
const WH = new Set("who whom whose which what where when why how whether if that".split(" "));

export const isTime = (item: Item): boolean =>
  TIMES.has(item.word) || (item.capital && CALENDAR.has(item.word)) || (item.word.length === 4 && /^\d{4}$/.test(item.word));
export const isWh = (item: Item): boolean => WH.has(item.word);
export const isBreak = (item: Item): boolean => item.pos === "PUNCT" && !/^[-/'&]$|^\.{2,}$|^\u2026$/.test(item.word);

/** A verb that can stand for a whole clause: no participle in -ing, no infinitive. */
export function isTensed(items: readonly Item[], i: number): boolean {
  const item = items[i]!;
  if (item.pos === "AUX")
    return item.word !== "be" && item.word !== "being" && item.word !== "been" && items[i - 1]?.word !== "to";
  if (item.pos !== "VERB" || item.word.endsWith("ing")) return false;
  const before = items[i - 1];
  if (before?.word === "-" || items[i + 1]?.word === "-") return false;
  return before?.word !== "to" && before?.pos !== "DET" && before?.pos !== "ADJ";
}

export function hasTensed(items: readonly Item[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isTensed(items, i)) return true;
  return false;
}

/** The noun phrase that begins at `from`, with what hangs on it by "of", or an empty range. */
export function nounPhraseAt(items: readonly Item[], from: number, limit: number): Range {
  let i = from;
  let head = false;
  let last = "";
  for (; i < limit; i++) {
    const item = items[i]!;
    const before = items[i - 1];
    if (item.pos === "PRON" && i === from && !isWh(item)) {
      if (PERSONAL.has(item.word) || /^(him|her|them|us|me)$/.test(item.word)) {
        const possessive = item.word === "her" && INSIDE.has(items[i + 1]?.pos ?? "");
        if (!possessive) return { from, to: i + 1 };
      }
      head = true;
    } else if (item.pos === "DET") {
      if (head && before && !/^(of|all|both)$/.test(before.word)) break;
    } else if (INSIDE.has(item.pos)) {
      if (head && isTime(item) && item.capital) break;
      head = true;
    } else if (item.pos === "PART" && /^'s?$/.test(item.word)) head = false;
    else if (
      item.word === "-" ||
      item.word === "/" ||
      (item.word === "." && before && before.end === item.start && i + 1 < limit)
    )
      continue;
    else if (item.pos === "QUOTE" && last === "PROPN" && items[i + 1]?.pos === "PROPN" && item.end - item.start < 24) continue;
    else if (item.word === "of" && head && i + 1 < limit) head = false;
    else if (/^(and|&)$/.test(item.word) && last === "PROPN" && items[i + 1]?.pos === "PROPN") head = false;
    else if (
      item.pos === "VERB" &&
      !head &&
      /(ed|ing|en)$/.test(item.word) &&
      before &&
      (before.pos === "DET" || before.pos === "ADJ")
    ) {
    } else if (item.word === "(" && items.slice(i, i + 6).some(({ word }) => word === ")") && last === "PROPN") {
      i = items.findIndex(({ word }, at) => at > i && word === ")");
    } else break;
    last = item.pos;
  }
  while (i > from && !NOMINAL.has(items[i - 1]!.pos) && !/^(ADJ|PUNCT)$/.test(items[i - 1]!.pos)) i--;
  if (i > from && items[i - 1]!.pos === "PUNCT" && items[i - 1]!.word !== ")") i--;
  return { from, to: i };
}

/** Skips "Monday", "last week", "on Tuesday", "in a statement to the press", "at a rally in Ohio" and adverbs; returns where it stopped. */
export function skipAdverbials(items: readonly Item[], from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const item = items[i]!;
    const next = items[i + 1];
    if (isWh(item) || (isTime(item) && next?.word === "'s")) return i;
    if (
      item.pos === "ADV" ||
      item.pos === "INTJ" ||
      (isTime(item) && (item.capital || !NOMINAL.has(next?.pos ?? "") || next?.word === "that"))
    )
      i++;
    else if (isTime(item) && items[i + 1] && isTime(items[i + 1]!)) i++;
    else if (/^(last|this|next|earlier|late|early)$/.test(item.word) && items[i + 1] && isTime(items[i + 1]!)) i += 2;
    else if (item.pos === "ADP" || (item.word === "to" && !/^(VERB|AUX)$/.test(items[i + 1]?.pos ?? ""))) {
      if (/^(least|most|once)$/.test(next?.word ?? "")) return i;
      const phrase = nounPhraseAt(items, i + 1, limit);
      if (phrase.to > phrase.from) {
        i = phrase.to;
        if (items[i]?.pos === "VERB" && items[i]!.word.endsWith("ed") && items[i + 1]?.pos === "ADP") i++;
      } else if (items[i + 1]?.pos === "ADP") i++;
      else return i;
    } else return i;
  }
  return i;
}

/** The auxiliaries and adverbs before a verb, and what they tell. */
export interface VerbGroup extends Range {
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly participle: boolean;
  readonly modal: boolean;
}

export function verbGroupAt(items: readonly Item[], verb: number): VerbGroup {
  let from = verb;
  let negated = false;
  let infinitive = false;
  let be = false;
  let have = false;
  let modal = false;
  while (from > 0) {
    const item = items[from - 1]!;
    if (NEGATIONS.has(item.word)) negated = true;
    else if (item.word === "since" && items[from - 2]?.pos === "AUX") {
      from--;
      continue;
    } else if (item.pos === "AUX") {
      if (item.lemma === "be" || /^(am|is|are|was|were|be|been|being|'s|'re|'m)$/.test(item.word)) be = true;
      else if (item.lemma === "have") have = true;
      else if (item.lemma !== "do") modal = true;
    } else if (item.word === "to" && !infinitive) {
      infinitive = true;
      const governor = items[from - 2];
      if (governor && REFUSALS.has(governor.lemma)) negated = true;
    } else if (item.pos !== "ADV") break;
    else if (isTime(item) && from - 1 === 0) break;
    from--;
    if (infinitive) break;
  }
  while (from < verb && items[from]!.pos === "ADV") from++;
  const word = items[verb]!.word;
  const ing = word.endsWith("ing");
  const perfect = have && !be;
  return { from, to: verb + 1, negated, infinitive, modal, passive: be && !ing && !perfect, participle: ing && !be };
}
