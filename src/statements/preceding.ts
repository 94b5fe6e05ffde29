import { hasTensed, isBreak, type Range } from "./clauses.ts";
import { contentEnd } from "./complements.ts";
import type { Found } from "./found.ts";
import { type Item, isQuote } from "./skeleton.ts";

/** The clause or quotation that ends right before `to`, down to the start of the unit or the report before. */
export function contentBefore(items: readonly Item[], to: number, found: readonly Found[]): Range | null {
  let end = to;
  while (end > 0 && /^[,\u2014\u2013;]$|^--?$/.test(items[end - 1]!.word)) end--;
  const comma = end < to;
  if (end === 0) return null;
  const last = items[end - 1]!;
  if (!comma && !isQuote(last) && !/^[?!\u2026]$|^\.\.\.$/.test(last.word)) return null;
  let floor = behindDateline(items);
  for (const { content, cue } of found)
    if (content.some((range) => range.to <= cue.from) && cue.to < end) floor = Math.max(floor, cue.to);
  while (floor < end && (isBreak(items[floor]!) || items[floor]!.pos === "CCONJ")) floor++;
  if (isQuote(last)) {
    let from = end - 1;
    while (from > floor && (isQuote(items[from - 1]) || (items[from - 1]!.word === "," && isQuote(items[from - 2])))) from--;
    const edge = items[from - 1];
    const whole =
      !edge ||
      from <= floor ||
      (isBreak(edge) && edge.word !== "(" && (items[from]!.capital || edge.word === ":")) ||
      (edge.pos === "CCONJ" && items[from]!.capital);
    if (whole) return { from, to: end };
    return { from: floor, to: end };
  }
  const range = { from: floor, to: end };
  return end > floor && (hasTensed(items, range) || items.slice(floor, end).some(isQuote) || end - floor <= 12) ? range : null;
}

/** Where the text begins behind "VELISSE (AP) —". */
function behindDateline(items: readonly Item[]): number {
  const dash = items.slice(0, 12).findIndex(({ word }) => /^[\u2014\u2013-]$|^--$/.test(word));
  const placed = dash > 0 && /^\p{Lu}{3,}/u.test(items[0]!.written) && items[dash]!.start > items[dash - 1]!.end;
  return placed ? dash + 1 : 0;
}

/** What stands before a tag, and after it where it goes on: `"A," he said, "B"`; "The deal, he said, is off". */
export function around(items: readonly Item[], before: Range | null, rest: number): Range[] | null {
  if (!before) return null;
  const next = items[rest];
  const complete = hasTensed(items, before) || isQuote(items[before.to - 1]);
  const content: Range[] = [before];
  if (next && isQuote(next)) content.push({ from: rest, to: contentEnd(items, rest, items.length) });
  else if (next && /^[,:\u2014\u2013]$/.test(next.word) && items[rest + 1]) {
    const follow = items[rest + 1]!;
    const quoted = isQuote(items[before.to - 1]);
    const goesOn = quoted
      ? isQuote(follow)
      : !follow.word.endsWith("ing") &&
        !/^(who|which|whose|as|when|while|without|according|citing|in|at|during|after|before|a|an|speaking|adding|saying)$/.test(
          follow.word,
        );
    if (isQuote(follow) || goesOn || !complete) {
      const to = contentEnd(items, rest + 1, items.length);
      if (to > rest + 1) content.push({ from: rest + 1, to });
    }
  }
  return complete || content.length > 1 ? content : null;
}
