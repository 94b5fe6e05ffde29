/** As `Date` counts them: 0 is Sunday. */
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "08:05" for minutes after midnight. */
export const clock = (time: number): string => `${two(Math.floor(time / 60))}:${two(time % 60)}`;

export const two = (number: number): string => String(number).padStart(2, "0");

export const NTH = ["first", "second", "third", "fourth", "fifth"] as const;

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");

const ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
const ORDINAL = new Intl.PluralRules("en", { type: "ordinal" });
/** "1st", "22nd". */
export const ordinal = (date: number): string => `${date}${ENDINGS[ORDINAL.select(date)]}`;
