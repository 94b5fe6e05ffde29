import { DAY } from "./time.ts";
import { showInstant } from "./zones.ts";

const shown = (zone: string, options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(date);

/** "08:00", on a zone's clocks. */
export const clockOf = (date: Date, zone: string): string =>
  shown(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, date);

/** An instant as somebody reads it later: "08:00" on the same day, "Friday 08:00" within six days, else with its date. */
export function instantFrom(date: Date, now: Date, zone: string): string {
  const dayOf = (of: Date) => shown(zone, { year: "numeric", month: "2-digit", day: "2-digit" }, of);
  if (dayOf(date) === dayOf(now)) return clockOf(date, zone);
  if (Math.abs(now.getTime() - date.getTime()) < 6 * DAY)
    return `${shown(zone, { weekday: "long" }, date)} ${clockOf(date, zone)}`;
  return showInstant(date, zone);
}
