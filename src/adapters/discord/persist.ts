import { setTimeout as wait } from "node:timers/promises";
import { isUnsure } from "./trouble.ts";

/** Milliseconds between tries: an interaction wants its first answer within 3 seconds. */
export const HURRIED = [100, 300, 700] as const;
/** For what can wait longer than a person who looks on. */
export const PATIENT = [200, 500, 1_000, 2_000] as const;

/**
 * Does what can be done twice without harm until it is known to be done. `job` is told how many tries went before.
 * Rejects with what Discord refuses at once, and with the last error when every try had an unknown outcome.
 */
export async function persist<T>(waits: readonly number[], job: (before: number) => Promise<T>): Promise<T> {
  for (let before = 0; ; before++) {
    try {
      return await job(before);
    } catch (error) {
      const pause = waits[before];
      if (pause === undefined || !isUnsure(error)) throw error;
      await wait(pause);
    }
  }
}
