import type { Span } from "../model.ts";
import type { Document } from "./document.ts";

/** The lemmas of a span's tokens, in order. */
export function lemmasIn({ starts, ends, lemmas }: Document, { start, end }: Span): string[] {
  const from = firstTokenAt(ends, start);
  let to = from;
  while (to < starts.length && starts[to]! < end) to++;
  return lemmas.slice(from, to);
}

/** The first token that ends behind an offset. */
function firstTokenAt(ends: Int32Array, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
