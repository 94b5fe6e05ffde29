import { expect, test, vi } from "vitest";
import { createUpkeep } from "../../src/digests/upkeep.ts";
import type { Limits, Removed } from "../../src/store/upkeep-store.ts";

const NOW = new Date("2026-05-30T03:17Z");
const REMOVED: Removed = { articles: 1, statements: 2, deliveries: 3, told: 4, answers: 5, bytes: 6 };

function setUp(keepDays: number | null, removeOld = async (_: Limits, __?: AbortSignal): Promise<Removed> => REMOVED) {
  const log = { info: vi.fn(), error: vi.fn() };
  const store = { removeOld: vi.fn(removeOld) };
  return { log, store, upkeep: createUpkeep({ store, keepDays, now: () => NOW, log }) };
}

const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

test.each<[number | null, Date | null, Date | null]>([
  [null, null, null],
  [30, ago(30), ago(90)],
  [365, ago(365), ago(365)],
])("KEEP_DAYS %s", async (keepDays, articles, told) => {
  const { upkeep, store, log } = setUp(keepDays);
  expect(await upkeep.run()).toEqual(REMOVED);
  expect(store.removeOld.mock.calls[0]![0]).toEqual({ articles, told, ended: ago(90), now: NOW });
  expect(log.info).toHaveBeenCalledWith(REMOVED, "upkeep");
});

test("is not begun twice at a time, and goes on after a failure", async () => {
  const { promise, reject } = Promise.withResolvers<Removed>();
  const answers = [promise, Promise.resolve(REMOVED)];
  const { upkeep, store, log } = setUp(30, () => answers.shift()!);
  const both = [upkeep.run(), upkeep.run()];
  reject(new Error("disk full"));
  expect(await Promise.all(both)).toEqual([null, null]);
  expect(store.removeOld).toHaveBeenCalledTimes(1);
  expect(log.error).toHaveBeenCalledTimes(1);
  expect(await upkeep.run()).toEqual(REMOVED);
});

test("runs at 03:17 on the zone's clocks and soon after the start, and stops what is under way", async () => {
  vi.useFakeTimers({ now: new Date("2026-05-29T20:00Z") });
  try {
    const { upkeep, store } = setUp(30, async (_, signal) => {
      await new Promise((done) => signal?.addEventListener("abort", done));
      return REMOVED;
    });
    upkeep.start("Europe/Berlin");
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(store.removeOld).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(store.removeOld).toHaveBeenCalledTimes(1);
    await upkeep.stop();
    expect(store.removeOld.mock.calls[0]![1]!.aborted).toBe(true);
  } finally {
    vi.useRealTimers();
  }
  vi.useFakeTimers({ now: new Date("2026-05-29T20:00Z") });
  try {
    const { upkeep, store } = setUp(30);
    upkeep.start("Europe/Berlin");
    await vi.advanceTimersByTimeAsync(5 * 3_600_000 + 16 * 60_000); // 03:16 in Berlin
    expect(store.removeOld).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(store.removeOld).toHaveBeenCalledTimes(2);
    await upkeep.stop();
  } finally {
    vi.useRealTimers();
  }
});
