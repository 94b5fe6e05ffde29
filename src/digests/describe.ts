import { clock, listed, MONTHS, NTH, ordinal, two, WEEKDAYS } from "./calendar-words.ts";
import { type Clause, type Days, MINUTES_A_DAY } from "./clauses.ts";
import { runs } from "./cron.ts";

const FEWEST = 5; // times evenly apart that are told by how far
const MOST_LISTED = 24; // times that are told one by one, where hours and minutes tell them too

/** Clauses in plain words that `readWords` reads as the same clauses. */
export const describeClauses = (clauses: readonly Clause[]): string =>
  clauses.map((clause) => describeClause(clause, clauses.length > 1)).join("; ");

/** Of several clauses each says which days it is for. */
function describeClause({ days, times }: Clause, isOneOfSeveral: boolean): string {
  const often = describeInterval(times);
  const which = describeDays(days);
  if (often !== null) return which === null && !isOneOfSeveral ? often : `${often}, ${which ?? "every day"}`;
  return `${which ?? "daily"} at ${listed(times.map(clock))}`;
}

/** "every 30 minutes", "every 2 hours from 09:00 to 17:00", "every hour at :15"; null for times that are better told one by one. */
function describeInterval(times: readonly number[]): string | null {
  const [first, last] = [times[0]!, times.at(-1)!];
  const step = (times[1] ?? 0) - first;
  if (times.length >= FEWEST && times.every((time, k) => time === first + k * step)) {
    const often = step === 60 ? "every hour" : step % 60 === 0 ? `every ${step / 60} hours` : `every ${step} minutes`;
    const isAllDay = times.length * step === MINUTES_A_DAY;
    if (isAllDay && first === 0) return often;
    if (!isAllDay || step > 60) return `${often} from ${clock(first)} to ${clock(last)}`;
  }
  const hours = runs([...new Set(times.map((time) => Math.floor(time / 60)))]);
  const minutes = [...new Set(times.map((time) => time % 60))].sort((a, b) => a - b);
  const [from, to] = hours[0]!;
  if (hours.length > 1 || times.length !== (to - from + 1) * minutes.length) return null;
  const past = listed(minutes.map((minute) => `:${two(minute)}`));
  if (to - from === 23) return `every hour at ${past}`;
  return times.length > MOST_LISTED ? `every hour from ${from} to ${to} at ${past}` : null;
}

/** "weekdays", "Mondays and Fridays", "the 1st and 15th of January"; null for every day. */
function describeDays({ dates, months, weekdays }: Days): string | null {
  const named = months.length > 0 ? listed(spans(months, (month) => MONTHS[month - 1]!)) : null;
  const parts = [
    ...(dates.length > 0 ? [`the ${listed(datesInWords(dates))} of ${named ?? "the month"}`] : []),
    ...(weekdays.length > 0 ? [weekdaysInWords(weekdays, named)] : []),
  ];
  if (parts.length > 0) return parts.join(" and also ");
  return named === null ? null : `every day in ${named}`;
}

function datesInWords(dates: readonly (number | string)[]): string[] {
  const numbers = dates.filter((date) => typeof date === "number");
  return [...spans(numbers, ordinal), ...(dates.includes("L") ? ["last day"] : [])];
}

function weekdaysInWords(weekdays: readonly (number | string)[], months: string | null): string {
  const numbers = weekdays.filter((weekday) => typeof weekday === "number");
  const marks = weekdays.filter((weekday) => typeof weekday === "string");
  const nth = marks.map((mark) => `${mark[1] === "L" ? "last" : NTH[Number(mark[2]) - 1]} ${WEEKDAYS[Number(mark[0])]}`);
  return [
    ...(numbers.length > 0 ? [`${plainWeekdays(numbers)}${months === null ? "" : ` in ${months}`}`] : []),
    ...(nth.length > 0 ? [`the ${listed(nth)} of ${months ?? "the month"}`] : []),
  ].join(" and also ");
}

function plainWeekdays(numbers: readonly number[]): string {
  if (numbers.join() === "1,2,3,4,5") return "weekdays";
  if (numbers.join() === "0,6") return "weekends";
  const fromMonday = numbers.map((number) => (number === 0 ? 7 : number)).sort((a, b) => a - b);
  const alone = fromMonday.length < 3;
  return listed(spans(fromMonday, (number) => `${WEEKDAYS[number % 7]}${alone ? "s" : ""}`));
}

/** Three and more in a row as "first to last", the others one by one. */
function spans(numbers: readonly number[], name: (number: number) => string): string[] {
  return runs(numbers).flatMap(([from, to]) =>
    to - from > 1 ? [`${name(from)} to ${name(to)}`] : from === to ? [name(from)] : [name(from), name(to)],
  );
}
