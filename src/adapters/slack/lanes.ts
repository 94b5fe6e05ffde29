import { SlackFailure } from "./failure.ts";
import type { Time } from "./time.ts";

const PAUSE = 1_000; // milliseconds: Slack takes one message a second in a channel
const MANY = 500; // channels, when those long quiet are forgotten

/**
 * One job after the other in a channel, a second apart; channels do not wait for each other. A job whose turn does not come within
 * `patience` milliseconds is not begun: it rejects with a `SlackFailure` that tells when to ask again.
 */
export type Lanes = <T>(channel: string, job: () => Promise<T>, patience?: number) => Promise<T>;

export function createLanes(time: Time): Lanes {
  const lanes = new Map<string, { tail: Promise<unknown>; free: number; waiting: number }>();
  return async (channel, job, patience = Number.POSITIVE_INFINITY) => {
    if (lanes.size > MANY) forgetQuiet();
    const lane = lanes.get(channel) ?? { tail: Promise.resolve(), free: 0, waiting: 0 };
    lanes.set(channel, lane);
    const asked = time.now();
    if (lane.waiting * PAUSE > patience) throw full(lane.waiting);
    lane.waiting++;
    const done = lane.tail.then(async () => {
      try {
        const early = lane.free - time.now();
        if (early > 0) await time.wait(early);
        if (time.now() - asked > patience) throw full(lane.waiting);
        return await job().finally(() => {
          lane.free = time.now() + PAUSE;
        });
      } finally {
        lane.waiting--;
      }
    });
    lane.tail = done.catch(() => {});
    return done;
  };

  function forgetQuiet(): void {
    for (const [channel, { free, waiting }] of lanes) if (waiting === 0 && free <= time.now()) lanes.delete(channel);
  }
}

const full = (waiting: number) => new SlackFailure("busy", "ratelimited", waiting * PAUSE);
