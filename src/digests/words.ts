import { UserError } from "../chat/errors.ts";
import { ascending, type Clause, type Days, EVERY_DAY, joinClauses, MINUTES_A_DAY } from "./clauses.ts";
import { EXAMPLES, inOrder } from "./cron.ts";
import { type DaysPiece, type Piece, piecesOf } from "./pieces.ts";

const WINDOWED = "for example “every 2 hours 9-18”";

/**
 * Reads days and times in words, in any order: "weekdays 08:00", "every 2 hours 9-18", "monday 8am, friday noon". Without days, it is every
 * day. Throws a UserError that names what is not understood.
 */
export function readWords(typed: string): Clause[] {
  const groups = typed.split(";").filter((part) => part.trim() !== "");
  const parts = groups.flatMap((part) => split(piecesOf(part), part));
  return joinClauses(parts.flatMap((part) => readPart(part, parts.length > 1)));
}

/** What was typed for one clause. */
interface Part {
  readonly typed: string;
  readonly pieces: readonly Piece[];
}

/** "monday 8am, friday noon" and "8am monday, noon friday" are two clauses: a new one begins where days and times alternate again. */
function split(pieces: readonly Piece[], typed: string): Part[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    const part = parts.at(-1)!;
    const isDays = "days" in piece;
    const hasBoth = part.some((each) => "days" in each) && part.some((each) => !("days" in each));
    if (hasBoth && "days" in part.at(-1)! !== isDays && !belongs(piece, part)) parts.push([piece]);
    else part.push(piece);
  }
  const last = parts.at(-1)!;
  if (parts.length > 1 && last.every(isMonths)) parts.at(-2)!.push(...parts.pop()!);
  return parts.map((pieces) => ({ pieces, typed: typed.trim() }));
}

/** "mondays 9:00 in january": no days of their own. */
const isMonths = (piece: Piece): boolean => "days" in piece && Object.keys(piece.days).join() === "months";

/** "every hour on weekdays 9-17", "monthly at 9 on the 15th". */
const belongs = (piece: Piece, part: readonly Piece[]): boolean =>
  "days" in piece
    ? part.every((each) => !("days" in each) || each.usual !== undefined)
    : ("from" in piece || "past" in piece) && part.some((each) => "every" in each) && !part.some((each) => "from" in each);

/** One clause, or where dates have months of their own ("15 march and 20 april", "15 march and mondays") one for each months. */
function readPart({ typed, pieces }: Part, isOneOfSeveral: boolean): Clause[] {
  const days = pieces.filter((piece) => "days" in piece);
  const times = readTimes(pieces, typed);
  if (times.length === 0) throw refusal(`“${typed}” names no time of day`);
  if (days.length === 0 && isOneOfSeveral) throw refusal(`“${typed}” does not say which days each time is for`);
  const whole = Map.groupBy(
    days.filter(({ isWhole }) => isWhole),
    (piece) => monthsOf([piece]),
  );
  const others = days.filter((piece) => !piece.isWhole);
  const areNone = others.every(({ days }) => Object.keys(days).length === 0);
  const isOne = whole.size === 0 || (whole.size === 1 && (areNone || whole.has(monthsOf(others))));
  const clauses = isOne ? [days] : [...whole.values(), ...(areNone ? [] : [others])];
  return clauses.map((each) => ({ days: readDays(each), times }));
}

const monthsOf = (pieces: readonly DaysPiece[]): string =>
  ascending(pieces.flatMap(({ days: { months = [] } }) => months)).join();

const refusal = (what: string, examples = EXAMPLES) => new UserError(`${what}. Type, ${examples}.`, "usage");

function readTimes(pieces: readonly Piece[], typed: string): number[] {
  const exact = pieces.flatMap((piece) => ("times" in piece ? piece.times : []));
  const past = pieces.flatMap((piece) => ("past" in piece ? [piece.past] : []));
  const intervals = pieces.filter((piece) => "every" in piece);
  const windows = pieces.filter((piece) => "from" in piece);
  if (intervals.length > 1 || windows.length > 1)
    throw refusal(`“${typed}” says more than once how often: part two schedules by a semicolon`, WINDOWED);
  const [interval] = intervals;
  const [window] = windows;
  if (interval === undefined) {
    if (window !== undefined) throw refusal(`“${typed}” says from when to when, but not how often`, WINDOWED);
    if (past.length > 0) throw refusal(`“${typed}” names minutes without an hour`, "for example “every hour at :15”");
    return ascending(exact);
  }
  if (past.length > 0 && interval.every !== 60)
    throw refusal(`“${typed}” names minutes, which only go with every hour`, "for example “every hour at :15”");
  const { from, to } = window ?? { from: 0, to: MINUTES_A_DAY - 1 };
  const until = to < from ? to + MINUTES_A_DAY : to; // over midnight
  const steps = Math.floor((until - from) / interval.every) + 1;
  const beats = Array.from({ length: steps }, (_, k) => (from + k * interval.every) % MINUTES_A_DAY);
  const all = past.length > 0 ? beats.flatMap((beat) => past.map((minute) => beat - (beat % 60) + minute)) : beats;
  return ascending([...all, ...exact]);
}

/** All that was named; what "monthly" and "weekly" mean by themselves only where nothing else was. */
function readDays(pieces: readonly DaysPiece[]): Days {
  const merge = (all: readonly Partial<Days>[]): Days => ({
    dates: sorted(all.flatMap(({ dates = [] }) => dates)),
    months: ascending(all.flatMap(({ months = [] }) => months)),
    weekdays: sorted(all.flatMap(({ weekdays = [] }) => weekdays)),
  });
  const named = merge(pieces.map(({ days }) => days));
  const usual = pieces.find((piece) => piece.usual !== undefined)?.usual ?? EVERY_DAY;
  const { dates, months, weekdays } = named.dates.length + named.weekdays.length > 0 ? named : merge([named, usual]);
  return {
    dates: restricting(dates, 31),
    months: restricting(months, 12),
    weekdays: restricting(weekdays, 7),
  };
}

const sorted = (values: readonly (number | string)[]) => [...new Set(values)].sort(inOrder);

const restricting = <T extends number | string>(values: readonly T[], all: number): readonly T[] =>
  values.filter((value) => typeof value === "number").length === all ? [] : values;
