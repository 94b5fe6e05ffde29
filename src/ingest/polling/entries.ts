import type { Seen, SeenEntry } from "../../store/feed-store.ts";
import type { Feed, FeedEntry } from "../feed/feed.ts";
import { addressIn, isUnchanged, versionOf } from "./entry-version.ts";
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

/**
 * What to do with an entry for a follower: read it, leave it, or read it later: an entry that failed is tried again after ten minutes, then
 * twice as long each time, and one that changes all the time is read once an hour.
 */
function dueNow(seen: SeenEntry | undefined, version: string, now: Date): "read" | "later" | "done" {
  if (seen === undefined) return "read";
  const since = now.getTime() - seen.at.getTime();
  if (seen.attempts > 0) return since >= SHORTEST * 2 ** seen.attempts ? "read" : "later";
  if (isUnchanged(seen.version, version)) return "done";
  return since >= HOUR ? "read" : "later";
}

/** How often an entry has been tried in vain after one more time; 0 where that was enough. */
export const attemptsAfter = (attempts: number): number => (attempts + 1 >= MOST_ATTEMPTS ? 0 : attempts + 1);

/** An entry with those followers who are to get it. */
export interface Work {
  /** What the entry is known by. */
  readonly id: string;
  readonly entry: FeedEntry;
  readonly version: string;
  readonly workspaces: readonly string[];
  readonly attempts: number;
}

export interface Plan {
  readonly work: readonly Work[];
  /** Entries that nobody has met. */
  readonly arrived: number;
  /** Entries that are to be read, but not yet. */
  readonly later: number;
}

/**
 * Tells what an entry is known by: its id, or the id it was met with. Feeds that make up new ids each time still give one address: an entry
 * that nobody has met goes by the id that had its address and has left the feed. Where several entries share one address, as the posts of a
 * live blog do, ids alone tell them apart.
 */
function knownBy({ entries }: Feed, seen: readonly Seen[]): (entry: FeedEntry, version: string) => string {
  const present = new Set(entries.map(({ id }) => id));
  const sharing = Map.groupBy(entries, ({ url }) => url);
  const marks = seen.flatMap(({ entries }) => [...entries]).filter(([id]) => !present.has(id));
  const oldestFirst = marks.sort(([, one], [, other]) => one.at.getTime() - other.at.getTime());
  const gone = new Map(oldestFirst.map(([id, { version }]) => [addressIn(version), id]));
  return (entry, version) => {
    const address = addressIn(version);
    const isMet = seen.some(({ entries }) => entries.has(entry.id));
    if (address === null || isMet || sharing.get(entry.url)!.length > 1) return entry.id;
    return gone.get(address) ?? entry.id;
  };
}

/** Which entries to read, and for whom. */
export function planEntries(feed: Feed, seen: readonly Seen[], now: Date): Plan {
  const work: Work[] = [];
  const idOf = knownBy(feed, seen);
  let [arrived, later] = [0, 0];
  for (const entry of entriesInTime(feed)) {
    const version = versionOf(entry);
    const id = idOf(entry, version);
    const marks = seen.map(({ workspace, entries }) => ({ workspace, mark: entries.get(id) }));
    const due = Map.groupBy(marks, ({ mark }) => dueNow(mark, version, now));
    if (marks.every(({ mark }) => mark === undefined)) arrived++;
    if (due.has("later")) later++;
    const mine = due.get("read") ?? [];
    const attempts = Math.max(0, ...mine.map(({ mark }) => mark?.attempts ?? 0));
    if (mine.length > 0) work.push({ id, entry, version, workspaces: mine.map(({ workspace }) => workspace), attempts });
  }
  return { work, arrived, later };
}
