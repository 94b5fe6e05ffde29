import type { SeenEntry } from "../../store/feed-store.ts";
import type { Feed, FeedEntry } from "../feed/feed.ts";
import { HOUR, SHORTEST } from "./waits.ts";

/** Entries of one feed that are looked at, the newest; feeds of news have a hundred at most. */
const MOST_ENTRIES = 500;
/** An entry that cannot be read is tried over a day. */
const MOST_ATTEMPTS = 8;

/** The newest entries, oldest first, so that the library hears of things as they happened. Feeds without all dates begin with the newest. */
export function entriesInTime({ entries }: Feed): FeedEntry[] {
  const dated = entries.every(({ publishedAt }) => publishedAt !== null);
  const newest = dated ? entries.toSorted((a, b) => b.publishedAt!.getTime() - a.publishedAt!.getTime()) : entries;
  return newest.slice(0, MOST_ENTRIES).reverse();
}

/** Is another where the entry says that it was changed. */
export const versionOf = ({ modifiedAt }: FeedEntry): string => modifiedAt?.toISOString() ?? "";

/**
 * What to do with an entry for a follower: read it, leave it, or read it later: an entry that failed is tried again after ten minutes, then
 * twice as long each time, and one that changes all the time is read once an hour.
 */
export function dueNow(seen: SeenEntry | undefined, version: string, now: Date): "read" | "later" | "done" {
  if (seen === undefined) return "read";
  const since = now.getTime() - seen.at.getTime();
  if (seen.attempts > 0) return since >= SHORTEST * 2 ** seen.attempts ? "read" : "later";
  if (seen.version === version) return "done";
  return since >= HOUR ? "read" : "later";
}

/** How often an entry has been tried in vain after one more time; 0 where that was enough. */
export const attemptsAfter = (attempts: number): number => (attempts + 1 >= MOST_ATTEMPTS ? 0 : attempts + 1);
