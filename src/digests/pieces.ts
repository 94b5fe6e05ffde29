import { UserError } from "../chat/errors.ts";
import type { Days } from "./clauses.ts";
import { COUNT, interval, minutes, number, TIME, window } from "./clock-words.ts";
import { EXAMPLES } from "./cron.ts";
import {
  around,
  DATES_OF_MONTHS,
  dates,
  datesOf,
  MONTH,
  MONTHS_AND_DATES,
  month,
  NTH_OF,
  nthWeekday,
  ORDINALS,
  WEEKDAY,
  weekday,
} from "./day-words.ts";

/** What a word or a few of a schedule say. Times, beginnings and ends are minutes after midnight. */
export type Piece =
  | DaysPiece
  | { readonly times: readonly number[] }
  /** Minutes from one to the next. */
  | { readonly every: number }
  | { readonly from: number; readonly to: number }
  /** A minute of every hour. */
  | { readonly past: number };

export interface DaysPiece {
  readonly days: Partial<Days>;
  /** What is meant where nothing else of the clause names dates or weekdays. */
  readonly usual?: Partial<Days>;
  /** Dates with their own months, which are none of other months that the clause names. */
  readonly isWhole?: true;
}

/** What a text says, in its order; throws a UserError that names the first word that says nothing. */
export function piecesOf(typed: string): Piece[] {
  const text = typed
    .toLowerCase()
    .replace(/\b([ap])\.\s?m\b\.?/g, "$1m")
    .replace(/(?<=[a-z])\/(?=[a-z])/g, ",")
    .replace(/\bbetween (.+?) and /g, "$1-")
    .replace(/\s*(?:-|\b(?:to|until|till?|through|thru)\b)\s*/g, "-")
    .trim();
  const found: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const [length, piece] = next(text, at);
    if (piece !== null) found.push(piece);
    at += length;
  }
  return found;
}

/** How many letters a rule takes, and what they say; null for words that say nothing of their own. */
function next(text: string, at: number): [number, Piece | null] {
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return [match[0].length, read(match.slice(1), match[0])];
  }
  const word = /[^\s-]+|\S+/.exec(text.slice(at))![0].replace(/,$/, "");
  throw refusal(`“${word.slice(0, 40)}” is not understood as a day or a time`);
}

const DAY_EXAMPLES = "for example “mondays 08:00” or “1st of the month 09:00”";

const refusal = (what: string, examples = EXAMPLES) => new UserError(`${what}. Type, ${examples}.`, "usage");

type Reading = (groups: readonly (string | undefined)[], whole: string) => Piece | null;

/** A whole word or a few of them, at one place. */
const rule = (words: string, read: Reading): [RegExp, Reading] => [new RegExp(`(?:${words})(?![\\p{L}\\d:])`, "uy"), read];
const days =
  (days: Partial<Days>, usual?: Partial<Days>): Reading =>
  () => ({ days, ...(usual === undefined ? {} : { usual }) });
const nothing: Reading = () => null;
const never =
  (why: (whole: string) => string, examples?: string): Reading =>
  (_, whole) => {
    throw refusal(why(whole), examples);
  };

