import type { Database } from "./open.ts";

/**
 * Row numbers of articles and statements, ordered by workspace, then unsure statements apart from the others, then by date: the full-text
 * index hands out rows in this order, so that "newest first", "since" and "this workspace only" are ranges and cost no sorting and no
 * look-up. 63 bits: 14 of the workspace's number, 1 for unsure, 26 of minutes since 1970 (to the year 2097), 22 of a number within that
 * minute. An undated row counts as minute 0, before all.
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

/** Where a row belongs: in a workspace, among what is sure or unsure. */
export interface Shelf {
  readonly workspace: number;
  readonly unsure?: boolean | undefined;
}

/** All rows of a shelf, or those published at `since` or later (to the minute). */
export function shelfKeys(shelf: Shelf, since?: Date): KeyRange {
  return { from: since ? minuteKeys(shelf, since).from : firstKey(shelf, 0n), to: firstKey(shelf, 1n << MINUTE_BITS) };
}

/** The rows of a shelf that were published in this minute. */
export function minuteKeys(shelf: Shelf, publishedAt: Date | null): KeyRange {
  const minute = BigInt(Math.max(0, Math.floor((publishedAt?.getTime() ?? 0) / MINUTE)));
  const from = firstKey(shelf, minute < LAST_MINUTE ? minute : LAST_MINUTE);
  return { from, to: from + (1n << NUMBER_BITS) };
}

/** The first of `count` free keys in a row within a range. */
export function nextKeys(db: Database, table: "article" | "statement", { from, to }: KeyRange, count: number): bigint {
  const last = db.get(`SELECT max(key) AS key FROM ${table} WHERE key >= ? AND key < ?`, from, to)!["key"] as bigint | null;
  const first = last === null ? from : last + 1n;
  if (first + BigInt(count) > to) throw new Error(`no free ${table} key in this minute`);
  return first;
}

const SPEAKER_BITS = 32n;

/** All speakers' names of a workspace. */
export const speakerKeys = (workspace: number): KeyRange => ({
  from: BigInt(workspace) << SPEAKER_BITS,
  to: BigInt(workspace + 1) << SPEAKER_BITS,
});

/** A speaker's name in the index of statements, where ranges already tell the workspace. */
export const speakerToken = (key: number | bigint): string => String(BigInt.asUintN(Number(SPEAKER_BITS), BigInt(key)));

const firstKey = ({ workspace, unsure }: Shelf, minute: bigint) =>
  (((BigInt(workspace) * 2n + (unsure ? 1n : 0n)) << MINUTE_BITS) + minute) << NUMBER_BITS;
