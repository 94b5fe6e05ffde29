import { expect, test } from "vitest";
import { fullHour, isQuiet } from "../../src/digests/hours.ts";

const NIGHT = { from: 22 * 60, to: 7 * 60, zone: "Europe/London" };

test.each<[string, { from: number; to: number; zone: string }, string, boolean]>([
  ["before it begins", NIGHT, "2026-01-05T21:59:59Z", false],
  ["when it begins", NIGHT, "2026-01-05T22:00:00Z", true],
  ["after midnight", NIGHT, "2026-01-06T03:00:00Z", true],
  ["its last minute", NIGHT, "2026-01-06T06:59:59Z", true],
  ["when it ends", NIGHT, "2026-01-06T07:00:00Z", false],
  ["an hour earlier in summer", NIGHT, "2026-07-05T21:00:00Z", true],
  ["an hour earlier in summer, in the morning", NIGHT, "2026-07-06T06:00:00Z", false],
  ["the night in which the clocks go forward, before", NIGHT, "2026-03-29T05:59:00Z", true],
  ["the night in which the clocks go forward, after", NIGHT, "2026-03-29T06:00:00Z", false],
  ["the night in which the clocks go back, at seven", NIGHT, "2026-10-25T07:00:00Z", false],
  ["an hour that comes twice, the first time", { from: 60, to: 120, zone: "Europe/London" }, "2026-10-25T00:30:00Z", true],
  ["an hour that comes twice, the second time", { from: 60, to: 120, zone: "Europe/London" }, "2026-10-25T01:30:00Z", true],
  ["half an hour off", { from: 0, to: 30, zone: "Asia/Kolkata" }, "2026-01-05T18:45:00Z", true],
  ["within a day", { from: 12 * 60, to: 13 * 60, zone: "UTC" }, "2026-01-05T13:00:00Z", false],
])("%s", (_, hours, now, expected) => {
  expect(isQuiet(hours, new Date(now))).toBe(expected);
});

test("without quiet hours no time is quiet, and hours are full in UTC", () => {
  expect(isQuiet(null, new Date())).toBe(false);
  expect(fullHour(new Date("2026-05-05T10:59:59.999Z"))).toEqual(new Date("2026-05-05T10:00:00Z"));
});
