import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { nextRuns, runsBetween } from "../../src/digests/schedule.ts";
import { iso, ONCE_A_DAY, ZONES } from "./tried-zones.ts";

const NINE = ZONES.slice(0, 9); // croner takes its time; all are in runs.changes.test.ts

describe.each(NINE)("%s, %s to %s", (zone, from, to) => {
  const [start, end] = [new Date(from), new Date(to)];

  test("runs of three years are croner's", () => {
    for (const cron of ONCE_A_DAY) {
      const theirs = byCroner(cron, zone, start, end);
      const ours = nextRuns({ cron, zone }, start, theirs.length + 1);
      expect(ours.slice(0, -1).map(iso), cron).toEqual(theirs.map(iso));
      expect(ours.at(-1)!.getTime()).toBeGreaterThan(end.getTime());
      expect(runsBetween({ cron, zone }, start, end)).toEqual({ count: theirs.length, last: theirs.at(-1) });
    }
  });
});

/**
 * croner's rule for fixed times is ours: one that does not exist comes at the first minute after the gap, one that comes twice comes the
 * first time. (Its rule for patterns with a wildcard, left out and twice, is for machines, not for people who read at 8; those are compared
 * with what Intl shows.)
 */
function byCroner(cron: string, zone: string, start: Date, end: Date): Date[] {
  const job = new Cron(cron, { timezone: zone, mode: "5-part" });
  const runs: Date[] = [];
  for (let next = job.nextRun(start); next !== null && next <= end; next = job.nextRun(next)) runs.push(next);
  return runs;
}
