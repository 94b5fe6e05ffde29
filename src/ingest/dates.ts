const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const RFC_5322 =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2}) ([a-z]{3,9}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(Z|[A-Z]{2,3}|[+-]\d{4})?(?: ?\([A-Z]+\))?$/i;
const DAY_FIRST = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/i;
const MONTH_FIRST = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

const MONTHS = "january february march april may june july august september october november december".split(" ");

/** Minutes east of UTC; names and values as RFC 5322, section 4.3, gives them. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
};

/** The number of an English month by its name or an abbreviation of three letters or more, else NaN. */
function monthNumber(name: string): number {
  const index = MONTHS.findIndex(
    (month) => month.startsWith(name.toLowerCase()) || (month === "september" && /^sept$/i.test(name)),
  );
  return index < 0 ? Number.NaN : index + 1;
}

/** Minutes east of UTC; null where no zone is given, NaN where it is not a known one. */
function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (offset === null) return ZONES[zone.toUpperCase()] ?? Number.NaN;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes > 14 * 60 ? Number.NaN : offset[1] === "-" ? -minutes : minutes;
}

function instant(
  year: number,
  month: number,
  day: number,
  clock: readonly (string | undefined)[] = [],
  zone?: string,
): Date | null {
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const real = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day && year >= 1500;
  if (!real) return null;
  const [hour = 0, minute = 0, second = 0] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  const offset = zoneMinutes(zone);
  if (hour > 23 || minute > 59 || second > 59 || Number.isNaN(offset)) return null;
  if (offset === null) return midnight;
  const milliseconds = Math.trunc(Number(`0.${clock[3] ?? 0}`) * 1000);
  const date = new Date(midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds);
  return date.getTime() === 0 ? null : date;
}

/**
 * The UTC instant of a date that can be read in one way only (ISO 8601, RFC 5322, or a day with an English month name), else null.
 * A clock time without a zone is no instant, so it counts as its day: midnight UTC. The epoch and years before 1500 are unset fields.
 */
export function readDate(value: string): Date | null {
  if (value.length > 80) return null;
  const text = value.trim().replace(/\s+/g, " ");
  let found = ISO.exec(text);
  if (found) return instant(Number(found[1]), Number(found[2]), Number(found[3]), found.slice(4, 8), found[8]);
  found = RFC_5322.exec(text);
  if (found) return instant(Number(found[3]), monthNumber(found[2]!), Number(found[1]), found.slice(4, 7), found[7]);
  found = DAY_FIRST.exec(text);
  if (found) return instant(Number(found[3]), monthNumber(found[2]!), Number(found[1]));
  found = MONTH_FIRST.exec(text);
  if (found) return instant(Number(found[3]), monthNumber(found[1]!), Number(found[2]));
  return null;
}
