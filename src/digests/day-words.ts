import { UserError } from "../chat/errors.ts";
import { MONTHS, NTH, WEEKDAYS } from "./calendar-words.ts";
import type { Days } from "./clauses.ts";
import { EXAMPLES } from "./cron.ts";

/** Days of the calendar as people write them: patterns without a group that tells, and what they mean. All in small letters. */
export const WEEKDAY =
  "(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat)";
export const MONTH = `(?:${MONTHS.map((name) => name.toLowerCase()).join("|")}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)`;
export const NTH_OF = `(?:${NTH.join("|")}|1st|2nd|3rd|4th|5th|last)`;
const ORDINAL = "\\d{1,2}(?:st|nd|rd|th)";
/** "1st", "1-5th". */
export const ORDINALS = `\\d{1,2}(?:st|nd|rd|th)?-${ORDINAL}|${ORDINAL}`;
const AND = "(?:,? and |, ?| ?& ?)(?:on )?(?:the )?";
const series = (one: string): string => `(?:${one})(?:${AND}(?:${one}))*`;
const MONTHS_NAMED = series(`${MONTH}(?:-${MONTH})?(?![\\p{L}\\d])`);
/** "15 march", "1st to 5th and last day of march and april": days in one group, months in another. */
export const DATES_OF_MONTHS = `(${series(`${ORDINALS}|\\d{1,2}|last day`)}) (?:of |in )?(${MONTHS_NAMED})`;
/** "march 15", "march the 1st and 15th": months in one group, days in another. A lone number may be no time of day. */
export const MONTHS_AND_DATES = `(${MONTHS_NAMED}) (?:on )?(?:the )?(\\d{1,2}(?!\\d|[:.h-]| ?[ap]m| ?o'clock)|${series(ORDINALS)})`;

export const weekday = (name: string): number => WEEKDAYS.findIndex((full) => full.toLowerCase().startsWith(name.slice(0, 3)));
export const month = (name: string): number => MONTHS.findIndex((full) => full.toLowerCase().startsWith(name.slice(0, 3))) + 1;

/** As cron marks the "second" Monday of a month. */
export function nthWeekday(nth: string, weekday: number): string {
  const count = (NTH as readonly string[]).indexOf(nth) + 1 || Number.parseInt(nth, 10);
  return nth === "last" ? `${weekday}L` : `${weekday}#${count}`;
}

/** From one to another, beginning again after the last: Friday to Monday, November to February. */
export function around(from: number, to: number, first: number, count: number): number[] {
  const steps = (to - from + count) % count;
  return Array.from({ length: steps + 1 }, (_, k) => ((from - first + k) % count) + first);
}

/** The dates of "15", "1st", "day 3" or "1-5th"; throws a UserError for one that no month has. */
export function dates(typed: string): number[] {
  const [first = 0, last = first] = typed.match(/\d+/g)?.map(Number) ?? [];
  if (first < 1 || last > 31 || last < first)
    throw new UserError(`There is no “${typed}” in any month. Type, ${EXAMPLES}.`, "usage");
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/** Named dates of named months. */
export const datesOf = (days: string, months: string): Pick<Days, "dates" | "months"> => ({
  dates: days
    .match(new RegExp(`${ORDINALS}|\\d+|last day`, "g"))!
    .flatMap((day): (number | string)[] => (day === "last day" ? ["L"] : dates(day))),
  months: months.match(new RegExp(`${MONTH}(?:-${MONTH})?`, "g"))!.flatMap((named) => {
    const [from, to = from] = named.split("-").map(month);
    return around(from!, to!, 1, 12);
  }),
});
