import { MINUTE, SECOND } from "./time.ts";

const LONGEST = 5 * MINUTE;

/**
 * Milliseconds to wait after so many attempts: twice as long each time, and at random between half of it and all, so that those who failed
 * together do not come again together (M. Brooker, "Exponential backoff and jitter", 2015: "equal jitter").
 */
export function backoff(attempts: number, random: () => number): number {
  const whole = Math.min(LONGEST, SECOND * 2 ** attempts);
  return (whole / 2) * (1 + random());
}
