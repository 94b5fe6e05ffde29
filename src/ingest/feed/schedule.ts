import { childrenNamed, textsNamed, type XmlElement } from "./element.ts";
import type { FeedSchedule } from "./feed.ts";

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
/** The minutes of sy:updatePeriod (RSS 1.0 syndication module). */
const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** Of a feed whose format has no words for it. */
export const NO_SCHEDULE: FeedSchedule = { ttlMinutes: null, skipHours: [], skipDays: [] };

function ttlMinutes(feed: XmlElement): number | null {
  const minutes = Number.parseInt(textsNamed(feed, ["ttl"])[0] ?? "", 10);
  if (minutes > 0) return minutes;
  const period = PERIODS[textsNamed(feed, ["sy:updateperiod"])[0]?.toLowerCase() ?? ""];
  const times = Number.parseInt(textsNamed(feed, ["sy:updatefrequency"])[0] ?? "1", 10);
  return period === undefined || !(times > 0) ? null : Math.max(1, Math.round(period / times));
}

function skipHours(feed: XmlElement): number[] {
  const hours = childrenNamed(feed, "skiphours")
    .flatMap((skip) => textsNamed(skip, ["hour"]))
    .map(Number);
  return [...new Set(hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24))];
}

function skipDays(feed: XmlElement): string[] {
  const days = childrenNamed(feed, "skipdays")
    .flatMap((skip) => textsNamed(skip, ["day"]))
    .map((day) => day.toLowerCase());
  return DAYS.filter((day) => days.includes(day.toLowerCase()));
}

/** When a feed asks to be fetched, in the words of RSS 2.0 or of the syndication module, which any format may use. */
export const readSchedule = (feed: XmlElement): FeedSchedule => ({
  ttlMinutes: ttlMinutes(feed),
  skipHours: skipHours(feed),
  skipDays: skipDays(feed),
});
