import { expect, it } from "vitest";
import { readFeedDate } from "../../../src/ingest/feed/feed-date.ts";

it.each([
  ["Thu, 05 Mar 2026 10:30:00 +0100", "2026-03-05T09:30:00.000Z"],
  ["2026-03-05T10:30:00.5+01:00", "2026-03-05T09:30:00.500Z"],
  ["Thu, 05 Mar 26 09:30:00 GMT", "2026-03-05T09:30:00.000Z"],
  ["Fri, 05 Mar 99 09:30 EST", "1999-03-05T14:30:00.000Z"],
  ["Thursday, 5 March 2026 9:30:00 GMT", "2026-03-05T09:30:00.000Z"],
  ["Thu, 05 Mar 2026 10:30:00 CET", "2026-03-05T09:30:00.000Z"],
  ["Thu, 05 Mar 2026 10:30:00 GMT+1", "2026-03-05T09:30:00.000Z"],
  ["Thu, 05 Mar 2026 10:30:00 +01:00", "2026-03-05T09:30:00.000Z"],
  ["5-Mar-2026 09:30:00 Z", "2026-03-05T09:30:00.000Z"],
  ["Thu Mar 5 09:30:00 UTC 2026", "2026-03-05T09:30:00.000Z"],
  ["March 5, 2026 4:30 AM EST", "2026-03-05T09:30:00.000Z"],
  ["Mar 5, 2026 at 12:05 am UTC", "2026-03-05T00:05:00.000Z"],
  ["20260305T093000Z", "2026-03-05T09:30:00.000Z"],
  ["20260305", "2026-03-05T00:00:00.000Z"],
  ["2026/3/5 09:30:00 +0000", "2026-03-05T09:30:00.000Z"],
])("%s", (written, expected) => {
  expect(readFeedDate(written)?.toISOString()).toBe(expected);
});

it.each([
  ["Thu, 05 Mar 2026 23:30:00", "without a zone"],
  ["Thu, 05 Mar 2026 23:30:00 XYZ", "in a zone nobody knows"],
  ["2026-03-05 23:30", "without a zone"],
])("%s, %s, counts as its day", (written) => {
  expect(readFeedDate(written)?.toISOString()).toBe("2026-03-05T00:00:00.000Z");
});

it.each([
  "",
  "today",
  "2026",
  "2026-03",
  "03/05/2026 10:00",
  "31 Feb 2026 10:00 GMT",
  "5 Mar 2026 25:00 GMT",
  "5 Mar 2026 10:00 +9900",
  "x".repeat(100),
])("%s is no date", (written) => {
  expect(readFeedDate(written)).toBeNull();
});
