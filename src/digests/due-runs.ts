import type { Log } from "../chat/log.ts";
import type { Digest, Schedule } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";

/** When schedules run. */
export interface Scheduling {
  /** The next runs strictly after an instant; fewer where there are no more. */
  nextRuns(schedule: Schedule, after: Date, count: number): readonly Date[];
  /** How many runs there are after the one instant, up to and with the other, and the last of them. */
  runsBetween(schedule: Schedule, after: Date, upTo: Date): { readonly last: Date | null; readonly count: number };
}

interface Runs {
  readonly store: DigestStore & DeliveryStore;
  readonly scheduling: Scheduling;
  readonly log: Log;
}

/** Digests that are looked at in one go; the rest has its turn at the next beat. */
const MOST = 1_000;
const END_OF_TIME = new Date(8.64e15);

/** Makes the run of every digest that is due, one for all that were missed, and moves the digest on. */
export async function makeRuns({ store, scheduling, log }: Runs, platforms: readonly string[], now: Date): Promise<void> {
  for (const digest of await store.dueDigests(platforms, now, MOST))
    await guarded(digest, log, async () => {
      const { workspace, number, place, schedule } = digest;
      const first = digest.nextRun ?? now;
      const { last, count } = scheduling.runsBetween(schedule, new Date(first.getTime() - 1), now);
      const due = last ?? first;
      const [next = null] = scheduling.nextRuns(schedule, now, 1);
      const run = { workspace, kind: "digest", number, occasion: due.toISOString(), place, due } as const;
      await store.claimRun({ ...run, missed: Math.max(0, count - 1), after: 0, upTo: 0 }, next, now);
    });
}

/**
 * Sets the next run of digests anew that are to run later than now. It is another than was written down when the clock has gone back (by a
 * clock that was a day ahead the next run is a day away), and when the rules of a time zone have changed. No run comes twice by it: each has its row.
 */
export async function replan({ store, scheduling, log }: Runs, platforms: readonly string[], now: Date): Promise<void> {
  for (const digest of await store.dueDigests(platforms, END_OF_TIME, Number.MAX_SAFE_INTEGER))
    await guarded(digest, log, async () => {
      const { workspace, number, schedule, nextRun } = digest;
      const [next] = scheduling.nextRuns(schedule, now, 1);
      if (next && nextRun && nextRun > now && next.getTime() !== nextRun.getTime())
        await store.changeDigest(workspace, number, { nextRun: next });
    });
}

/** What is wrong with one digest keeps no other from its run. */
async function guarded({ workspace, number }: Digest, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ workspace, number, err: error }, "digest");
  }
}
