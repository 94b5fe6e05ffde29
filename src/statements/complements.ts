import { hasTensed, isBreak, isTensed, isTime, isWh, nounPhraseAt, type Range, skipAdverbials, verbGroupAt } from "./clauses.ts";
import { CUE_NOUNS, cuesOf, type Frames } from "./cues.ts";
import { type Item, isQuote } from "./skeleton.ts";
import { subjectBefore } from "./sources.ts";

/** What follows a cue and is its content; `how` tells which frame it fills. */
export interface Complement extends Range {
  readonly how: "quotation" | "colon" | "that" | "wh" | "bare" | "to" | "object";
}

const QUESTION = /^(whether|if|how|why|what|where|who|when|which)$/;
const isQuestion = (items: readonly Item[], at: number): boolean =>
  QUESTION.test(items[at]!.word) && !(items[at]!.word === "when" && items[at + 1]?.pos === "VERB");

/** A participle or phrase after a comma that comments on the saying and is no part of what was said. */
const TRAILING = new Set(
  "referring alluding citing speaking pointing using echoing gesturing according describing standing appearing writing reading paraphrasing invoking responding in when during".split(
    " ",
  ),
);

/** "without elaborating": nothing of it was said. */
const WITHHELD =
  /^(elaborat|offer|giv|provid|specify|nam|explain|go|detail|mention|identify|cit|add|say|tak|address|disclos|reveal)ing$/;

