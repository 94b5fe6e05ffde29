/** Bounds of the time between two polls of one feed, in milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const SHORTEST = 5 * MINUTE;
const LONGEST = DAY;

/** In whole milliseconds. */
export const withinBounds = (wait: number): number => Math.round(Math.min(LONGEST, Math.max(SHORTEST, wait)));
