import { languageTag } from "../metadata.ts";
import { authorNames } from "./author.ts";
import { type RawEntry, resolveLink } from "./entry.ts";
import { plainLine } from "./plain-line.ts";
import { MOST_ENTRIES, type RawFeed } from "./raw-feed.ts";
import { childrenNamed, markupOf, textOf, type XmlElement } from "./xml.ts";

const TITLES = ["title", "dc:title", "media:title"];
const SUMMARIES = ["description", "summary", "abstract", "dc:description", "atom:summary", "media:description", "itunes:summary"];
const CONTENTS = ["content:encoded", "atom:content", "xhtml:body", "xhtml:div", "body", "fullitem"];
const PUBLISHED = ["pubdate", "published", "atom:published", "dcterms:issued", "dc:date", "dcterms:created", "date"];
const MODIFIED = ["dcterms:modified", "atom:updated", "updated", "modified"];
const AUTHORS = ["author", "dc:creator", "atom:author", "itunes:author"];
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
/** The minutes of sy:updatePeriod (RSS 1.0 syndication module). */
const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** The HTML of a field: escaped as RSS has it, or bare elements. */
const htmlOf = (element: XmlElement): string =>
  element.children.some((child) => typeof child !== "string") ? markupOf(element) : textOf(element);

/** The fields of those names that hold anything, in the order of the names. */
function fields(parent: XmlElement, names: readonly string[]): XmlElement[] {
  return names
    .flatMap((name) => childrenNamed(parent, name))
    .filter((field) => field.children.some((child) => typeof child !== "string" || child.trim() !== ""));
}

function firstHtml(parent: XmlElement, names: readonly string[]): string | null {
  const [field] = fields(parent, names);
  return field === undefined ? null : htmlOf(field);
}

const texts = (parent: XmlElement, names: readonly string[]): string[] =>
  fields(parent, names).map((field) => textOf(field).trim());

/** Whether a link of Atom leads to the page itself. */
const isAlternate = (link: XmlElement): boolean => (link.attributes.get("rel") ?? "alternate").toLowerCase() === "alternate";

function linksOf(parent: XmlElement): (string | null)[] {
  const written = childrenNamed(parent, "link").map(
    (link) => textOf(link) || (isAlternate(link) ? (link.attributes.get("href") ?? null) : null),
  );
  const atom = childrenNamed(parent, "atom:link").filter(isAlternate);
  return [...written, ...atom.map((link) => link.attributes.get("href") ?? null), parent.attributes.get("href") ?? null];
}

/** Ids that are whole addresses are links too, unless they say they are not. */
function linkFromId(item: XmlElement): string | null {
  const [guid] = fields(item, ["guid"]);
  const isLink = guid !== undefined && guid.attributes.get("ispermalink")?.trim().toLowerCase() !== "false";
  const id = (isLink ? textOf(guid) : (item.attributes.get("rdf:about") ?? "")).trim();
  return /^https?:\/\//i.test(id) ? id : null;
}

function readItem(item: XmlElement): RawEntry {
  const links = linksOf(item);
  return {
    id: texts(item, ["guid", "dc:identifier", "atom:id"])[0] ?? item.attributes.get("rdf:about") ?? null,
    title: firstHtml(item, TITLES),
    links: [...links, linkFromId(item)],
    published: texts(item, PUBLISHED),
    modified: [...texts(item, MODIFIED), item.attributes.get("lastmod") ?? ""],
    author: authorNames(readAuthors(item)),
    content: firstHtml(item, CONTENTS),
    summary: firstHtml(item, SUMMARIES),
    base: childrenNamed(item, "link")[0]?.base ?? item.base,
  };
}

/** Those of the first kind of field that names one. */
function readAuthors(item: XmlElement): string[] {
  for (const name of AUTHORS) {
    const found = fields(item, [name]).map((field) =>
      textOf(childrenNamed(field, "atom:name")[0] ?? childrenNamed(field, "name")[0] ?? field),
    );
    if (authorNames(found) !== null) return found;
  }
  return [];
}

function ttlMinutes(channel: XmlElement): number | null {
  const minutes = Number.parseInt(texts(channel, ["ttl"])[0] ?? "", 10);
  if (minutes > 0) return minutes;
  const period = PERIODS[texts(channel, ["sy:updateperiod"])[0]?.toLowerCase() ?? ""];
  const times = Number.parseInt(texts(channel, ["sy:updatefrequency"])[0] ?? "1", 10);
  return period === undefined || !(times > 0) ? null : Math.max(1, Math.round(period / times));
}

function skipHours(channel: XmlElement): number[] {
  const hours = childrenNamed(channel, "skiphours")
    .flatMap((skip) => texts(skip, ["hour"]))
    .map(Number);
  return [...new Set(hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24))];
}

function skipDays(channel: XmlElement): string[] {
  const days = childrenNamed(channel, "skipdays")
    .flatMap((skip) => texts(skip, ["day"]))
    .map((day) => day.toLowerCase());
  return DAYS.filter((day) => days.includes(day.toLowerCase()));
}

/** RSS 0.9x to 2.0 and RDF (items beside the channel), and CDF, their forerunner. */
export function readRss(root: XmlElement): RawFeed {
  const channel = childrenNamed(root, "channel")[0] ?? root;
  const holders = channel === root ? [root] : [...childrenNamed(root, "channel"), root];
  const lists = holders.flatMap((holder) => [holder, ...childrenNamed(holder, "items")]);
  const items = lists.flatMap((list) => childrenNamed(list, "item")).slice(0, MOST_ENTRIES);
  const title = firstHtml(channel, TITLES);
  const link = linksOf(channel)
    .map((each) => resolveLink(each, channel.base))
    .find((each) => each !== null);
  return {
    title: (title === null ? null : plainLine(title)) || null,
    link: link ?? null,
    language: languageTag(texts(channel, ["language", "dc:language"])[0] ?? root.attributes.get("xml:lang")),
    ttlMinutes: ttlMinutes(channel),
    skipHours: skipHours(channel),
    skipDays: skipDays(channel),
    entries: items.map(readItem),
  };
}
