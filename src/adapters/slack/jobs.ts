import type { Time } from "./time.ts";

export interface Jobs {
  /** Runs a job to its end, whatever it throws. */
  run(job: () => Promise<void>): Promise<void>;
  /** Resolves when none is left, or after so many milliseconds; how many are left then. */
  ended(milliseconds: number): Promise<number>;
}

/** What has been begun and not yet ended, so that nothing is left unanswered when we leave. */
export function createJobs(time: Time, onError: (error: unknown) => void): Jobs {
  const open = new Set<Promise<void>>();
  return {
    run(job) {
      const done = job().catch(onError);
      open.add(done);
      return done.finally(() => open.delete(done));
    },
    async ended(milliseconds) {
      const late = new AbortController();
      const all = async () => {
        while (open.size > 0 && !late.signal.aborted) await Promise.all(open);
      };
      await Promise.race([all(), time.wait(milliseconds, late.signal)]);
      late.abort();
      return open.size;
    },
  };
}
