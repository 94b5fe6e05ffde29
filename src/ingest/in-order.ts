import { Readable } from "node:stream";

/** How many items, for each that is worked on, may have been taken before their turn to be handed on has come. */
const AHEAD = 4;

/**
 * Works on `atOnce` items at a time and hands the results on in the order of the items. It takes only a few items before their turn, so
 * that neither a slow item nor a slow reader of the results piles up the others in memory. The first error of `work` or of the items ends
 * it, and so does `signal`, with its AbortError, once the work in hand is done or given up; the items are closed whenever it ends.
 */
export function inOrder<T, R>(
  items: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  { atOnce, signal }: { readonly atOnce: number; readonly signal?: AbortSignal | undefined },
): AsyncIterable<R> {
  const options = { concurrency: atOnce, highWaterMark: atOnce * AHEAD, ...(signal && { signal }) };
  return Readable.from(items).map(work, options);
}
