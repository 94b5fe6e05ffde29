import { UserError } from "../chat/errors.ts";
import type { Schedule } from "../model.ts";
import { clock, listed, MONTHS, ordinal } from "./calendar-words.ts";
import { type Clause, MINUTES_A_DAY, timesOfDay } from "./clauses.ts";
import { createDays } from "./clock-days.ts";
import { EXAMPLES, isCron, readCron, writeCron } from "./cron.ts";
import { describeClauses } from "./describe.ts";
import { readWords } from "./words.ts";
import { readZone, zoneAtEnd } from "./zones.ts";

const CLOSEST = 5; // minutes between two runs
const LOOKED_AHEAD = 41 * 366; // days: a fifth Monday of February comes every 28 years, and once in 40 over the year 2100
const LEAP_YEAR = 2028;
const ITS_FIRST = 21_184; // day, counted from 1 January 1970

/**
 * Reads what people type: days and times in words, or cron expressions, on the clocks of `zone`; of another where they end in its name, in
 * brackets or as IANA writes it. Throws a UserError that says what is wrong and what is possible.
 */
export function readSchedule(typed: string, zone: string): Schedule {
  const whole = plain(typed);
  const [, before = "", inBrackets] = /^(.*?)\(([^()]*)\)$/.exec(whole) ?? [];
  const named = inBrackets ?? zoneAtEnd(whole);
  const text = (inBrackets !== undefined ? before : named === null ? whole : whole.slice(0, -named.length)).trim();
  if (/^[\s;]*$/.test(text)) throw new UserError(`Say when: ${EXAMPLES}.`, "usage");
  const clauses = isCron(text) ? readCron(text) : readWords(text);
  for (const clause of clauses) refuseNoSuchDay(text, clause);
  refuseTooOften(text, clauses);
  return { cron: writeCron(clauses), zone: named === null ? zone : readZone(named) };
}

/** Without the differences that typing makes: width of letters, kinds of spaces and dashes. */
const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/\p{Pd}|−/gu, "-")
    .replace(/[\s\p{Zs}]+/gu, " ")
    .trim();

/** "weekdays at 08:00 (Europe/London)". */
export const describeSchedule = ({ cron, zone }: Schedule): string => `${describeClauses(readCron(cron))} (${zone})`;

/**
 * The next runs strictly after an instant; fewer than asked for where there are no more. A run is a minute of the zone's own clocks: one
 * that they jump over comes at the next they show, one that they show twice comes once, the first time.
 */
export function nextRuns(schedule: Schedule, after: Date, count: number): Date[] {
  const found: Date[] = [];
  for (const runs of daysOfRuns(schedule, after)) {
    if (found.length >= count) break;
    found.push(...runs.slice(0, count - found.length).map((run) => new Date(run)));
  }
  return found;
}

/** How many runs there are after one instant up to and with another, and the last of them. */
export function runsBetween(schedule: Schedule, after: Date, upTo: Date): { last: Date | null; count: number } {
  const end = upTo.getTime();
  let last: Date | null = null;
  let count = 0;
  for (const runs of daysOfRuns(schedule, after, end)) {
    const within = runs.at(-1)! <= end ? runs : runs.filter((run) => run <= end);
    if (within.length > 0) last = new Date(within.at(-1)!);
    count += within.length;
  }
  return { last, count };
}

/** The runs after an instant, a day's at a time, for the days that have any; ends with the first day after `end`, or after a gap of decades. */
function* daysOfRuns({ cron, zone }: Schedule, after: Date, end = Number.POSITIVE_INFINITY): Generator<number[]> {
  const clauses = readCron(cron);
  const days = createDays(zone);
  const firstDay = days.dayOf(after.getTime()) - 1; // clocks can go back over midnight
  const lastDay = end === Number.POSITIVE_INFINITY ? end : days.dayOf(end) + 1;
  let latest = after.getTime();
  let empty = 0;
  for (let day = firstDay; day <= lastDay && empty < LOOKED_AHEAD; day++, empty++) {
    const times = timesOfDay(clauses, day);
    if (times.length === 0) continue;
    const instants = days.instants(day, times);
    const runs = (instants[0] ?? 0) > latest ? instants : instants.filter((instant) => instant > latest);
    if (runs.length === 0) continue;
    latest = runs.at(-1)!;
    empty = 0;
    yield runs;
  }
}

/** Looks at a leap year, in which every day of a calendar comes. */
function refuseTooOften(typed: string, clauses: readonly Clause[]): void {
  let before = Number.NEGATIVE_INFINITY; // minutes
  for (let day = ITS_FIRST; day < ITS_FIRST + 366; day++)
    for (const time of timesOfDay(clauses, day)) {
      const run = day * MINUTES_A_DAY + time;
      if (run - before < CLOSEST)
        throw new UserError(
          `“${typed}” would post more often than every ${CLOSEST} minutes. Type, for example, “every 30 minutes 9-17” or “hourly”.`,
          "usage",
        );
      before = run;
    }
}

/** Refuses dates that none of their months has; whatever else is in a clause comes one day. */
function refuseNoSuchDay(typed: string, { days: { dates, months }, times }: Clause): void {
  const longest = Math.max(...months.map((month) => new Date(Date.UTC(LEAP_YEAR, month, 0)).getUTCDate()));
  if (months.length === 0 || dates.length === 0 || dates.some((date) => typeof date === "string" || date <= longest)) return;
  const named = listed(months.map((month) => MONTHS[month - 1]!));
  const missing = dates.map((date) => ordinal(Number(date))).join(" or ");
  throw new UserError(
    `“${typed}” never comes: ${named} ${months.length > 1 ? "have" : "has"} no ${missing}. ` +
      `Type a day that is there, for example “last day of ${named} ${clock(times[0]!)}”.`,
    "usage",
  );
}
