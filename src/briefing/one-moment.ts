import { isDeepStrictEqual } from "node:util";
import type { CameIn, NewsQuery } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";

const TRIES = 3; // of what changes while it is read

/**
 * Reads of what came in, and again where an article of it went, came or was replaced before the end: each question is answered as the library
 * is by then, and an article that another has taken the place of would be known to the first alone.
 */
export async function ofOneMoment<Read>(
  store: Store,
  workspace: string,
  query: NewsQuery,
  read: (came: readonly CameIn[]) => Promise<Read>,
): Promise<Read> {
  let came = await store.cameIn(workspace, query);
  for (let tries = 1; ; tries++) {
    const found = await read(came);
    const now = came.length > 0 ? await store.cameIn(workspace, query) : came;
    if (tries === TRIES || isDeepStrictEqual(now, came)) return found;
    came = now;
  }
}
