import { setTimeout as sleep } from "node:timers/promises";
import type { Time } from "../../../src/adapters/slack/time.ts";

export interface Clock extends Time {
  /** Lets so much time go by, from one thing that is waited for to the next; what each begins has some real milliseconds to be done. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time go by until something has come to its end, and gives what came of it. */
  through<T>(awaited: Promise<T>): Promise<T>;
}

/** A clock that stands still until it is told to go on; adapter and simulator share it. */
export function createClock(): Clock {
  let now = Date.UTC(2026, 4, 4, 12);
  const waiting = new Set<{ due: number; done: () => void }>();
  return {
    pass,
    now: () => now,
    wait(milliseconds, calledOff) {
      return new Promise((done) => {
        const entry = { due: now + milliseconds, done };
        waiting.add(entry);
        const leave = () => {
          waiting.delete(entry);
          done();
        };
        if (calledOff?.aborted) leave();
        calledOff?.addEventListener("abort", leave, { once: true });
      });
    },
    async through(awaited) {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      awaited.then(over, over);
      while (!isOver) await pass(250);
      return awaited;
    },
  };

  async function pass(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (;;) {
      await sleep(15);
      const [next] = [...waiting].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      now = Math.max(now, next.due);
      waiting.delete(next);
      next.done();
    }
    now = end;
  }
}

/** Waits some real milliseconds for something to become true. */
export async function until(isSo: () => boolean, what = String(isSo)): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 2_000) throw new Error(`never became true: ${what}`);
    await sleep(5);
  }
}
