import type { RawEntry } from "./entry.ts";
import type { Feed } from "./feed.ts";

/** A feed of some format before its entries are put in plain words. */
export interface RawFeed extends Omit<Feed, "entries"> {
  readonly entries: readonly RawEntry[];
}

/** What one feed may hold; the first are the newest, and a file of 10 MB holds no more entries that say anything. */
export const MOST_ENTRIES = 5_000;
