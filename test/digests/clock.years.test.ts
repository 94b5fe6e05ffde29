import { Cron } from "croner";
import { expect, test } from "vitest";
import { createClock } from "../../src/digests/clock.ts";
import { nextRuns, runsBetween } from "../../src/digests/schedule.ts";
import { HOUR } from "../../src/digests/time.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { newDigest } from "../store/digests.contract.ts";
import { compose, planWatch } from "./world.ts";

/** Nobody looks more rarely, and no schedule here runs twice meanwhile. */
const STEP = 12 * HOUR;
/** Jumped over in spring, shown twice in autumn. */
const CRONS = ["30 2 * * *", "30 1 * * *"];

test.each([
  ["America/New_York", "2025-01-01"],
  ["Europe/London", "2025-01-01"],
  ["Europe/Berlin", "2025-01-01"],
  ["Australia/Lord_Howe", "2025-01-01"],
  ["Pacific/Apia", "2010-06-01"], // no 30 December 2011
  ["America/Mexico_City", "2021-01-01"], // no summer time since 2023
])("in %s, over three years from %s, the ledger has the runs that croner names, one by one", async (zone, from) => {
  const start = new Date(from);
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + 3);
  let now = start.getTime();
  const time = { now: () => new Date(now), elapsed: () => now - start.getTime(), wait: () => Promise.resolve() };
  const store = createSqliteStore(":memory:", time.now);
  const schedules = CRONS.map((cron) => ({ cron, zone }));
  for (const schedule of schedules) {
    const [nextRun = null] = nextRuns(schedule, start, 1);
    await store.addDigest(newDigest({ schedule, nextRun, latest: 24 * HOUR, createdAt: start }));
  }
  const outbox = { draft: () => [], send: () => expect.fail(), find: () => expect.fail() };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (problem: object) => expect.fail(String(problem)) };
  const outboxes = new Map([["slack", outbox as never]]);
  const clock = createClock({ ...{ store, outboxes, compose, planWatch, log, time }, scheduling: { nextRuns, runsBetween } });
  for (; now <= end.getTime(); now += STEP) await clock.beat();
  for (const [k, schedule] of schedules.entries()) {
    const runs = await store.deliveries("w", { kind: "digest", number: k + 1 }, 9_999);
    expect(runs.map(({ occasion }) => occasion).toReversed(), schedule.cron).toEqual(byCroner(schedule, start, end));
    expect(runs.filter(({ state, missed }) => state !== "empty" || missed > 0)).toEqual([]);
  }
  await clock.stop();
  await store.close();
});

function byCroner({ cron, zone }: { cron: string; zone: string }, start: Date, end: Date): string[] {
  const job = new Cron(cron, { timezone: zone, mode: "5-part" });
  const runs: string[] = [];
  for (let next = job.nextRun(start); next !== null && next <= end; next = job.nextRun(next)) runs.push(next.toISOString());
  return runs;
}
