import { isTensed, isTime, nounPhraseAt, type Range } from "./clauses.ts";
import type { Attribution } from "./found.ts";
import { type Item, isQuote, type Unit } from "./skeleton.ts";

/** Items of a line that is a quotation with a signature. */
const LONGEST_SIGNATURE = 16;
const SIGNED = 0.95;

/** The name of `― Ann Lee, 45, a teacher`, where that is all that stands from `dash` on. */
function signature(items: readonly Item[], dash: number): Range | null {
  if (items.length - dash > LONGEST_SIGNATURE || !/^(?:[\u2013-\u2015]|--?)$/.test(items[dash]?.word ?? "")) return null;
  const name = nounPhraseAt(items, dash + 1, items.length);
  const behind = items[name.to];
  const whole = name.to > name.from && (!behind || /^[,.(]$/.test(behind.word)) && items[name.from]!.capital;
  // "Document found on street" — Velisse Herald, March 19, 2008: a title in a list of sources.
  return whole && !items.some((item, i) => i > dash && (isTensed(items, i) || isTime(item))) ? name : null;
}

/** `"It leaks." ― Ann Lee`: a quotation and who signs it, in one unit or, where the quotation ends a sentence, in two. */
export function signed({ items, paragraph }: Unit, before: Unit | undefined, after: Unit | undefined): Attribution | null {
  if (after?.paragraph === paragraph && !isQuote(after.items[0])) return null; // a signature ends its paragraph
  const dash = isQuote(items[0]) ? 1 : 0;
  const quotation = dash === 1 ? items[0]! : before?.paragraph === paragraph ? before.items.at(-1) : undefined;
  const name = isQuote(quotation) ? signature(items, dash) : null;
  if (!name || !quotation) return null;
  return {
    source: { start: items[name.from]!.start, end: items[name.to - 1]!.end },
    cue: { start: items[dash]!.start, end: items[dash]!.end },
    content: [{ start: quotation.start, end: quotation.end }],
    class: "speech",
    confidence: SIGNED,
  };
}
