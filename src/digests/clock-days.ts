import { Temporal } from "temporal-polyfill";
import { ascending } from "./clauses.ts";
import { DAY, MINUTE } from "./time.ts";

/**
 * Turns times on a zone's clocks into instants, day after day.
 *
 * A time that the clocks jump over is taken at the next minute that they show; a time that they show twice is taken the first time. A day
 * that a zone left out whole (Samoa's 30 December 2011) has no time, for nobody there could have read anything on it. node-cron knows only
 * "now" and leaves out what clocks jump over, so zones are Temporal's part, and node-cron's are the fields and the beat.
 *
 * Days between two changes of the clocks have one offset, so only the days of a change are worked out time by time.
 */
export function createDays(zone: string) {
  let plainFrom = Number.POSITIVE_INFINITY; // the beginning of a day; until the other instant the clocks do not change
  let plainUntil = Number.NEGATIVE_INFINITY;
  let offset = 0; // milliseconds to add to an instant for what clocks show

  const look = (instant: number) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    offset = zoned.offsetNanoseconds / 1e6;
    plainFrom = instant;
    plainUntil = zoned.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  };

  const isPlain = (day: number) => day * DAY - offset >= plainFrom && (day + 1) * DAY - offset <= plainUntil;

  return {
    /** The day that clocks show at an instant, counted from 1 January 1970. */
    dayOf(instant: number): number {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
      return Math.floor((instant + zoned.offsetNanoseconds / 1e6) / DAY);
    },

    /** When the clocks show these times (minutes after midnight, ascending) on a day: instants, ascending, each once. */
    instants(day: number, times: readonly number[]): number[] {
      if (!isPlain(day)) look(start(zone, day));
      if (isPlain(day)) return times.map((time) => day * DAY - offset + time * MINUTE);
      const isLeftOut = start(zone, day) === start(zone, day + 1);
      return isLeftOut ? [] : ascending(times.map((time) => instantOf(zone, day, time)));
    },
  };
}

const date = (day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day });

/** The first instant of a day; of the next where there is no such day. */
const start = (zone: string, day: number): number => date(day).toZonedDateTime(zone).epochMilliseconds;

function instantOf(zone: string, day: number, time: number): number {
  const asked = date(day).toPlainDateTime({ hour: Math.floor(time / 60), minute: time % 60 });
  const shown = asked.toZonedDateTime(zone); // the first of two; what the clocks jump over moved on by the length of the jump
  if (shown.toPlainDateTime().equals(asked)) return shown.epochMilliseconds;
  return shown.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")!.epochMilliseconds; // of `shown` too
}
