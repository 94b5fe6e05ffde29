import { hasTensed, isBreak, isTensed, isTime, isWh, nounPhraseAt, type Range, verbGroupAt } from "./clauses.ts";
import { CUE_DOCUMENTS } from "./cues.ts";
import type { Item } from "./skeleton.ts";

/** A speaker's noun phrase and the word before it that binds its clause to another ("who", "as", "which"), or "". */
export interface Subject extends Range {
  readonly binder: string;
  /** Where the clause of the subject begins, apposition and adverbs included. */
  readonly clause: number;
}

const STARTS = new Set(["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "QUOTE", "SYM"]);
const NOBODY = /^(nobody|none|neither|no|there|you|what|which|that|whatever|this|these|those|nothing)$/;
const SETTING =
  /^(interview|conference|briefing|statement|speech|letter|email|e-mail|tweet|memo|note|post|remarks|comments|debate|rally|hearing|report)$/;

/** Goes left to where the clause of `to` begins: behind a break, a quotation, a conjunction or a relative word. */
function clauseStart(items: readonly Item[], to: number): number {
  let i = to;
  while (i > 0) {
    const item = items[i - 1]!;
    if (item.pos === "QUOTE") {
      const nickname = items[i - 2]?.pos === "PROPN" && items[i]?.pos === "PROPN" && item.end - item.start < 24;
      if (!nickname) return i;
    } else if (item.word === ")" && i > 1) {
      const open = items.slice(Math.max(0, i - 8), i).findLastIndex(({ word }) => word === "(");
      if (open < 0) return i;
      i = Math.max(0, i - 8) + open + 1;
    } else if (item.pos === "CCONJ") {
      const before = clauseStart(items, i - 1);
      const joined = i - 1 > before && !hasTensed(items, { from: before, to: i - 1 }) && STARTS.has(items[before]!.pos);
      const nominal = /^(NOUN|PROPN|PRON)$/.test(items[i - 2]?.pos ?? "") && item.word !== "but";
      return joined && nominal && !isTime(items[i - 2]!) ? before : i;
    } else if (
      isBreak(item) ||
      item.pos === "SCONJ" ||
      item.word === "as" ||
      (isWh(item) && !(item.pos === "DET" && item.word === "that"))
    )
      return i;
    i--;
  }
  return 0;
}

/** Takes "on Friday", "in a statement", "also" off the end of what stands before a verb. */
function withoutAdverbials(items: readonly Item[], { from, to }: Range): Range {
  let end = to;
  for (;;) {
    let next = end;
    if (next > from && items[next - 1]!.pos === "ADV") next--;
    while (next > from + 1 && isTime(items[next - 1]!)) next--;
    if (next < end && next > from && /^(ADP|DET)$/.test(items[next - 1]!.pos)) next--;
    if (next > from && /^(last|this|next|on|in|at)$/.test(items[next - 1]!.word)) next--;
    const place = items.slice(Math.max(from, next - 6), next).findLastIndex(({ pos }) => pos === "ADP");
    if (place > 0 && SETTING.test(items[next - 1]?.lemma ?? "")) {
      const at = Math.max(from, next - 6) + place;
      if (/^(in|at|during|on)$/.test(items[at]!.word)) next = at;
    }
    if (next === end || next <= from) return { from, to: end };
    end = next;
  }
}

/** The smallest clean noun phrase that ends at `to`. */
function phraseEndingAt(items: readonly Item[], floor: number, to: number): Range | null {
  let from = -1;
  for (let i = to - 1; i >= Math.max(floor, to - 12); i--) {
    const item = items[i]!;
    if (i < to - 1 && isTime(item) && item.capital) break;
    if (item.pos === "ADP" && item.word !== "of") break;
    if ((item.pos === "VERB" && !/(ed|ing)$/.test(item.word)) || item.pos === "AUX" || isBreak(item)) break;
    if (nounPhraseAt(items, i, to).to === to) from = i;
    if (item.pos === "DET" && items[i - 1]?.word !== "of") break;
  }
  if (from < 0) return null;
  if (items[from - 1]?.pos !== "ADP") return { from, to };
  // "After the meeting Ann Lee": the name at the end of a preposition's phrase is the subject.
  for (let i = from + 1; i < to; i++)
    if (items[i]!.pos === "PROPN" && !/^(PROPN|DET|ADJ)$/.test(items[i - 1]!.pos) && items[i - 1]!.word !== "of")
      return { from: i, to };
  return null;
}

/** Whether a stretch of items is one noun phrase, whatever hangs on it. */
function isPhrase(items: readonly Item[], { from, to }: Range): boolean {
  if (to <= from || !STARTS.has(items[from]!.pos)) return false;
  // Before its verb a subject can hold a participle ("a report published on Monday"), but no other verb.
  for (let i = from; i < to; i++)
    if (
      isTensed(items, i) &&
      !(
        items[i]!.pos === "VERB" &&
        (/(ed|en|wn|id)$/.test(items[i]!.word) || items[i + 1]?.word === "by") &&
        /^(NOUN|PROPN|NUM)$/.test(items[i - 1]?.pos ?? "")
      )
    )
      return false;
  const last = items[to - 1]!;
  return /^(NOUN|PROPN|PRON|NUM|ADJ)$/.test(last.pos) || last.word === ")" || (last.pos === "VERB" && last.word.endsWith("ed"));
}

function lead(items: readonly Item[], from: number, to: number): number {
  let i = from;
  while (
    i < to - 1 &&
    (/^(ADV|INTJ|CCONJ)$/.test(items[i]!.pos) ||
      (isTime(items[i]!) && STARTS.has(items[i + 1]!.pos) && items[i + 1]!.pos !== "PROPN"))
  )
    i++;
  return i;
}

function acceptable(items: readonly Item[], { from, to }: Range): boolean {
  const first = items[from]!;
  if ((to - from === 1 && NOBODY.test(first.word)) || /^(no|neither|none)$/.test(first.word)) return false;
  // "Friday, the union, whose members ..., said": a day says nothing.
  const dated = /^(last|this|next|early|late)$/.test(first.word) && to - from > 1 ? from + 1 : from;
  return !items.slice(dated, to).every(isTime);
}

/** Who does what the verb at `verb` tells: the noun phrase before it, past asides and relative clauses. Null where there is none. */
export function subjectBefore(items: readonly Item[], verb: number): Subject | null {
  const read = known.get(items) ?? new Map<number, Subject | null>();
  known.set(items, read);
  if (!read.has(verb)) read.set(verb, findSubject(items, verb));
  return read.get(verb)!;
}

/** The same verb is asked after again and again, from each report that might end before it. */
const known = new WeakMap<readonly Item[], Map<number, Subject | null>>();

function findSubject(items: readonly Item[], verb: number): Subject | null {
  const before = items[verb - 1];
  if (!before) return null;
  if (/^[,\u2014\u2013]$|^--?$/.test(before.word)) return subjectPast(items, verb - 1);
  const clause = clauseStart(items, verb);
  const binder =
    items[clause - 1] &&
    (isWh(items[clause - 1]!) ||
      /^(as|if|when|while|because|after|before|since|although|though|unless|until)$/.test(items[clause - 1]!.word))
      ? items[clause - 1]!.word
      : "";
  const region = withoutAdverbials(items, { from: lead(items, clause, verb), to: verb });
  if (region.to <= region.from || (region.to - region.from === 1 && items[region.from]!.pos === "ADV")) {
    if (!/^(who|which|that)$/.test(binder)) return null;
    const comma = items[clause - 2] && isBreak(items[clause - 2]!) ? 1 : 0;
    const found = phraseEndingAt(items, 0, clause - 1 - comma);
    return found && acceptable(items, found) ? { ...found, binder, clause: found.from } : null;
  }
  if (
    /^(who|which|that)$/.test(binder) &&
    hasTensed(items, { from: clause, to: verb }) &&
    /^(NOUN|PROPN)$/.test(items[clause - 2]?.pos ?? "")
  ) {
    const start = clauseStart(items, clause - 1);
    const head = { from: lead(items, start, clause - 1), to: clause - 1 };
    const found = isPhrase(items, head) ? head : phraseEndingAt(items, start, clause - 1);
    return found && acceptable(items, found) ? { ...found, binder: "", clause: start } : null;
  }
  const pronoun =
    region.to - region.from > 1 &&
    /^(he|she|they|we|it|i)$/.test(items[region.to - 1]!.word) &&
    items[region.to - 2]!.pos !== "CCONJ";
  if (pronoun) return { from: region.to - 1, to: region.to, binder: binder || "that", clause: region.to - 1 };
  const range = isPhrase(items, region) ? region : phraseEndingAt(items, clause, region.to);
  return range && range.to > range.from && acceptable(items, range) ? { ...range, binder, clause } : null;
}

/** "Ann Lee, who leads the union, said": `close` is the comma before the verb, or a quoted title that brings its own. */
export function subjectPast(items: readonly Item[], close: number): Subject | null {
  let soft: Subject | null = null;
  for (let i = close - 1; i > Math.max(0, close - 45); i--) {
    const item = items[i]!;
    if (item.pos === "QUOTE" && !items[i + 1]) break;
    if (item.word !== "," && item.word !== items[close]!.word) continue;
    const clause = clauseStart(items, i);
    const region = withoutAdverbials(items, { from: lead(items, clause, i), to: i });
    if (!isPhrase(items, region) || !acceptable(items, region)) continue;
    const inner = items[i + 1]!;
    const clean =
      isWh(inner) ||
      inner.word.endsWith("ing") ||
      inner.pos === "ADP" ||
      inner.pos === "SCONJ" ||
      !hasOwnVerb(items, { from: i + 1, to: close });
    if (!clean) continue;
    const edge = items[clause - 1];
    const subject = { ...region, binder: edge && (isWh(edge) || edge.word === "as") ? edge.word : "", clause };
    if (!edge || edge.pos === "QUOTE" || edge.pos === "CCONJ" || edge.pos === "SCONJ" || /^[:;.\u2014]$/.test(edge.word))
      return subject;
    soft ??= subject;
  }
  return soft;
}

/** A verb of its own, in no relative clause. */
function hasOwnVerb(items: readonly Item[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    if (/^(who|which|whose|that|where)$/.test(items[i]!.word)) return false;
    if (isTensed(items, i)) return true;
  }
  return false;
}

/** "..., said Ann Lee, who leads the union": the noun phrase after an inverted verb. */
export function subjectAfter(items: readonly Item[], verb: number): Range | null {
  const core = nounPhraseAt(items, verb + 1, items.length);
  if (core.to === core.from) return null;
  let to = core.to;
  const common = items[to - 1]!.pos !== "PROPN" && items[core.from]!.pos !== "PRON";
  while (items[to] && /^(for|at|from|with|of)$/.test(items[to]!.word) && (common || items[to]!.word === "of")) {
    const more = nounPhraseAt(items, to + 1, items.length);
    if (more.to === more.from || items.slice(more.from, more.to).some((item) => isTime(item) || SETTING.test(item.lemma))) break;
    to = more.to;
  }
  const range = withoutAdverbials(items, { from: core.from, to });
  return acceptable(items, range) ? range : null;
}

/** The subject of the main clause before `limit`: whom a participle ("..., adding that") belongs to. */
export function mainSubject(items: readonly Item[], limit: number): Range | null {
  let fallback: Range | null = null;
  for (let i = 0; i < limit; i++) {
    const item = items[i]!;
    if (!/^(VERB|AUX)$/.test(item.pos) || !isTensed(items, i)) continue;
    if (item.pos === "AUX" && items[i + 1] && /^(VERB|AUX|ADV|PART)$/.test(items[i + 1]!.pos) && i + 1 < limit) {
      if (items[i + 1]!.pos === "VERB" || items[i + 1]!.pos === "AUX") continue;
    }
    const subject = subjectBefore(items, verbGroupAt(items, i).from);
    if (!subject) continue;
    if (subject.binder === "") return subject;
    fallback ??= subject;
  }
  return fallback;
}

/** "Calling it a mistake, Ann Lee said": the subject of the clause after an opening participle. */
export function subjectOfNextClause(items: readonly Item[], from: number): Range | null {
  const comma = items.findIndex(({ word }, i) => i > from && word === ",");
  if (comma < 0) return null;
  for (let i = comma + 1; i < items.length; i++)
    if (isTensed(items, i)) {
      const subject = subjectBefore(items, verbGroupAt(items, i).from);
      return subject && subject.from > comma ? subject : null;
    }
  return null;
}

export const isDocument = (item: Item): boolean => CUE_DOCUMENTS.has(item.lemma);
