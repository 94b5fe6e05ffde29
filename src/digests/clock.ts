import type { Log } from "../chat/log.ts";
import { newClaimant } from "../store/claimant.ts";
import { keepBeating } from "./beats.ts";
import { createDeliveries, type DeliveriesOptions } from "./deliveries.ts";
import { makeRuns, replan, type Scheduling } from "./due-runs.ts";
import { moveWatches, type PlanWatch } from "./telling.ts";
import { SECOND, TIME, type Time } from "./time.ts";

export interface ClockOptions extends Pick<DeliveriesOptions, "store" | "outboxes" | "compose"> {
  readonly planWatch: PlanWatch;
  readonly scheduling: Scheduling;
  readonly log: Log;
  readonly time?: Time;
  readonly random?: () => number;
  readonly by?: string;
}

/** What runs digests when they are due, and tells what is watched for. It remembers nothing: all it knows is in the library. */
export interface Clock {
  /** Beats now and every 15 seconds. */
  start(): void;
  /** Looks what is to be done, and does it; resolves when nothing is left but what waits to be tried again. Rejects with a `StoreError`. */
  beat(): Promise<void>;
  /** Says that there may be something to do. */
  wake(): void;
  /** Lets what is being sent come to its end, and gives back the rest. */
  stop(): Promise<void>;
}

const BEATS = "*/15 * * * * *";
/** A clock that differs by more than this from the stopwatch was set, in milliseconds. */
const JUMP = 2 * SECOND;

export function createClock(options: ClockOptions): Clock {
  const { store, outboxes, compose, log, time = TIME, random = Math.random, by = newClaimant() } = options;
  const abort = new AbortController();
  const deliveries = createDeliveries({ store, outboxes, compose, log, time, random, by, signal: abort.signal });
  /** Platforms whose digests were planned by the clock as it goes now. */
  const planned = new Set<string>();
  let lag = Number.NaN;
  let looking: Promise<void> | null = null;
  let endBeats = (): void => {};

  /** Whether somebody has set the clock since the last time. */
  function hasJumped(): boolean {
    const before = lag;
    lag = time.now().getTime() - time.elapsed();
    return Math.abs(lag - before) > JUMP;
  }

  async function look(): Promise<void> {
    await deliveries.keepClaims();
    const now = time.now();
    const platforms = [...outboxes.keys()];
    if (hasJumped()) planned.clear();
    const fresh = platforms.filter((each) => !planned.has(each));
    if (fresh.length > 0) await replan(options, fresh, now);
    for (const each of fresh) planned.add(each);
    await makeRuns(options, platforms, now);
    await moveWatches(options, now);
  }

  async function lookOnce(): Promise<void> {
    looking ??= look().finally(() => {
      looking = null;
    });
    await looking;
  }

  const failed = (error: unknown): void => log.error({ err: error }, "clock");

  /** What it begins goes on while the next beats come. */
  async function tick(): Promise<void> {
    if (abort.signal.aborted) return;
    await lookOnce().catch(failed);
    if (!abort.signal.aborted) deliveries.deliverDue().catch(failed);
  }

  return {
    start() {
      endBeats = keepBeating(BEATS, "UTC", () => void tick());
      void tick();
    },
    async beat() {
      await lookOnce();
      await deliveries.deliverDue();
    },
    wake: () => void tick(),
    async stop() {
      endBeats();
      abort.abort();
      await looking?.catch(() => {});
      await deliveries.end().catch(failed);
    },
  };
}
