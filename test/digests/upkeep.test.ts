import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
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

describe("when", () => {
  const BEGAN = new Date("2026-05-29T20:00Z"); // 22:00 in Berlin
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: BEGAN });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Started in Berlin; what the clock says at each run. */
  function start() {
    const at: string[] = [];
    const { upkeep, store } = setUp(30, async () => {
      at.push(new Date().toISOString().slice(5, 16));
      return REMOVED;
    });
    upkeep.start("Europe/Berlin");
    return { at, upkeep, store };
  }
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const setClock = (by: number) => vi.setSystemTime(Date.now() + by);

  test("ten minutes after the start, and every night at 03:17 on the zone's clocks", async () => {
    const { at, upkeep } = start();
    await pass(2 * DAY);
    expect(at).toEqual(["05-29T20:10", "05-30T01:17", "05-31T01:17"]);
    await upkeep.stop();
    await pass(DAY);
    expect(at).toHaveLength(3);
  });

  test("soon after a night that was slept through", async () => {
    const { at, upkeep } = start();
    await pass(HOUR);
    setClock(10 * HOUR);
    await pass(HOUR);
    expect(at).toEqual(["05-29T20:10", "05-30T07:10"]);
    await upkeep.stop();
  });

  test("the next night where the clock is set back a year", async () => {
    const { at, upkeep } = start();
    await pass(HOUR);
    setClock(-365 * DAY);
    await pass(7 * HOUR);
    expect(at).toEqual(["05-29T20:10", "05-30T01:17"]);
    await upkeep.stop();
  });

  test("with the right date where the clock was ahead for some minutes alone", async () => {
    const { at, upkeep, store } = start();
    await pass(HOUR);
    setClock(365 * DAY);
    await pass(5 * MINUTE);
    setClock(-365 * DAY);
    await pass(HOUR);
    expect(at).toEqual(["05-29T20:10", "05-29T21:10"]);
    expect(store.removeOld).toHaveBeenCalledTimes(2);
    await upkeep.stop();
  });

  test("no more once it is stopped, which ends what is under way", async () => {
    const { upkeep, store } = setUp(30, async (_, signal) => {
      await new Promise((done) => signal?.addEventListener("abort", done));
      return REMOVED;
    });
    upkeep.start("Europe/Berlin");
    await pass(11 * MINUTE);
    expect(store.removeOld).toHaveBeenCalledTimes(1);
    await upkeep.stop();
    expect(store.removeOld.mock.calls[0]![1]!.aborted).toBe(true);
  });
});
