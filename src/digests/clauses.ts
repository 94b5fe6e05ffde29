import { DAY } from "./time.ts";

/**
 * Days of the calendar, as cron names them: an empty list restricts nothing. Where dates and weekdays are both given, a day that fits
 * either will do, as crontab(5) has it (node-cron's own tasks want both).
 */
export interface Days {
  /** 1 to 31, and "L" for the last day of a month. */
  readonly dates: readonly (number | string)[];
  /** 1 to 12. */
  readonly months: readonly number[];
  /** 0 (Sunday) to 6, "1#2" for the second Monday of a month, "5L" for its last Friday. */
  readonly weekdays: readonly (number | string)[];
}

/** A part of a schedule: times on certain days. */
export interface Clause {
  readonly days: Days;
  /** Minutes after midnight on a clock, ascending, each once. */
  readonly times: readonly number[];
}

export const MINUTES_A_DAY = 24 * 60;
export const EVERY_DAY: Days = { dates: [], months: [], weekdays: [] };

export const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);

/** Clauses with the same days become one; the order is that of first mention. */
export function joinClauses(clauses: readonly Clause[]): Clause[] {
  const alike = Map.groupBy(clauses, ({ days }) => JSON.stringify([days.dates, days.months, days.weekdays]));
  return [...alike.values()].map((same) => ({ days: same[0]!.days, times: ascending(same.flatMap(({ times }) => times)) }));
}

/** All times of a day of the calendar, counted from 1 January 1970; minutes after midnight, ascending. */
export function timesOfDay(clauses: readonly Clause[], day: number): readonly number[] {
  const fitting = clauses.filter(({ days }) => holds(days, day));
  return fitting.length === 1 ? fitting[0]!.times : ascending(fitting.flatMap(({ times }) => times));
}

function holds({ dates, months, weekdays }: Days, day: number): boolean {
  const at = new Date(day * DAY);
  if (months.length > 0 && !months.includes(at.getUTCMonth() + 1)) return false;
  const isDate = () => dates.includes(at.getUTCDate()) || (dates.includes("L") && new Date((day + 1) * DAY).getUTCDate() === 1);
  const isWeekday = () => weekdaysOf(at).some((each) => weekdays.includes(each));
  if (dates.length === 0) return weekdays.length === 0 || isWeekday();
  return isDate() || (weekdays.length > 0 && isWeekday());
}

/** Every way in which cron names the weekday of a date: 1, "1#4", "1L". */
function weekdaysOf(at: Date): (number | string)[] {
  const weekday = at.getUTCDay();
  const isLast = new Date(at.getTime() + 7 * DAY).getUTCMonth() !== at.getUTCMonth();
  return [weekday, `${weekday}#${Math.ceil(at.getUTCDate() / 7)}`, ...(isLast ? [`${weekday}L`] : [])];
}
