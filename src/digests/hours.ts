import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "../model.ts";
import { HOUR } from "./time.ts";

/** Whether the clocks of a zone show an hour in which nothing is posted. */
export function isQuiet(hours: QuietHours | null, now: Date): boolean {
  if (hours === null) return false;
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(hours.zone);
  const time = hour * 60 + minute;
  const { from, to } = hours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** The last full hour. */
export const fullHour = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR) * HOUR);
