import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { nextRuns, runsBetween } from "../../src/digests/schedule.ts";
import { iso, SCHEDULES, ZONES } from "./tried-zones.ts";

const DAY = 86_400_000; // milliseconds

/** What clocks of a zone show, as "2026-03-29 02:30": text that sorts as time goes. */
const clockOf = (zone: string) => {
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone });
  return (instant: number) => format.format(instant);
};

/** Days (of UTC) around which a zone's clocks change. */
function changes(zone: string, from: number, to: number): number[] {
  const show = clockOf(zone);
  const offset = (instant: number) => Date.parse(`${show(instant).replace(" ", "T")}Z`) - instant;
  const days = Array.from({ length: (to - from) / DAY }, (_, k) => from + k * DAY);
  return days.filter((day) => offset(day) !== offset(day + DAY));
}

describe.each(ZONES)("%s, %s to %s", (zone, from, to) => {
  const [start, end] = [new Date(from), new Date(to)];

  test("runs around each change of the clocks are those of every quarter of an hour looked at", () => {
    for (const day of changes(zone, start.getTime(), end.getTime())) {
      const [first, last] = [day - DAY, day + 2 * DAY];
      const shown = firstShown(zone, first - DAY, last + DAY);
      for (const cron of SCHEDULES) {
        const { count } = runsBetween({ cron, zone }, new Date(first - 1), new Date(last));
        const ours = nextRuns({ cron, zone }, new Date(first - 1), count);
        const theirs = byClocks(cron, shown).filter((run) => run >= first && run <= last);
        expect(ours.map(iso), `${cron} around ${iso(new Date(day))}`).toEqual(theirs.map((run) => iso(new Date(run))));
      }
    }
  });
});

const QUARTER = 900_000; // milliseconds: offsets and schedules above are multiples of it

/** When clocks first show a quarter of an hour, by Intl; in the order of what they show. */
function firstShown(zone: string, first: number, last: number): ReadonlyMap<string, number> {
  const show = clockOf(zone);
  const shown = new Map<string, number>();
  for (let at = first; at <= last; at += QUARTER) {
    const label = show(at);
    if (!shown.has(label)) shown.set(label, at);
  }
  return new Map([...shown].sort());
}

/** Each time that a schedule names when clocks show it, or the next that they show, on days that they show at all. */
function byClocks(cron: string, shown: ReadonlyMap<string, number>): number[] {
  const labels = [...shown.keys()];
  const dates = [...new Set(labels.map((label) => label.slice(0, 10)))];
  const job = new Cron(cron, { timezone: "UTC", mode: "5-part" });
  const from = new Date(Date.parse(dates[0]!) - 1);
  const runs = new Set<number>();
  for (let next = job.nextRun(from)!; iso(next).slice(0, 10) <= dates.at(-1)!; next = job.nextRun(next)!) {
    const label = iso(next).slice(0, 16).replace("T", " ");
    if (!dates.includes(label.slice(0, 10))) continue;
    const found = shown.has(label) ? label : labels.find((each) => each > label);
    if (found !== undefined) runs.add(shown.get(found)!);
  }
  return [...runs].sort((a, b) => a - b);
}
