import type { Span } from "../model.ts";
import { firstIndex } from "./bisect.ts";
import type { Document } from "./document.ts";

/** The lemmas of a span's tokens, in order. */
export function lemmasIn({ starts, ends, lemmas }: Document, { start, end }: Span): string[] {
  const from = firstIndex(ends.length, (k) => ends[k]! > start);
  let to = from;
  while (to < starts.length && starts[to]! < end) to++;
  return lemmas.slice(from, to);
}
