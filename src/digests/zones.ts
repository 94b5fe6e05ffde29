import { distance } from "fastest-levenshtein";
import { UserError } from "../chat/errors.ts";

/**
 * Names that IANA has given up for newer ones and that ICU, and so Node.js, still gives as its own
 * (CLDR `common/bcp47/timezone.xml`, attribute `iana`).
 */
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Offered to somebody who has typed nothing yet. */
const USUAL = [
  "Europe/London",
  "Europe/Paris",
  "Europe/Berlin",
  "Europe/Kyiv",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "UTC",
];

/** What people write for short, where it does not tell whether there is summer time, or whose. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  et: ["America/New_York"],
  est: ["America/New_York", "America/Panama"],
  edt: ["America/New_York"],
  ct: ["America/Chicago"],
  cst: ["America/Chicago", "Asia/Shanghai"],
  cdt: ["America/Chicago"],
  mt: ["America/Denver"],
  mst: ["America/Denver", "America/Phoenix"],
  mdt: ["America/Denver"],
  pt: ["America/Los_Angeles"],
  pst: ["America/Los_Angeles"],
  pdt: ["America/Los_Angeles"],
  bst: ["Europe/London"],
  wet: ["Europe/Lisbon"],
  cet: ["Europe/Berlin", "Europe/Paris"],
  cest: ["Europe/Berlin", "Europe/Paris"],
  eet: ["Europe/Athens", "Africa/Cairo"],
  eest: ["Europe/Athens"],
  msk: ["Europe/Moscow"],
  ist: ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
  jst: ["Asia/Tokyo"],
  aest: ["Australia/Sydney", "Australia/Brisbane"],
};

const LISTED = 6; // zones of a country that an error names
const NEAREST = 3;

/** A zone with what people may call it. */
interface Zone {
  readonly name: string;
  /** Folded: its name, and its city with and without what stands before. */
  readonly calls: readonly string[];
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .replace(/[.’']/g, "")
    .trim();

const ZONES: readonly Zone[] = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((known) => {
  const name = RENAMED[known] ?? known;
  const calls = [name, known].flatMap((each) => {
    const parts = fold(each).split("/");
    return parts.map((_, k) => parts.slice(k).join("/"));
  });
  return { name, calls: [...new Set(calls)] };
});

/**
 * The IANA name of a zone, from its name or an old one in any case, a city that names a zone, or a country that has one alone. Throws a
 * UserError that names the nearest.
 */
export function readZone(typed: string): string {
  const asked = fold(typed);
  const found = named(typed.trim()) ?? ZONES.find(({ calls }) => calls.includes(asked))?.name;
  if (found !== undefined) return found;
  const short = SHORT[asked];
  if (short !== undefined) throw refusal(`“${typed.trim()}” does not say whether its clocks change in summer, or where`, short);
  const ofCountry = zonesOf(asked);
  if (ofCountry.length === 1) return ofCountry[0]!;
  if (ofCountry.length > 1) throw refusal(`“${typed.trim()}” has several time zones`, ofCountry.slice(0, LISTED));
  throw refusal(`There is no time zone “${typed.trim().slice(0, 60)}”`, nearest(asked));
}

const refusal = (what: string, names: readonly string[]) =>
  new UserError(`${what}. Type a name of the IANA list or a large city, such as ${names.join(", ")}.`, "usage");

/** What ICU knows by this name, old names too; not the abbreviations, such as EST, which ICU takes for places without summer time. */
function named(typed: string): string | undefined {
  const name = typed.replace(/ /g, "_");
  if (!/^(?:[a-z_]{5,}|utc|gmt|[a-z_]+(?:\/[\w+-]+)+)$/i.test(name)) return undefined;
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return RENAMED[known] ?? known;
  } catch {
    return undefined;
  }
}

const REGIONS = new Intl.DisplayNames("en", { type: "region" });

/** The zones of a country by its English name or its code of two letters. */
function zonesOf(asked: string): string[] {
  const code = /^[a-z]{2}$/.test(asked) ? asked.toUpperCase() : countries().get(asked);
  const zones = code === undefined ? [] : (new Intl.Locale("und", { region: code }).getTimeZones?.() ?? []);
  return [...new Set(zones.map((name) => RENAMED[name] ?? name))];
}

let countryCodes: Map<string, string> | undefined;

function countries(): Map<string, string> {
  if (countryCodes !== undefined) return countryCodes;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => REGIONS.of(code) !== code);
  countryCodes = new Map(codes.map((code) => [fold(REGIONS.of(code)!), code]));
  return countryCodes;
}

/** The zone that a text ends in, as its last word names it: in IANA's spelling, or for short; null where it ends in none. */
export function zoneAtEnd(text: string): string | null {
  const word = /\s(\S+)$/.exec(text)?.[1] ?? "";
  const isZone = /^(?:utc|gmt|.+\/.+)$/i.test(word) ? named(word) !== undefined : Object.hasOwn(SHORT, word.toLowerCase());
  return isZone ? word : null;
}

/** Names of zones for what somebody has typed of one so far, best first. */
export function completeZone(typed: string, most: number): string[] {
  const asked = fold(typed);
  if (asked === "") return USUAL.slice(0, most);
  const having = (test: (call: string) => boolean) =>
    ZONES.filter(({ calls }) => calls.some(test))
      .map(({ name }) => name)
      .sort((a, b) => Number(USUAL.includes(b)) - Number(USUAL.includes(a)));
  const found = [
    ...having((call) => call === asked),
    ...(SHORT[asked] ?? []),
    ...having((call) => call.startsWith(asked)),
    ...[...countries().keys()].filter((country) => country.startsWith(asked)).flatMap(zonesOf),
    ...having((call) => call.includes(asked)),
  ];
  return [...new Set(found.length > 0 ? found : nearest(asked))].slice(0, most);
}

/** Zones that are spelt most like it (Levenshtein 1966); those people use most where nothing is. */
function nearest(asked: string): string[] {
  const scored = ZONES.flatMap(({ name, calls }) => {
    const far = Math.min(...calls.map((call) => distance(asked, call) / Math.max(asked.length, call.length)));
    return far <= 0.4 ? [{ name, far }] : [];
  });
  scored.sort((a, b) => a.far - b.far);
  return scored.length > 0 ? scored.slice(0, NEAREST).map(({ name }) => name) : ["Europe/London", "America/New_York"];
}

/** "Mon 23 Nov 2026, 08:00", on a zone's clocks. */
export function showInstant(date: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)!.value;
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")}`;
}
