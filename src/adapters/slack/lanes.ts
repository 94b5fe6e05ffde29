import { SlackFailure } from "./failure.ts";
import type { Time } from "./time.ts";

const PAUSE = 1_000; // milliseconds: Slack takes one message a second in a channel
const MANY = 500; // channels, when those long quiet are forgotten

/**
 * One job after the other in a channel, a second apart, or later where Slack asked for that; channels do not wait for each other. A job
 * whose turn does not come within `patience` milliseconds is not begun: it rejects with a `SlackFailure` that tells when to ask again.
 */
export type Lanes = <T>(channel: string, job: () => Promise<T>, patience?: number) => Promise<T>;

export function createLanes(time: Time): Lanes {
  const lanes = new Map<string, { tail: Promise<unknown>; free: number; waiting: number }>();
  return async (channel, job, patience = Number.POSITIVE_INFINITY) => {
    if (lanes.size > MANY) forgetQuiet();
    const lane = lanes.get(channel) ?? { tail: Promise.resolve(), free: 0, waiting: 0 };
    lanes.set(channel, lane);
    const latest = time.now() + patience;
    /** Milliseconds until the turn of whoever stands behind so many others; rejects where that is too late. */
    const turn = (others: number): number => {
      const wait = Math.max(0, lane.free - time.now()) + others * PAUSE;
      if (time.now() + wait > latest) throw new SlackFailure("busy", "ratelimited", Math.max(PAUSE, wait));
      return wait;
    };
    turn(lane.waiting);
    lane.waiting++;
    const done = lane.tail.then(async () => {
      try {
        const early = turn(0);
        if (early > 0) await time.wait(early);
        turn(0); // time may have gone by unseen, while the machine was asleep
        return await run(lane, job);
      } finally {
        lane.waiting--;
      }
    });
    lane.tail = done.catch(() => {});
    return done;
  };

  async function run<T>(lane: { free: number }, job: () => Promise<T>): Promise<T> {
    let pause = PAUSE;
    try {
      return await job();
    } catch (error) {
      if (error instanceof SlackFailure && error.kind === "busy") pause = Math.max(PAUSE, error.wait);
      throw error;
    } finally {
      lane.free = time.now() + pause;
    }
  }

  function forgetQuiet(): void {
    for (const [channel, { free, waiting }] of lanes) if (waiting === 0 && free <= time.now()) lanes.delete(channel);
  }
}
