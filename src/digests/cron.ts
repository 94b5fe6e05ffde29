import { validateDetailed } from "node-cron";
import { UserError } from "../chat/errors.ts";
import { type Clause, joinClauses } from "./clauses.ts";

export const EXAMPLES = "for example “weekdays 08:00” or “every 2 hours 9-18”";

const FIELDS: Readonly<Record<string, string>> = {
  minute: "the minute (first field, 0 to 59)",
  hour: "the hour (second field, 0 to 23)",
  dayOfMonth: "the day of the month (third field, 1 to 31 or L)",
  month: "the month (fourth field, 1 to 12)",
  dayOfWeek: "the day of the week (fifth field, 0 to 7 or MON to SUN)",
};

const NAMES = /^@[a-z]+$/i;

const FIELD = "(?:[\\d*?,/#L-]|[a-z]{3}(?![a-z]))+";
const EXPRESSION = new RegExp(`^[\\d,/-]+ [\\d,/-]+(?: ${FIELD}){3,4}$`, "i");

/** Whether somebody means a cron expression: a name such as @daily, a field that is any, or five or six fields that begin with numbers. */
export function isCron(typed: string): boolean {
  const first = typed.split(";")[0]!.trim();
  return first.startsWith("@") || /(?:^| )[*?]/.test(first) || EXPRESSION.test(first);
}

/** Reads cron expressions of five fields, parted by semicolons; throws a UserError that names the field that is wrong. */
export const readCron = (typed: string): Clause[] => joinClauses(typed.split(";").map((one) => readOne(one.trim())));

function readOne(typed: string): Clause {
  const count = typed.split(/\s+/).length;
  if (!NAMES.test(typed) && count === 6) throw refusal(`“${typed}” has six fields: leave out the first, which counts seconds`);
  if (!NAMES.test(typed) && count !== 5)
    throw refusal(
      `A cron expression has five fields (minute, hour, day of the month, month, day of the week), and “${typed}” has ${count}`,
    );
  const { fields, errors } = validateDetailed(typed);
  if (fields === undefined) throw refusal(sentence(typed, errors[0]!));
  if (fields.dayOfMonth.some((date) => typeof date === "string" && date !== "L"))
    throw refusal(`“${typed}” counts from the nearest weekday or back from the end of a month, which is not possible here`);
  return {
    days: {
      dates: restricting(fields.dayOfMonth, 31),
      months: restricting(fields.month, 12),
      weekdays: restricting(fields.dayOfWeek, 7),
    },
    times: fields.hour.flatMap((hour) => fields.minute.map((minute) => hour * 60 + minute)),
  };
}

const refusal = (what: string) =>
  new UserError(`${what}. Type, for example “weekdays 08:00” or, as an expression, “0 8 * * 1-5”.`, "usage");

function sentence(typed: string, { field, value, message }: { field: string; value?: string; message: string }): string {
  if (/impossible/.test(message)) return `“${typed}” never comes: that month has no such day`;
  const name = FIELDS[field];
  if (name === undefined) return `“${typed}” is not a cron expression`;
  return `“${value}” in “${typed}” is no value for ${name}`;
}

/** Sorted, numbers first; empty where all values are there, for then they restrict nothing. */
function restricting<T extends number | string>(values: readonly T[], all: number): T[] {
  const distinct = [...new Set(values)];
  return distinct.filter((value) => typeof value === "number").length === all ? [] : distinct.sort(inOrder);
}

/** The order in which dates and weekdays are kept: numbers by size, then marks. */
export const inOrder = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number"
    ? a - b
    : Number(typeof a === "string") - Number(typeof b === "string") || (a < b ? -1 : 1);

/** The one spelling of clauses in cron: as many expressions as it takes, parted by "; ". `readCron` gives the same clauses again. */
export const writeCron = (clauses: readonly Clause[]): string =>
  clauses
    .flatMap(({ days: { dates, months, weekdays }, times }) => {
      const day = [field(dates, 1, 31), field(months, 1, 12), field(weekdays, 0, 6)].join(" ");
      return [...hoursOfMinutes(times)].map(([hours, minutes]) => `${field(minutes, 0, 59)} ${hours} ${day}`);
    })
    .join("; ");

/** Hours, as a field, and the minutes of each of them. */
function hoursOfMinutes(times: readonly number[]): Map<string, number[]> {
  const byMinute = Map.groupBy(times, (time) => time % 60);
  const minutes = [...byMinute.keys()].sort((a, b) => a - b);
  return Map.groupBy(minutes, (minute) =>
    field(
      byMinute.get(minute)!.map((time) => (time - minute) / 60),
      0,
      23,
    ),
  );
}

function field(values: readonly (number | string)[], min: number, max: number): string {
  const numbers = values.filter((value) => typeof value === "number");
  const marks = values.filter((value) => typeof value === "string");
  if (values.length === 0 || numbers.length === max - min + 1) return "*";
  return [...(numbers.length > 0 ? [spans(numbers, min, max)] : []), ...marks].join(",");
}

function spans(numbers: readonly number[], min: number, max: number): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const step = numbers.length > 2 ? numbers[1]! - first : 1;
  if (step > 1 && numbers.every((number, k) => number === first + k * step))
    return first === min && last + step > max ? `*/${step}` : `${first}-${last}/${step}`;
  return runs(numbers)
    .map(([from, to]) => (to - from > 1 ? `${from}-${to}` : from === to ? `${from}` : `${from},${to}`))
    .join(",");
}

/** Numbers that follow one another, as their first and last; ascending. */
export function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const run = found.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else found.push([number, number]);
  }
  return found;
}
