import { describe, expect, test } from "vitest";
import { firstPace, nextPace } from "../../../src/ingest/polling/pace.ts";
import { nextPoll, nextTry, readRetryAfter } from "../../../src/ingest/polling/schedule.ts";
import type { FeedWishes } from "../../../src/store/feed-store.ts";

/** A Tuesday. */
const NOW = new Date("2026-05-05T12:00:00Z");
const minutes = (date: Date) => Math.round(((date.getTime() - NOW.getTime()) / 60_000) * 10) / 10;
const http = (later: number) => new Date(NOW.getTime() + later * 60_000).toUTCString();
const NONE = { cacheControl: null, expires: null, retryAfter: null };
const DAY = 1440;

describe("when a feed is asked again that has answered, in minutes from now", () => {
  const waits = (
    pace: number,
    answer: Partial<typeof NONE> | Record<string, string>,
    wishes: Partial<FeedWishes> = {},
    jitter = 0,
  ) =>
    minutes(
      nextPoll(
        { now: NOW, jitter },
        {
          pace: pace * 60_000,
          wishes: { ttlMinutes: null, skipHours: [], skipDays: [], ...wishes },
          answer: { ...NONE, ...answer },
        },
      ),
    );
  test.each<[string, number, Record<string, string>, number]>([
    ["at its pace", 30, {}, 30],
    ["never within five minutes", 1, {}, 5],
    ["at least once a day", 5 * DAY, {}, DAY],
    ["max-age is waited for", 30, { cacheControl: "public, max-age=7200" }, 120],
    ["a max-age shorter than the pace changes nothing", 30, { cacheControl: "max-age=60" }, 30],
    ["max-age in capitals and marks", 30, { cacheControl: 'MAX-AGE = "7200"' }, 120],
    ["s-maxage is for others", 30, { cacheControl: "s-maxage=7200" }, 30],
    ["no-cache goes before max-age", 30, { cacheControl: "no-cache, max-age=7200" }, 30],
    ["a year of max-age is a day", 30, { cacheControl: "max-age=31536000" }, DAY],
    ["Expires", 30, { expires: http(45) }, 45],
    ["Expires after max-age does not count", 30, { cacheControl: "max-age=3600", expires: http(500) }, 60],
    ["Expires in the past", 30, { expires: http(-45) }, 30],
    ["Expires that is no date", 30, { expires: "0" }, 30],
    ["Retry-After in seconds", 30, { retryAfter: "5400" }, 90],
    ["Retry-After as a date", 30, { retryAfter: http(100) }, 100],
    ["the longest of what is asked", 30, { cacheControl: "max-age=3600", retryAfter: "7200" }, 120],
    ["nonsense", 30, { cacheControl: "max-age=soon", retryAfter: "later", expires: "never" }, 30],
  ])("%s", (_, pace, answer, expected) => expect(waits(pace, answer)).toBe(expected));

  test.each<[string, number, Partial<FeedWishes>, number]>([
    ["ttl", 30, { ttlMinutes: 60 }, 60],
    ["a ttl of a week is a day", 30, { ttlMinutes: 7 * DAY }, DAY],
    ["a ttl below nothing", 30, { ttlMinutes: -5 }, 30],
    ["an hour that is skipped", 30, { skipHours: [12] }, 60],
    ["several hours", 30, { skipHours: [12, 13, 14] }, 180],
    ["24 is midnight", 11.9 * 60, { skipHours: [23, 24] }, 13 * 60],
    ["an hour that is not near", 30, { skipHours: [20] }, 30],
    ["today is skipped", 30, { skipDays: ["Tuesday"] }, 12 * 60],
    ["three days in capitals", 30, { skipDays: ["TUESDAY", "wednesday", "Thursday"] }, 12 * 60 + 2 * DAY],
    ["a day and the hours after it", 30, { skipDays: ["Tuesday"], skipHours: [0, 1] }, 14 * 60],
    ["every hour is none", 30, { skipHours: Array.from({ length: 24 }, (_, hour) => hour) }, 30],
    ["a day that is none", 30, { skipDays: ["Someday"] }, 30],
  ])("%s", (_, pace, wishes, expected) => expect(waits(pace, {}, wishes)).toBe(expected));

  test("jitter makes it later, never sooner than asked, never past a day", () => {
    expect([waits(30, {}, {}, 0.5), waits(30, {}, {}, 1)]).toEqual([31.5, 33]);
    expect(waits(30, { cacheControl: "max-age=7200" }, {}, 0.5)).toBe(126);
    expect(waits(5 * DAY, {}, {}, 1)).toBe(DAY);
    expect(waits(30, {}, { skipHours: [12] }, 0.5)).toBe(65);
  });
});

test.each<[number, string | null, number]>([
  [1, null, 10],
  [2, null, 20],
  [5, null, 160],
  [9, null, DAY],
  [5_000, null, DAY],
  [1, "3600", 60],
  [1, http(90), 90],
  [9, "60", DAY],
  [1, "999999999", DAY],
])("after %d failures and Retry-After %j a feed is tried again in %d minutes", (failures, retryAfter, expected) => {
  expect(minutes(nextTry({ now: NOW, jitter: 0 }, { failures, retryAfter }))).toBe(expected);
});

test.each<[string | null, number]>([
  [null, 0],
  ["120", 120_000],
  [" 7 ", 7_000],
  ["-5", 0],
  ["Tue, 05 May 2026 12:01:00 GMT", 60_000],
  ["Tue, 05 May 2026 11:00:00 GMT", 0],
  ["99999999999999999999", 0],
])("Retry-After %j is %d ms", (value, expected) => expect(readRetryAfter(value, NOW)).toBe(expected));

describe("the pace of a feed, in minutes", () => {
  const ago = (...each: number[]) => each.map((minutes) => new Date(NOW.getTime() - minutes * 60_000));
  test.each<[string, Date[], number]>([
    ["without dates", [], 60],
    ["one entry", ago(5), 60],
    ["one an hour", ago(0, 60, 120, 180), 60],
    ["one a minute", ago(0, 1, 2, 3), 5],
    ["one a month", ago(0, 30 * DAY, 60 * DAY), DAY],
    [
      "the newest ten count, in any order",
      [...ago(...Array.from({ length: 10 }, (_, k) => k * 20)).reverse(), ...ago(90 * DAY)],
      20,
    ],
    ["fallen silent", ago(600, 610, 620), 150],
    ["dates to come do not count", [...ago(0, 30, 60), new Date("2031-01-01")], 30],
  ])("at first: %s", (_, published, expected) => expect(firstPace(published, NOW) / 60_000).toBe(expected));

  test.each<[number, number, number]>([
    [60, 0, 75],
    [60, 1, 60],
    [60, 2, 30],
    [60, 9, 15],
    [5, 9, 5],
    [DAY, 0, DAY],
  ])("%d after %d new entries is %d", (pace, arrived, expected) => {
    expect(nextPace(pace * 60_000, arrived) / 60_000).toBe(expected);
  });

  test("settles where about one entry comes a poll", () => {
    let pace = 60 * 60_000;
    for (let k = 0; k < 50; k++) pace = nextPace(pace, Math.round(pace / (17 * 60_000)));
    expect(pace / 60_000).toBeGreaterThan(8);
    expect(pace / 60_000).toBeLessThan(26);
  });
});
