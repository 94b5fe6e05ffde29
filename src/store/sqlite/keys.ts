/**
 * Row numbers of articles and statements, ordered by workspace, then by date: the full-text index hands out rows in this order, so
 * that "newest first", "since" and "this workspace only" are ranges and cost no sorting and no look-up. 63 bits: 15 of the workspace's
 * number, 26 of minutes since 1970 (to the year 2097), 22 of a number within that minute. An undated row counts as minute 0, before all.
 */
const MINUTE_BITS = 26n;
const NUMBER_BITS = 22n;
const MINUTE = 60_000; // milliseconds
const LAST_MINUTE = (1n << MINUTE_BITS) - 1n;

/** Half-open range of keys. */
export interface KeyRange {
  readonly from: bigint;
  readonly to: bigint;
}

/** All rows of one workspace, or those published at `since` or later (to the minute). */
export function workspaceKeys(workspace: number, since?: Date): KeyRange {
  return { from: since ? minuteKeys(workspace, since).from : firstKey(workspace, 0n), to: firstKey(workspace + 1, 0n) };
}

/** The rows of one workspace that were published in this minute. */
export function minuteKeys(workspace: number, publishedAt: Date | null): KeyRange {
  const minute = BigInt(Math.max(0, Math.floor((publishedAt?.getTime() ?? 0) / MINUTE)));
  const from = firstKey(workspace, minute < LAST_MINUTE ? minute : LAST_MINUTE);
  return { from, to: from + (1n << NUMBER_BITS) };
}

const firstKey = (workspace: number, minute: bigint) => ((BigInt(workspace) << MINUTE_BITS) + minute) << NUMBER_BITS;
