import { UserError } from "../chat/errors.ts";
import { MONTHS, NTH, WEEKDAYS } from "./calendar-words.ts";
import type { Days } from "./clauses.ts";
import { EXAMPLES } from "./cron.ts";

/** What a word or a few of a schedule say. Times, beginnings and ends are minutes after midnight. */
export type Piece =
  /** `usual` is what is meant where nothing else of the clause names dates or weekdays. */
  | { readonly days: Partial<Days>; readonly usual?: Partial<Days> }
  | { readonly times: readonly number[] }
  /** Minutes from one to the next. */
  | { readonly every: number }
  | { readonly from: number; readonly to: number }
  /** A minute of every hour. */
  | { readonly past: number };

/** What a text says, in its order; throws a UserError that names the first word that says nothing. */
export function piecesOf(typed: string): Piece[] {
  const text = typed
    .toLowerCase()
    .replace(/\b([ap])\.\s?m\b\.?/g, "$1m")
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
  throw unknown(/\S+/.exec(text.slice(at))![0].replace(/,$/, ""));
}

const unknown = (word: string) =>
  new UserError(`“${word.slice(0, 40)}” is not understood as a day or a time. Type, ${EXAMPLES}.`, "usage");

type Reading = (groups: readonly (string | undefined)[], whole: string) => Piece | null;

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  other: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};
const WEEKDAY = "(sun|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)";
const MONTH = `(${MONTHS.map((name) => name.toLowerCase()).join("|")}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const COUNT = `(\\d{1,4}|${Object.keys(NUMBERS).join("|")})`;
const ORDINAL = `(${NTH.join("|")}|1st|2nd|3rd|4th|5th|last)`;
const TIME = "(noon|midday|midnight|(?:[01]\\d|2[0-3])[0-5]\\d|\\d{1,2}(?:[:.h]\\d{2})?(?: ?[ap]m| ?h| ?o'clock)?)";

/** A whole word or a few of them, at one place. */
const rule = (words: string, read: Reading): [RegExp, Reading] => [new RegExp(`(?:${words})(?![\\p{L}\\d:])`, "uy"), read];
const days =
  (days: Partial<Days>, usual?: Partial<Days>): Reading =>
  () => ({ days, ...(usual === undefined ? {} : { usual }) });
const nothing: Reading = () => null;

/** The first that fits is taken. */
const RULES: readonly [RegExp, Reading][] = [
  [/[\s,&+]+/y, nothing],
  rule("(?:every|each) (?:half(?: an)?|half-an)[ -]hour|half-hourly", () => ({ every: 30 })),
  rule("(?:every|each) quarter(?: of)?(?: an)? hour", () => ({ every: 15 })),
  rule("hourly|(?:every|each|once an|once every) hour", () => ({ every: 60 })),
  rule(`(?:every|each) ${COUNT} ?(minutes?|mins?|min|m|hours?|hrs?|h)`, ([count, unit], whole) => ({
    every: interval(number(count!) * (unit!.startsWith("m") ? 1 : 60), whole),
  })),
  rule("every minute|minutely", (_, whole) => ({ every: interval(1, whole) })),
  rule(
    `every (?:other|second) ${WEEKDAY}|(?:every|each) ${COUNT} (?:days?|weeks?|months?|years?)|fortnightly|biweekly|quarterly|yearly|annually`,
    (_, whole) => {
      throw new UserError(`“${whole}” is not possible: name days of the week or of the month, ${DAY_EXAMPLES}.`, "usage");
    },
  ),
  rule("daily|everyday|(?:every|each) day|(?:every|each) night|nightly|once a day|7 days a week", days({})),
  rule("(?:every |each )?(?:weekdays?|workdays?|(?:work|working|business) days?)", days({ weekdays: [1, 2, 3, 4, 5] })),
  rule("(?:every |each )?weekends?", days({ weekdays: [0, 6] })),
  rule("weekly|(?:every|each|once a|a) week", days({}, { weekdays: [1] })),
  rule("monthly|(?:every|each|once a|a|the) month", days({}, { dates: [1] })),
  rule(`${ORDINAL} ${WEEKDAY}s?`, ([nth, name]) => ({ days: { weekdays: [nthWeekday(nth!, weekday(name!))] } })),
  rule("last day", days({ dates: ["L"] })),
  rule("first day", days({ dates: [1] })),
  rule(`${WEEKDAY}s?-${WEEKDAY}s?`, ([from, to]) => ({ days: { weekdays: around(weekday(from!), weekday(to!), 0, 7) } })),
  rule(`${WEEKDAY}s?`, ([name]) => ({ days: { weekdays: [weekday(name!)] } })),
  rule(`${MONTH}-${MONTH}`, ([from, to]) => ({ days: { months: around(month(from!), month(to!), 1, 12) } })),
  rule(MONTH, ([name]) => ({ days: { months: [month(name!)] } })),
  rule("(\\d{1,2})(?:st|nd|rd|th)?-(\\d{1,2})(?:st|nd|rd|th)", ([from, to]) => ({ days: { dates: dates(from!, to!) } })),
  rule("(\\d{1,2})(?:st|nd|rd|th)|day (\\d{1,2})", ([one, other]) => ({ days: { dates: dates(one ?? other!, one ?? other!) } })),
  rule(`${TIME}-${TIME}`, ([from, to], whole) => window(from!, to!, whole)),
  rule(TIME, ([time]) => ({ times: [minutes(time!)] })),
  rule(":([0-5]\\d)", ([minute]) => ({ past: Number(minute) })),
  rule("at|on|in|the|of|and|also|plus|from|every|each|once|past|days?|hrs|hours|o'clock", nothing),
];

const DAY_EXAMPLES = "for example “mondays 08:00” or “1st of the month 09:00”";

const number = (word: string): number => NUMBERS[word] ?? Number(word);

function interval(minutes: number, typed: string): number {
  if (minutes < 5 || minutes > 12 * 60)
    throw new UserError(
      `“${typed}” is not possible: the least is every 5 minutes, the most every 12 hours. Type, ${EXAMPLES}.`,
      "usage",
    );
  return minutes;
}

const weekday = (name: string): number => WEEKDAYS.findIndex((full) => full.toLowerCase().startsWith(name.slice(0, 3)));
const month = (name: string): number => MONTHS.findIndex((full) => full.toLowerCase().startsWith(name.slice(0, 3))) + 1;

function nthWeekday(nth: string, weekday: number): string {
  const count = (NTH as readonly string[]).indexOf(nth) + 1 || Number.parseInt(nth, 10);
  return nth === "last" ? `${weekday}L` : `${weekday}#${count}`;
}

