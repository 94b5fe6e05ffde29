import { setTimeout as sleep } from "node:timers/promises";

/** The clock, handed in so that tests need not wait. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when it is called off. */
  wait(milliseconds: number, calledOff?: AbortSignal): Promise<void>;
}

export const systemTime: Time = {
  now: () => Date.now(),
  wait: (milliseconds, calledOff) => sleep(milliseconds, undefined, calledOff && { signal: calledOff }).catch(() => {}),
};
