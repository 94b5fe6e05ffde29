import type { Span } from "../model.ts";
import { firstIndex } from "./bisect.ts";
import type { Quotation } from "./quotations.ts";

/** One paragraph's part of a quotation that stands in no other. */
export interface Fragment {
  readonly quotation: Quotation;
  readonly outer: Span;
  readonly inner: Span;
}

/** All fragments of the outermost quotations, in the order of the text; they do not overlap. */
export const readFragments = (quotations: readonly Quotation[]): Fragment[] =>
  quotations
    .filter(({ depth }) => depth === 0)
    .flatMap((quotation) => quotation.outer.map((outer, i) => ({ quotation, outer, inner: quotation.inner[i]! })))
    .sort((a, b) => a.outer.start - b.outer.start);

/** Those that share a character with the span. */
export function fragmentsIn(fragments: readonly Fragment[], span: Span): Fragment[] {
  const first = firstIndex(fragments.length, (k) => fragments[k]!.outer.end > span.start);
  let behind = first;
  while (behind < fragments.length && fragments[behind]!.outer.start < span.end) behind++;
  return fragments.slice(first, behind);
}

/** A test for offsets that stand in one of `fragments`, in order; quickest for offsets that ascend. */
export function createQuotedTest(fragments: readonly Fragment[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at > 0 && fragments[at - 1]!.outer.end > offset) at--;
    while (at < fragments.length && fragments[at]!.outer.end <= offset) at++;
    return at < fragments.length && fragments[at]!.outer.start <= offset;
  };
}
