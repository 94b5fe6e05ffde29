import { UserError } from "../chat/errors.ts";
import type { QuietHours } from "../model.ts";

const HOURS = /^(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?$/i;

/** "22-7" or "22:30-6:45", on the clocks of a zone; throws a UserError for anything else. */
export function readQuietHours(typed: string, zone: string): QuietHours {
  const [, ...parts] = HOURS.exec(typed.trim()) ?? [];
  const [fromHour = 99, fromMinute = 0, toHour = 99, toMinute = 0] = parts.map((part) => (part === undefined ? 0 : Number(part)));
  const from = minutes(fromHour, fromMinute);
  const to = minutes(toHour, toMinute);
  if (from !== null && to !== null && from !== to) return { from, to, zone };
  throw new UserError("quiet-hours must be two different times such as 22-7 or 22:30-6:45.", "usage");
}

/** After midnight; 24:00 is midnight too. */
const minutes = (hour: number, minute: number): number | null =>
  hour <= 23 && minute <= 59 ? hour * 60 + minute : hour === 24 && minute === 0 ? 0 : null;
