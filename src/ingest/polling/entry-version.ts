import type { FeedEntry } from "../feed/feed.ts";
import { hashOf } from "../hash.ts";
import { plainLine } from "../plain-line.ts";

/**
 * What feeds count up or down beside an entry that stays as it is: comments under it, how long ago it came. Wordings of WordPress, Drupal,
 * Hacker News and Reddit.
 */
const COUNTERS =
  /\b\d[\d.,]*\s+(?:comments?|replies|likes)\b|\b(?:comments?|replies|likes|points|views)\s*:\s*\d[\d.,]*|\b\d+\s+(?:seconds?|minutes?|hours?|days?)\s+ago\b/gi;

/** What anybody can see of an entry, without counters. */
function wordsOf({ title, summary, html }: FeedEntry): string {
  const lines = [title, summary, html === null ? null : plainLine(html)];
  return lines.map((line) => line?.replace(COUNTERS, "") ?? "").join("\n");
}

/** When an entry says that it was changed, else what stands for its words; and what stands for its address, empty without one. */
export function versionOf(entry: FeedEntry): string {
  const state = entry.modifiedAt?.toISOString() ?? hashOf(wordsOf(entry));
  return `${state} ${entry.url === null ? "" : hashOf(entry.url)}`;
}

/** Whether nothing has changed from one version to the other; a page that moved is the same. */
export const isUnchanged = (one: string, other: string): boolean => one.split(" ", 1)[0] === other.split(" ", 1)[0];

/** What stands for the address in a version; null where it has none. */
export const addressIn = (version: string): string | null => version.split(" ")[1] || null;
