import type { FeedWishes } from "../../store/feed-store.ts";
import { DAY, HOUR, MINUTE, SHORTEST, withinBounds } from "./waits.ts";

/** What a server says about asking again, as its headers have it; null for a header that is not there. */
export interface Freshness {
  readonly cacheControl: string | null;
  readonly expires: string | null;
  readonly retryAfter: string | null;
}

/** What no two feeds shall share, so that they are not all asked at the same moment: up to this part of a wait is added to it. */
const JITTER = 0.1;
/** The same at the beginning of an hour in which a feed may be asked again. */
const JITTER_OF_HOUR = 10 * MINUTE;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The milliseconds a Retry-After header asks for, in seconds or as an HTTP date (RFC 9110, 10.2.3); 0 where it says nothing. */
export function readRetryAfter(value: string | null, now: Date): number {
  if (value === null) return 0;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1_000;
  return untilDate(value, now);
}

function untilDate(value: string, now: Date): number {
  const time = Date.parse(value);
  return Number.isNaN(time) ? 0 : Math.max(0, time - now.getTime());
}

/** How long an answer stays fresh, in milliseconds (RFC 9111, 4.2.1); 0 where it does not say, or says not at all. */
function freshFor({ cacheControl, expires }: Freshness, now: Date): number {
  const directives = (cacheControl ?? "").toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(directives)) return 0;
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/.exec(directives)?.[1];
  if (age !== undefined) return Number(age) * 1_000;
  return expires === null ? 0 : untilDate(expires, now);
}

/** The first instant from `time` on at which the feed does not ask to be left alone; `time` where it never allows any. */
function allowed(time: number, { skipHours, skipDays }: FeedWishes, jitter: number): number {
  const hours = new Set(skipHours.map((hour) => hour % 24));
  const days = new Set(skipDays.map((day) => DAYS.indexOf(day.toLowerCase())));
  const skipped = (at: number): boolean => hours.has(new Date(at).getUTCHours()) || days.has(new Date(at).getUTCDay());
  if (!skipped(time)) return time;
  for (let at = Math.floor(time / HOUR) * HOUR; at <= time + 8 * DAY; at += HOUR) {
    if (at > time && !skipped(at)) return at + jitter * JITTER_OF_HOUR;
  }
  return time;
}

/**
 * When to ask a feed again that has answered: at its pace, not before its server or it itself asks for, between five minutes and a day,
 * and not in hours and on days on which it asks not to be. `jitter` is from 0 to 1.
 */
export function nextPoll(
  { now, jitter }: { readonly now: Date; readonly jitter: number },
  { pace, wishes, answer }: { readonly pace: number; readonly wishes: FeedWishes; readonly answer: Freshness },
): Date {
  const least = Math.max(freshFor(answer, now), readRetryAfter(answer.retryAfter, now), (wishes.ttlMinutes ?? 0) * MINUTE);
  const wait = withinBounds(Math.max(pace, least)) * (1 + JITTER * jitter);
  return new Date(allowed(now.getTime() + Math.min(wait, DAY), wishes, jitter));
}

/**
 * When to ask a feed again that could not be read `failures` times in a row: after ten minutes, then twice as long each time, up to a
 * day, not before its server asks for.
 */
export function nextTry(
  { now, jitter }: { readonly now: Date; readonly jitter: number },
  { failures, retryAfter }: { readonly failures: number; readonly retryAfter: string | null },
): Date {
  const wait = SHORTEST * 2 ** Math.min(failures, 20) * (1 + JITTER * jitter);
  return new Date(now.getTime() + withinBounds(Math.max(wait, readRetryAfter(retryAfter, now))));
}
