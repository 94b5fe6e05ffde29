import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepBeating } from "../../src/digests/beats.ts";
import { createClock } from "../../src/digests/clock.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/digests/time.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { compose, planWatch, scheduling } from "./world.ts";

const START = new Date("2026-05-05T12:00:03Z");
/** By how much the clock was set, which the stopwatch does not know. */
let set: number;
let end = (): void => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: START });
  set = 0;
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

const setClock = (by: number): void => {
  set += by;
  vi.setSystemTime(Date.now() + by);
};

/** Begins to beat, and notes what the clock says at each. */
function beats(expression: string, zone = "UTC"): string[] {
  const at: string[] = [];
  end = keepBeating(expression, zone, () => at.push(new Date().toISOString().slice(0, 19)));
  return at;
}

const JUMPS = [
  ["back an hour", -HOUR],
  ["back a day", -DAY],
  ["forward a day, as after a sleep", DAY],
  ["forward ten years", 3_653 * DAY],
] as const;

test("beats at the instants of an expression, on the clocks of its zone", async () => {
  const at = beats("17 3 * * *", "Asia/Kolkata");
  await vi.advanceTimersByTimeAsync(2 * DAY);
  expect(at).toEqual(["2026-05-05T21:47:00", "2026-05-06T21:47:00"]);
});

test.each(JUMPS)("goes on at once with the clock set %s", async (_, jump) => {
  const at = beats("*/15 * * * * *");
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(at).toHaveLength(4);
  setClock(jump);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(at.length).toBeGreaterThanOrEqual(7);
  expect(at.length).toBeLessThanOrEqual(9);
});

test("what was missed is one beat", async () => {
  const at = beats("0 * * * *");
  setClock(5 * HOUR);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(at).toEqual(["2026-05-05T17:00:18"]);
});

test("beats no more once it was ended", async () => {
  const at = beats("*/15 * * * * *");
  end();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect([at, vi.getTimerCount()]).toEqual([[], 0]);
});

test.each([["as it goes", 0] as const, ...JUMPS])("the clock of digests looks four times a minute, set %s", async (_, jump) => {
  const store = createSqliteStore(":memory:");
  const looks = vi.spyOn(store, "heldDeliveries");
  const time = {
    now: () => new Date(),
    elapsed: () => Date.now() - START.getTime() - set,
    wait: () => Promise.resolve(),
  };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: vi.fn() };
  const clock = createClock({ ...{ store, outboxes: new Map(), compose, planWatch, scheduling, log, time } });
  clock.start();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(looks.mock.calls.length).toBeGreaterThanOrEqual(20);
  setClock(jump);
  await vi.advanceTimersByTimeAsync(20 * SECOND);
  looks.mockClear();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(looks.mock.calls.length).toBeGreaterThanOrEqual(19);
  expect(looks.mock.calls.length).toBeLessThanOrEqual(22);
  await clock.stop();
  looks.mockClear();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(looks).not.toHaveBeenCalled();
  expect(log.error).not.toHaveBeenCalled();
  await store.close();
});
