import { setTimeout as wait } from "node:timers/promises";

/** Why an answer is waited for no longer. */
export type Cut = "stopping" | "too long";

/** What has been begun and is to be finished before we leave. */
export interface Jobs {
  /** `cut` resolves when the job must come to its end with what it has; `job` does not reject. */
  run(job: (cut: Promise<Cut>) => Promise<void>): void;
  /** Waits until all is done, and cuts short what takes longer than `grace` milliseconds. */
  finish(grace: number): Promise<void>;
}

const GOODBYE = 1_000; // milliseconds: to say that there is no answer

/** Jobs that are cut short after `longest` milliseconds. */
export function createJobs(longest: number): Jobs {
  const underWay = new Map<Promise<void>, (why: Cut) => void>();
  const done = (within: number) => Promise.race([Promise.all(underWay.keys()), wait(within, null, { ref: false })]);
  return {
    run(job) {
      const { promise: cut, resolve } = Promise.withResolvers<Cut>();
      const limit = setTimeout(resolve, longest, "too long").unref();
      const work = job(cut).finally(() => {
        clearTimeout(limit);
        underWay.delete(work);
      });
      underWay.set(work, resolve);
    },
    async finish(grace) {
      await done(grace);
      for (const cut of underWay.values()) cut("stopping");
      await done(GOODBYE);
    },
  };
}
