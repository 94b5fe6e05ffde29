const MINUTE = 60_000; // milliseconds
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const some = (count: number, what: string): string =>
  count === 1 ? `${what === "hour" ? "an" : "a"} ${what}` : `${count} ${what}s`;

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "5 May 2026", in UTC. */
export const day = (date: Date): string => DATE.format(date);

/** A length of time in its largest unit, rounded: "a minute", "25 minutes", "2 hours", "a day"; milliseconds. */
export function period(time: number): string {
  if (time < 59.5 * MINUTE) return some(Math.max(1, Math.round(time / MINUTE)), "minute");
  if (time < 23.5 * HOUR) return some(Math.round(time / HOUR), "hour");
  return some(Math.round(time / DAY), "day");
}

/** "every 25 minutes", "every hour". */
export const every = (time: number): string => `every ${period(time).replace(/^an? /, "")}`;

/** "25 minutes ago", "just now". */
export const ago = (date: Date, now: Date): string => {
  const time = now.getTime() - date.getTime();
  return time < MINUTE ? "just now" : `${period(time)} ago`;
};

/** "in 25 minutes", "now". */
export const ahead = (date: Date, now: Date): string => {
  const time = date.getTime() - now.getTime();
  return time < MINUTE / 2 ? "now" : `in ${period(time)}`;
};
