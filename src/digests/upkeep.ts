import type { Store } from "../store/store.ts";
import type { Removed } from "../store/upkeep-store.ts";
import { keepBeating } from "./beats.ts";
import { DAY, MINUTE } from "./time.ts";

const NIGHTLY = "7 3 * * *"; // when hardly anybody asks
/** Milliseconds from then, and from the start, until something is taken out: a clock that was set ahead by mistake may be right again. */
const PAUSE = 10 * MINUTE;
const LEDGER_DAYS = 90; // that `why` goes back, whatever is kept

export type Upkeep = ReturnType<typeof createUpkeep>;

/**
 * Holds the library to what is to be kept, every night: articles for `keepDays` (null: for good), the ledger for 90 days, what watches have
 * told for the longer of both, answers as long as their buttons work.
 */
export function createUpkeep(of: {
  readonly store: Pick<Store, "removeOld">;
  readonly keepDays: number | null;
  readonly now: () => Date;
  readonly log: { info(removed: object, message: string): void; error(error: object, message: string): void };
}) {
  const { store, keepDays, now, log } = of;
  const ending = new AbortController();
  let running: Promise<Removed | null> | null = null;

  async function removeOld(): Promise<Removed | null> {
    try {
      const today = now();
      const before = (days: number) => new Date(today.getTime() - days * DAY);
      const removed = await store.removeOld(
        {
          articles: keepDays === null ? null : before(keepDays),
          ended: before(LEDGER_DAYS),
          told: keepDays === null ? null : before(Math.max(keepDays, LEDGER_DAYS)),
          now: today,
        },
        ending.signal,
      );
      log.info(removed, "upkeep");
      return removed;
    } catch (error) {
      log.error({ err: error }, "upkeep");
      return null;
    } finally {
      running = null;
    }
  }

  /** Takes out what is too old now; what is under way is not begun again. Null where it failed, which is logged. */
  const run = (): Promise<Removed | null> => {
    running ??= removeOld();
    return running;
  };

  let endBeats = (): void => {};
  let soon: NodeJS.Timeout | undefined;
  const runSoon = (): void => {
    clearTimeout(soon);
    soon = setTimeout(run, PAUSE).unref();
  };
  return {
    run,
    /** Runs every night at 03:17 on the clocks of `zone`, and soon after the start and after a night that was slept through. */
    start(zone: string): void {
      endBeats = keepBeating(NIGHTLY, zone, runSoon);
      runSoon();
    },
    /** Ends with the step that is under way; what is left goes the next time. */
    async stop(): Promise<void> {
      ending.abort();
      endBeats();
      clearTimeout(soon);
      await running;
    },
  };
}
