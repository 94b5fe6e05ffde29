import { UserError } from "../chat/errors.ts";
import { EXAMPLES } from "./cron.ts";

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

/** Times and intervals as people write them, each one group, and what they mean. All in small letters. */
export const COUNT = `(\\d{1,4}|${Object.keys(NUMBERS).join("|")})`;
export const TIME = "(noon|midday|midnight|(?:[01]\\d|2[0-3])[0-5]\\d|\\d{1,2}(?:[:.h]\\d{2})?(?: ?[ap]m| ?h| ?o'clock)?)";

export const number = (word: string): number => NUMBERS[word] ?? Number(word);

/** Minutes from one to the next; throws a UserError where that is too often or too seldom. */
export function interval(minutes: number, typed: string): number {
  if (minutes < 5 || minutes > 12 * 60)
    throw new UserError(
      `“${typed}” is not possible: the least is every 5 minutes, the most every 12 hours. Type, ${EXAMPLES}.`,
      "usage",
    );
  return minutes;
}

/** "9-18", "9am-6pm" in minutes after midnight; refuses "9-5", which may mean the afternoon or the night. */
export function window(from: string, to: string, typed: string): { from: number; to: number } {
  const [first, last] = [minutes(from), minutes(to)];
  const isDoubtful = last < first && first <= 12 * 60 && /^\d{1,2}$/.test(to);
  if (isDoubtful)
    throw new UserError(
      `“${typed}” may end by day or by night: type it as “${from}-${Number(to) + 12}” or “${from}-${to}am”.`,
      "usage",
    );
  return { from: first, to: last };
}

/** Minutes after midnight of "8", "08:00", "8.30pm", "0800", "noon"; throws a UserError for what no clock shows. */
export function minutes(typed: string): number {
  if (typed === "midnight") return 0;
  if (typed === "noon" || typed === "midday") return 12 * 60;
  const [, hours, past, half] = /^(\d{1,2}?)(?:[:.h]?(\d{2}))? ?([ap])?(?:m|h|o'clock)?$/.exec(typed)!;
  const hour = Number(hours);
  const minute = Number(past ?? 0);
  const isWrong = minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12);
  if (isWrong) throw new UserError(`There is no ${typed} on a clock. Type, ${EXAMPLES}.`, "usage");
  return (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
