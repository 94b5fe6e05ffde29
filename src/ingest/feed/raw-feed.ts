import type { Feed } from "./feed.ts";

/** What an entry says, as written, the most trusted first; its content and summary are HTML. */
export interface RawEntry {
  readonly id: string | null;
  readonly title: string | null;
  readonly links: readonly (string | null)[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly author: string | null;
  readonly content: string | null;
  readonly summary: string | null;
  readonly base: string | null;
}

/** A feed of some format before its entries are put in plain words. */
export interface RawFeed extends Omit<Feed, "entries"> {
  readonly entries: readonly RawEntry[];
}

/** What one feed may hold; the first are the newest, and a file of 10 MB holds no more entries that say anything. */
export const MOST_ENTRIES = 5_000;
