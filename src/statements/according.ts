import { hasTensed, isBreak, isTensed, type Range } from "./clauses.ts";
import { contentEnd } from "./complements.ts";
import type { Found } from "./found.ts";
import { around, contentBefore } from "./preceding.ts";
import { type Item, isQuote } from "./skeleton.ts";

/** A verb that ends a noun phrase: "according to a list seen by" goes on. */
const isVerbOf = (items: readonly Item[], i: number): boolean =>
  isTensed(items, i) && !(items[i]!.pos === "VERB" && (/(ed|en|wn)$/.test(items[i]!.word) || items[i + 1]?.word === "by"));

/** "according to the ministry". */
export function according(items: readonly Item[], i: number, found: readonly Found[]): Found | null {
  let to = i + 2;
  while (
    to < items.length &&
    !isBreak(items[to]!) &&
    !isQuote(items[to]) &&
    !isVerbOf(items, to) &&
    !/^(who|which|as|because|while|but|that)$/.test(items[to]!.word)
  )
    to++;
  const source = { from: i + 2, to };
  if (to === i + 2) return null;
  const cue = { from: i, to: i + 2 };
  const made = (content: readonly Range[]): Found => ({ source, cue, content, class: "speech", confidence: 0.85 });
  let floor = 0;
  for (const { content, cue: other } of found)
    if (content.some((range) => range.to <= other.from)) floor = Math.max(floor, other.to);
  while (floor < i && (isBreak(items[floor]!) || items[floor]!.pos === "CCONJ")) floor++;
  const bare = i > floor && !isBreak(items[i - 1]!) && items[i - 1]!.pos !== "CCONJ" && !isQuote(items[i - 1]);
  const before = bare ? { from: floor, to: i } : contentBefore(items, i, found);
  const end = items[to];
  if (before && hasTensed(items, before)) return made([before]);
  if (before && isQuote(items[before.to - 1])) return made(around(items, before, to) ?? [before]);
  const tagged = found.findLast(
    ({ content, cue: other }) => other.to <= floor && content.every((range) => range.to <= other.from),
  );
  if (tagged) return made([{ from: tagged.content[0]!.from, to: isBreak(items[i - 1]!) ? i - 1 : i }]);
  if (end?.word === ",") {
    let from = to + 1;
    const second = items.findIndex(({ word }, k) => k > from && word === ",");
    if (
      second > 0 &&
      !hasTensed(items, { from, to: second }) &&
      hasTensed(items, { from: second, to: items.length }) &&
      /^(DET|PROPN|NUM|PRON)$/.test(items[from]!.pos) &&
      items[second + 1] &&
      !isTensed(items, second + 1)
    ) {
      from = second + 1;
    }
    const after = contentEnd(items, from, items.length);
    if (after > from) return made(before ? [before, { from, to: after }] : [{ from, to: after }]);
  }
  return null;
}
