import { readDate } from "../dates.ts";

const NAMED_DAY = "(?:[a-z]{3,9}\\.?,? ?)?";
const CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([ap])\\.?m\\.?)?";
const ZONE = "(?: ?([a-z]{1,5}|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?))?(?: ?\\([^)]{0,40}\\))?";

/** "Thu, 1 Jan 04 9:48 EST" (RFC 822) and its variants. */
const DAY_FIRST = new RegExp(`^${NAMED_DAY}(\\d{1,2})[ -]([a-z]{3,9})\\.?[ -](\\d{4}|\\d{2}),?(?: at)? ${CLOCK}${ZONE}$`, "i");
/** "January 5, 2026 10:30 AM EST". */
const MONTH_FIRST = new RegExp(`^${NAMED_DAY}([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}),?(?: at)? ${CLOCK}${ZONE}$`, "i");
/** "Thu Jan 1 19:48:21 EST 2004", as `date` prints it. */
const YEAR_LAST = new RegExp(`^${NAMED_DAY}([a-z]{3,9}) (\\d{1,2}),? ${CLOCK}${ZONE} (\\d{4})$`, "i");
/** "20040101T194821Z" (ISO 8601, basic format). */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T? ?(\d{2}):?(\d{2}):?(\d{2})(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** "2026/1/5 10:30:00", year first. */
const SLASHES = new RegExp(`^(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(?:[T ]${CLOCK}${ZONE})?$`, "i");

/** Offsets of names that news takes for one zone only: RFC 5322, 4.3, and the abbreviations of the IANA time zone database. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ UT: "+0000", UTC: "+0000", GMT: "+0000", Z: "+0000", EST: "-0500", EDT: "-0400", CST: "-0600", CDT: "-0500" },
  ...{ MST: "-0700", MDT: "-0600", PST: "-0800", PDT: "-0700", AKST: "-0900", AKDT: "-0800", HST: "-1000" },
  ...{ WET: "+0000", WEST: "+0100", CET: "+0100", CEST: "+0200", MEZ: "+0100", MESZ: "+0200", EET: "+0200", EEST: "+0300" },
  ...{ MSK: "+0300", JST: "+0900", KST: "+0900", AEST: "+1000", AEDT: "+1100", NZST: "+1200", NZDT: "+1300" },
};

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly clock: readonly (string | undefined)[];
  readonly zone: string | undefined;
}

/** "+0130" of "+1:30", "GMT+0130", or a name; empty where the zone is not known, so that the time counts as its day. */
function offset(zone: string | undefined): string {
  const found = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone ?? "");
  if (found !== null) return `${found[1]}${found[2]!.padStart(2, "0")}${found[3] ?? "00"}`;
  return ZONES[(zone ?? "").toUpperCase()] ?? "";
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? "20" : "19"}${year}`);

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function assemble({ year, month, day, clock, zone }: Parts): Date | null {
  const name = /^\d+$/.test(month) ? MONTHS[Number(month) - 1] : month;
  const date = `${day} ${name} ${fullYear(year)}`;
  const [hour, minute, second, half] = clock;
  if (hour === undefined) return readDate(date);
  const of24 = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return readDate(`${date} ${String(of24).padStart(2, "0")}:${minute}:${second ?? "00"} ${offset(zone)}`.trim());
}

/**
 * The UTC instant of a date in a feed: what `readDate` reads, and the other spellings of feeds that can be read in one way only. A clock
 * time without a known zone counts as its day; a month or year alone is no date.
 */
export function readFeedDate(value: string): Date | null {
  if (value.length > 80) return null;
  const text = value.trim().replace(/\s+/g, " ");
  const exact = readDate(text);
  if (exact !== null) return exact;
  let found = DAY_FIRST.exec(text);
  if (found) return assemble({ year: found[3]!, month: found[2]!, day: found[1]!, clock: found.slice(4, 8), zone: found[8] });
  found = MONTH_FIRST.exec(text);
  if (found) return assemble({ year: found[3]!, month: found[1]!, day: found[2]!, clock: found.slice(4, 8), zone: found[8] });
  found = YEAR_LAST.exec(text);
  if (found) return assemble({ year: found[8]!, month: found[1]!, day: found[2]!, clock: found.slice(3, 7), zone: found[7] });
  found = BASIC.exec(text);
  if (found) return assemble({ year: found[1]!, month: found[2]!, day: found[3]!, clock: found.slice(4, 7), zone: found[7] });
  found = SLASHES.exec(text);
  if (found) return assemble({ year: found[1]!, month: found[2]!, day: found[3]!, clock: found.slice(4, 8), zone: found[8] });
  return null;
}
