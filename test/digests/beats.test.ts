import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock } from "../../src/digests/clock.ts";
import { HOUR, MINUTE, SECOND } from "../../src/digests/time.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { compose, planWatch, scheduling } from "./world.ts";

/** What the stopwatch says, which setting the clock does not change. */
let begun: number;
let set: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  vi.setSystemTime(new Date("2026-05-05T12:00:03Z"));
  [begun, set] = [Date.now(), 0];
});
afterEach(() => {
  vi.useRealTimers();
});

const setClock = (by: number): void => {
  set += by;
  vi.setSystemTime(Date.now() + by);
};

test.each([
  ["as it goes", 0],
  ["back an hour", -HOUR],
  ["back a day", -24 * HOUR],
  ["forward a day", 24 * HOUR],
])("beats four times a minute, with the clock set %s", async (_, jump) => {
  const store = createSqliteStore(":memory:");
  const looks = vi.spyOn(store, "heldDeliveries");
  const time = { now: () => new Date(), elapsed: () => Date.now() - begun - set, wait: () => Promise.resolve() };
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
