import type { Time } from "../../src/digests/time.ts";

/** The time of a simulated world: it passes only while something waits for it, and then at once. */
export interface FakeTime extends Time {
  /** Sets the clock forward or back by so many milliseconds; the stopwatch goes on. */
  set(by: number): void;
  /** What the clock would say if nobody had set it. */
  truth(): Date;
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until the promise settles, or until so many milliseconds are over: then null. */
  through<T>(promise: Promise<T>, most?: number): Promise<T | null>;
}

interface Waiter {
  readonly at: number;
  readonly done: () => void;
}

/** All that can go on without time goes on. */
const settle = async (): Promise<void> => {
  for (let k = 0; k < 3; k++) await new Promise((done) => setImmediate(done));
};

export function createFakeTime(start: Date): FakeTime {
  let elapsed = 0;
  let set = 0;
  const waiters: Waiter[] = [];

  function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        const at = waiters.indexOf(waiter);
        if (at >= 0) waiters.splice(at, 1);
        reject(Object.assign(new Error("aborted"), { name: "AbortError" }));
      };
      const waiter = {
        at: elapsed + milliseconds,
        done() {
          signal?.removeEventListener("abort", fail);
          resolve();
        },
      };
      if (signal?.aborted) return fail();
      signal?.addEventListener("abort", fail);
      waiters.push(waiter);
    });
  }

  /** To the next moment that something waits for, if it comes before `until`. */
  async function step(until: number): Promise<boolean> {
    await settle();
    const [next] = waiters.toSorted((a, b) => a.at - b.at);
    if (next === undefined || next.at > until) return false;
    elapsed = Math.max(elapsed, next.at);
    waiters.splice(waiters.indexOf(next), 1);
    next.done();
    return true;
  }

  return {
    now: () => new Date(start.getTime() + elapsed + set),
    truth: () => new Date(start.getTime() + elapsed),
    elapsed: () => elapsed,
    wait,
    set: (by) => {
      set += by;
    },
    async pass(milliseconds) {
      const until = elapsed + milliseconds;
      while (await step(until));
      elapsed = until;
      await settle();
    },
    async through(promise, most = 24 * 3_600_000) {
      const until = elapsed + most;
      let isOver = false;
      const over = promise.finally(() => {
        isOver = true;
      });
      over.catch(() => {});
      do await settle();
      while (!isOver && (await step(until)));
      await settle();
      return isOver ? over : null;
    },
  };
}