/** A noun phrase and then a verb: a clause without "that". */
function isBareClause(items: readonly Item[], from: number, limit: number): boolean {
  const first = items[from];
  if (!first || from >= limit) return false;
  if (first.pos === "PRON" && isQuote(items[from + 1]) && from + 1 < limit) return true;
  if (/^(there|it|he|she|they|we|i|you|this|that|these|those|if)$/.test(first.word))
    return hasTensed(items, { from: from + 1, to: Math.min(limit, from + 14) });
  const thing = nounPhraseAt(items, from, limit);
  if (thing.to > thing.from && isQuote(items[thing.to]) && thing.to < limit) return true;
  if (
    /^(ADP|SCONJ)$/.test(first.pos) &&
    !/^(if|at|when)$/.test(first.word) &&
    !items
      .slice(from, from + 15)
      .some(({ word }, k) => word === "," && /^(DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(items[from + k + 1]?.pos ?? ""))
  )
    return false;
  if (
    !/^(DET|NOUN|PROPN|PRON|ADJ|NUM|QUOTE|SYM|ADV)$/.test(first.pos) &&
    !(first.pos === "VERB" && first.word.endsWith("ing")) &&
    !/^(in|at|as|when|while|after|for|by|with|about|since|because|once)$/.test(first.word)
  )
    return false;
  for (let i = from + 1; i < Math.min(limit, from + 30); i++) {
    if (items[i]!.word === ";" || items[i]!.word === ":") return false;
    if (isTensed(items, i)) return true;
  }
  return false;
}

/** Reads what stands behind a cue that ends before `from`. Null where its content must stand before it. */
export function complementAfter(items: readonly Item[], from: number, frames: Frames, quotes: boolean): Complement | null {
  const limit = contentLimit(items, from);
  const whom = frames.has("whom") || frames.has("whom-to") || frames.has("whom-wh");
  if (whom) {
    const listener = nounPhraseAt(items, from, limit);
    if (listener.to > listener.from) {
      const direct = items[listener.to];
      if (
        frames.has("whom-to") &&
        direct &&
        /^(to|not)$/.test(direct.word) &&
        /^(VERB|AUX|PART|ADV)$/.test(items[listener.to + 1]?.pos ?? "")
      )
        return { from, to: contentEnd(items, from, limit), how: "to" };
      const next = skipAdverbials(items, listener.to, limit);
      const found =
        open(items, next, limit, new Set(["clause", ...(frames.has("whom-wh") ? ["wh"] : [])]), true) ??
        (next > listener.to ? open(items, listener.to, limit, new Set(["clause"]), true) : null);
      if (found && (frames.has("whom") || found.how === "wh" || found.how === "quotation" || found.how === "colon")) return found;
      if (!frames.has("clause") && !frames.has("that") && !frames.has("object")) return null;
    } else if (isQuote(items[from]) || items[from]?.word === ":") return open(items, from, limit, frames, quotes);
  }
  if (frames.has(items[from]?.word ?? "") && items[from]!.word !== "to") return open(items, from, limit, frames, quotes);
  const after = skipAdverbials(items, from, limit);
  const late =
    after > from && !(items[after] && isTensed(items, after) && !frames.has("object"))
      ? open(items, after, limit, frames, quotes)
      : null;
  const early = open(items, from, limit, frames, quotes);
  return late ?? early;
}

function open(items: readonly Item[], at: number, limit: number, frames: Frames, quotes: boolean): Complement | null {
  const item = items[at];
  if (!item || at >= limit) return null;
  const upTo = (from: number, how: Complement["how"]): Complement | null => {
    const to = contentEnd(items, from, limit);
    return to > from ? { from, to, how } : null;
  };
  const next = items[at + 1];
  if (isTime(item) && next?.word !== "'s" && skipAdverbials(items, at, limit) >= at + 1) return null;
  if (/^(last|next|this|earlier|late|early)$/.test(item.word) && next && isTime(next)) return null;
  const clausal = frames.has("clause") || frames.has("that");
  if (item.word === ":" && quotes) return next && (isQuote(next) || items.length - at > 4) ? upTo(at + 1, "colon") : null;
  if (item.word === "," && isQuote(next) && quotes) return upTo(at + 1, "quotation");
  const comma = item.word === "," && next?.word === "that" ? 1 : 0;
  if (clausal && items[at + comma]?.word === "that") {
    const behind = items[at + comma + 1];
    const pointing = behind && (/^(AUX|VERB)$/.test(behind.pos) || isBreak(behind)) && !behind.word.endsWith("ing");
    if (behind?.word === "," || !behind || isBreak(behind)) return behind?.word === "," ? upTo(at + comma + 2, "that") : null;
    return upTo(at + comma + (pointing ? 0 : 1), "that");
  }
  if (isQuote(item) && quotes && (clausal || frames.size === 0 || frames.has("object") || frames.has("describe")))
    return upTo(at, "quotation");
  if (frames.has("wh") && isQuestion(items, at)) return upTo(at, "wh");
  if (frames.has("to") && item.word === "to" && /^(VERB|AUX|ADV)$/.test(next?.pos ?? "")) return upTo(at, "to");
  if (frames.has("clause") && !isTime(item) && isBareClause(items, at, limit)) return upTo(at, "bare");
  if (frames.has("describe")) return describes(items, at, limit) ? upTo(at, "object") : null;
  if (frames.has("as") && describes(items, at, limit)) return upTo(at, "object");
  if (/^(ADP|SCONJ)$/.test(item.pos) && frames.has(item.word) && next && !isBreak(next)) return upTo(at + 1, "object");
  if (
    frames.has("object") &&
    /^(DET|NOUN|PROPN|PRON|ADJ|NUM|QUOTE|SYM)$/.test(item.pos) &&
    !isWh(item) &&
    !(isTime(item) && item.capital)
  ) {
    const alone = item.pos === "PRON" && (!next || isBreak(next));
    return alone ? null : upTo(at, "object");
  }
  return null;
}

/** "called the plan a mistake", "called it “dead”", "referred to him as". */
function describes(items: readonly Item[], at: number, limit: number): boolean {
  const thing = nounPhraseAt(items, at, limit);
  if (isQuote(items[at])) return true;
  const after = items[thing.to];
  if (thing.to === thing.from || !after || thing.to >= limit) return false;
  return (
    isQuote(after) ||
    after.word === "as" ||
    (after.pos === "DET" && thing.to - thing.from > 0) ||
    (after.pos === "ADJ" && !isTime(after))
  );
}

/** "expressed hope that", "voiced support for": where the content of a light verb's noun begins, or -1. */
export function afterCueNoun(items: readonly Item[], from: number): number {
  let i = from;
  while (i < from + 4 && items[i] && /^(DET|ADJ|ADV|PRON|NOUN)$/.test(items[i]!.pos) && !CUE_NOUNS.has(items[i]!.word)) i++;
  if (!items[i] || !CUE_NOUNS.has(items[i]!.word)) return -1;
  while (items[i + 1]?.word === "and" && items[i + 2]?.pos === "NOUN") i += 2;
  const next = items[i + 1];
  return next && (next.word === "that" || next.pos === "ADP" || next.word === "for") && items[i + 2] ? i + 2 : -1;
}

function contentLimit(items: readonly Item[], from: number): number {
  let depth = 0;
  for (let i = from; i < items.length; i++) {
    if (items[i]!.word === "(") depth++;
    else if (items[i]!.word === ")" && --depth < 0) return i;
  }
  return items.length;
}

/** Where content that begins at `from` ends: at the sentence's end, or before the next report or a comment on this one. */
export function contentEnd(items: readonly Item[], from: number, limit: number): number {
  let end = limit;
  for (let i = from + 1; i < limit; i++) {
    const item = items[i]!;
    const before = items[i - 1]!;
    if (i === from + 1 && isQuote(before) && leavesQuotation(items, i)) return i;
    const stop = stops(items, i, from);
    if (stop >= 0) {
      end = stop;
      break;
    }
    if (item.word === "without" && WITHHELD.test(items[i + 1]?.word ?? "")) {
      end = i;
      break;
    }
    if ((before.word === "," || (isQuote(before) && /^(in|when|during)$/.test(item.word) === false)) && TRAILING.has(item.word)) {
      const remark = /^(in|when|during)$/.test(item.word)
        ? trailingRemark(items, i, limit)
        : before.word === "," || isQuote(before);
      if (remark) {
        end = i;
        break;
      }
    }
    if (
      i > from + 1 &&
      item.pos === "ADP" &&
      /^(in|at|during|on)$/.test(item.word) &&
      hasTensed(items, { from, to: i }) &&
      trailingRemark(items, i, limit)
    ) {
      end = i;
      break;
    }
  }
  return withoutTail(items, from, end);
}

/** "in an interview with ...", "when asked about ..." at the very end of the sentence. */
function trailingRemark(items: readonly Item[], at: number, limit: number): boolean {
  const item = items[at]!;
  if (item.word === "when") return /^(ask|press|question)$/.test(items[at + 1]?.lemma ?? "");
  const setting = items
    .slice(at + 1, at + 5)
    .some(({ word }) => /^(interview|statement|tweet|email|briefing|conference|speech)$/.test(word));
  const article = /^(an?|another|separate|written|news|press|joint)$/.test(items[at + 1]?.word ?? "");
  return setting && article && !hasTensed(items, { from: at, to: limit });
}

/** `said "no" and left`, `said "no" as she left`: what follows a quotation and tells what happened. */
function leavesQuotation(items: readonly Item[], i: number): boolean {
  const { pos, word } = items[i]!;
  if (pos === "CCONJ") return items[i + 1]?.pos === "VERB" && isTensed(items, i + 1);
  return /^(as|while|before|after|when|during)$/.test(word);
}

/** If a new report begins at `i`, where the old content ends; else -1. */
function stops(items: readonly Item[], i: number, from: number): number {
  const item = items[i]!;
  const before = items[i - 1]!;
  if (item.lemma === "accord" && items[i + 1]?.word === "to") return before.word === "as" ? i - 1 : i;
  if (item.pos !== "VERB") return -1;
  const senses = cuesOf(item.lemma).filter(({ class: kind }) => kind !== "thought" && kind !== "finding");
  if (senses.length === 0) return -1;
  const group = verbGroupAt(items, i);
  if (group.infinitive || group.passive) return -1;
  const left = items[group.from - 1];
  if (!left || group.from <= from) return -1;
  const fills = () => senses.some(({ frames }) => fillsAfter(items, i + 1, frames));
  if (group.participle)
    return (left.word === "," || isQuote(left) || (left.pos === "CCONJ" && items[group.from - 2]?.word === ",")) && fills()
      ? group.from
      : -1;
  if (left.pos === "CCONJ") return fills() ? group.from - 1 : -1;
  if (left.word === "," && /(ed|said|told)$/.test(item.word) && fills()) return group.from - 1;
  const subject = subjectBefore(items, group.from);
  if (!subject || subject.clause <= from) return -1;
  const edge = items[subject.clause - 1]!;
  if (/^(which|who|whom)$/.test(edge.word) && isBreak(items[subject.clause - 2] ?? edge)) return subject.clause - 1;
  if (/^(;|:)$/.test(edge.word)) return subject.clause;
  if (edge.pos === "CCONJ" && fills() && (isBreak(items[subject.clause - 2] ?? item) || isQuote(items[subject.clause - 2])))
    return subject.clause - 1;
  if (isQuote(edge) && subject.clause > from + 1) return subject.clause;
  return -1;
}

/** A look without recursion at whether a cue is followed by something it takes. */
function fillsAfter(items: readonly Item[], from: number, frames: Frames): boolean {
  const next = items[from];
  if (!next) return false;
  if (isQuote(next) || next.word === "that" || next.word === ":" || (next.word === "," && isQuote(items[from + 1]))) return true;
  if (frames.has(next.word)) return true;
  if (frames.has("to") && next.word === "to") return true;
  if (frames.has("wh") && isQuestion(items, from)) return true;
  if (
    frames.has("clause") &&
    (isBareClause(items, from, items.length) || isBareClause(items, skipAdverbials(items, from, items.length), items.length))
  )
    return true;
  return (
    (frames.has("object") || frames.has("describe") || frames.has("whom") || frames.has("whom-to")) &&
    /^(DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(next.pos)
  );
}

/** Content ends without the sentence's full stop, a hanging comma or conjunction. */
function withoutTail(items: readonly Item[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const item = items[end - 1]!;
    const hanging =
      (item.pos === "PUNCT" && !/^[)\]%']$/.test(item.word)) ||
      item.pos === "CCONJ" ||
      (item.pos === "ADV" && isBreak(items[end - 2] ?? item) && end < to);
    if (!hanging) break;
    end--;
  }
  return end;
}
