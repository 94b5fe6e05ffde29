import type { Time } from "./time.ts";

const PAUSE = 1_000; // milliseconds: Slack takes one message a second in a channel
const MANY = 500; // channels, when those long quiet are forgotten

/** One job after the other in a channel, a second apart; channels do not wait for each other. */
export function createLanes(time: Time): <T>(channel: string, job: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, { tail: Promise<unknown>; free: number; waiting: number }>();
  return (channel, job) => {
    if (lanes.size > MANY) forgetQuiet();
    const lane = lanes.get(channel) ?? { tail: Promise.resolve(), free: 0, waiting: 0 };
    lanes.set(channel, lane);
    lane.waiting++;
    const done = lane.tail.then(async () => {
      const early = lane.free - time.now();
      if (early > 0) await time.wait(early);
      try {
        return await job();
      } finally {
        lane.free = time.now() + PAUSE;
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