/** From one to another, beginning again after the last: Friday to Monday, November to February. */
function around(from: number, to: number, first: number, count: number): number[] {
  const steps = (to - from + count) % count;
  return Array.from({ length: steps + 1 }, (_, k) => ((from - first + k) % count) + first);
}

function dates(from: string, to: string): number[] {
  const [first, last] = [Number(from), Number(to)];
  const wrong = first < 1 || first > 31 ? from : last > 31 || last < first ? to : null;
  if (wrong !== null) throw unknown(`${wrong}th`);
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/** "9-18", "9am-6pm"; refuses "9-5", which may mean the afternoon or the night. */
function window(from: string, to: string, typed: string): Piece {
  const [first, last] = [minutes(from), minutes(to)];
  const isDoubtful = last < first && first <= 12 * 60 && /^\d{1,2}$/.test(to);
  if (isDoubtful)
    throw new UserError(
      `“${typed}” may end by day or by night: type it as “${from}-${Number(to) + 12}” or “${from}-${to}am”.`,
      "usage",
    );
  return { from: first, to: last };
}

/** Minutes after midnight of "8", "08:00", "8.30pm", "0800", "noon". */
function minutes(typed: string): number {
  if (typed === "midnight") return 0;
  if (typed === "noon" || typed === "midday") return 12 * 60;
  const [, hours, past, half] = /^(\d{1,2}?)(?:[:.h]?(\d{2}))? ?([ap])?(?:m|h|o'clock)?$/.exec(typed)!;
  const hour = Number(hours);
  const minute = Number(past ?? 0);
  const isWrong = minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12);
  if (isWrong) throw new UserError(`There is no ${typed} on a clock. Type, ${EXAMPLES}.`, "usage");
  return (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