/** The first that fits is taken. */
const RULES: readonly [RegExp, Reading][] = [
  [/[\s,&+]+/y, nothing],
  rule("(?:every|each) (?:half(?: an)?|half-an)[ -]hour|half-hourly", () => ({ every: 30 })),
  rule("(?:every|each) quarter(?: of)?(?: an)? hour", () => ({ every: 15 })),
  rule("(?:every|each) (?:an )?hour and a half", () => ({ every: 90 })),
  rule("hourly|(?:every|each|once an|once every) hour(?: on the hour)?", () => ({ every: 60 })),
  rule("(?:every|each) (\\d{1,2})[.,]5 ?(?:hours?|hrs?|h)", ([hours], whole) => ({
    every: interval(Number(hours) * 60 + 30, whole),
  })),
  rule(`(?:every|each) ${COUNT} ?(minutes?|mins?|min|m|hours?|hrs?|h)`, ([count, unit], whole) => ({
    every: interval(number(count!) * (unit!.startsWith("m") ? 1 : 60), whole),
  })),
  rule("every minute|minutely", (_, whole) => ({ every: interval(1, whole) })),
  rule("daily|everyday|(?:every|each)(?: 1| one)? day|(?:every|each) night|nightly|once a day|7 days a week", days({})),
  rule(
    `every (?:other|second|2nd) ${WEEKDAY}(?! (?:of|in) )|(?:(?:every|each) )?${COUNT} (?:days?|weeks?|months?|years?)|fortnightly|biweekly|quarterly|yearly|annually`,
    never((whole) => `“${whole}” is not possible: name days of the week or of the month`, DAY_EXAMPLES),
  ),
  rule(
    `in ${COUNT} ?(?:minutes?|mins?|hours?|hrs?)|today|tonight|tomorrow|now|\\d{4}-\\d{1,2}-\\d{1,2}`,
    never((whole) => `“${whole}” comes once, and this is posted again and again: name days that come again`),
  ),
  rule(
    "\\d{1,3} (?:minutes?|mins?|hours?|hrs?)",
    never((whole) => `“${whole}” may be a time or how often: type “every ${whole}” or a time such as 08:00`),
  ),
  rule(
    `(?:every|each) \\d{1,3}(?![-.]| ?[ap]m| ?o'clock| (?:of |in )?${MONTH})`,
    never((whole) => `“${whole}” does not say of what`, "for example “every 15 minutes” or “every 2 hours 9-18”"),
  ),
  rule(
    "\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?",
    never((whole) => `“${whole}” may be read in two ways: write the month as a word`, "for example “15 March 09:00”"),
  ),
  rule("(?:every |each )?(?:weekdays?|workdays?|(?:work|working|business) days?)", days({ weekdays: [1, 2, 3, 4, 5] })),
  rule("(?:every |each )?weekends?", days({ weekdays: [0, 6] })),
  rule("weekly|(?:every|each|once a|a) week", days({}, { weekdays: [1] })),
  rule("monthly|(?:every|each|once a|a|the) month", days({}, { dates: [1] })),
  rule(`(${NTH_OF}) (${WEEKDAY})s?`, ([nth, name]) => ({ days: { weekdays: [nthWeekday(nth!, weekday(name!))] } })),
  rule(`at ${TIME}(?!-)`, ([time]) => ({ times: [minutes(time!)] })),
  rule(DATES_OF_MONTHS, ([dates, months]) => ({ days: datesOf(dates!, months!), isWhole: true })),
  rule(MONTHS_AND_DATES, ([months, dates]) => ({ days: datesOf(dates!, months!), isWhole: true })),
  rule("last day", days({ dates: ["L"] })),
  rule("first day", days({ dates: [1] })),
  rule(`(${WEEKDAY})s?-(${WEEKDAY})s?`, ([from, to]) => ({ days: { weekdays: around(weekday(from!), weekday(to!), 0, 7) } })),
  rule(`(${WEEKDAY})s?`, ([name]) => ({ days: { weekdays: [weekday(name!)] } })),
  rule(`(${MONTH})-(${MONTH})`, ([from, to]) => ({ days: { months: around(month(from!), month(to!), 1, 12) } })),
  rule(MONTH, (_, name) => ({ days: { months: [month(name)] } })),
  rule(`${ORDINALS}|day \\d{1,2}`, (_, whole) => ({ days: { dates: dates(whole) } })),
  rule(`${TIME}-${TIME}`, ([from, to], whole) => window(from!, to!, whole)),
  rule(TIME, ([time]) => ({ times: [minutes(time!)] })),
  rule(":([0-5]\\d)", ([minute]) => ({ past: Number(minute) })),
  rule("at|on|in|the|of|and|also|plus|from|every|each|once|past|days?|hrs|hours|o'clock", nothing),
];
