import { setTimeout as pass } from "node:timers/promises";

/** What tells the time, and lets it pass. */
export interface Time {
  /** What the clock says, which people and programs set forward and back. */
  now(): Date;
  /** Milliseconds on a stopwatch that nobody sets. */
  elapsed(): number;
  /** Rejects with an AbortError as soon as the signal comes. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const TIME: Time = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  wait: (milliseconds, signal) => pass(milliseconds, undefined, { signal }),
};

/** Milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
