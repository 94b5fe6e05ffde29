import { authorNames } from "../author.ts";
import { languageTag } from "../metadata.ts";
import { plainLine } from "../plain-line.ts";
import { childrenNamed, fieldsNamed, markupOf, textOf, textsNamed, type XmlElement } from "./element.ts";
import { resolveLink } from "./link.ts";
import { MOST_ENTRIES, type RawEntry, type RawFeed } from "./raw-feed.ts";
import { readSchedule } from "./schedule.ts";

const TITLES = ["title", "dc:title", "media:title"];
const SUMMARIES = ["description", "summary", "abstract", "dc:description", "atom:summary", "media:description", "itunes:summary"];
const CONTENTS = ["content:encoded", "atom:content", "xhtml:body", "xhtml:div", "body", "fullitem"];
const PUBLISHED = ["pubdate", "published", "atom:published", "dcterms:issued", "dc:date", "dcterms:created", "date"];
const MODIFIED = ["dcterms:modified", "atom:updated", "updated", "modified"];
const AUTHORS = ["author", "dc:creator", "atom:author", "itunes:author"];

/** The HTML of a field: escaped as RSS has it, or bare elements. */
const htmlOf = (element: XmlElement): string =>
  element.children.some((child) => typeof child !== "string") ? markupOf(element) : textOf(element);

function firstHtml(parent: XmlElement, names: readonly string[]): string | null {
  const [field] = fieldsNamed(parent, names);
  return field === undefined ? null : htmlOf(field);
}

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
  const [guid] = fieldsNamed(item, ["guid"]);
  const isLink = guid !== undefined && guid.attributes.get("ispermalink")?.trim().toLowerCase() !== "false";
  const id = (isLink ? textOf(guid) : (item.attributes.get("rdf:about") ?? "")).trim();
  return /^https?:\/\//i.test(id) ? id : null;
}

function readItem(item: XmlElement): RawEntry {
  const links = linksOf(item);
  return {
    id: textsNamed(item, ["guid", "dc:identifier", "atom:id"])[0] ?? item.attributes.get("rdf:about") ?? null,
    title: firstHtml(item, TITLES),
    links: [...links, linkFromId(item)],
    published: textsNamed(item, PUBLISHED),
    modified: [...textsNamed(item, MODIFIED), item.attributes.get("lastmod") ?? ""],
    author: authorNames(readAuthors(item)),
    content: firstHtml(item, CONTENTS),
    summary: firstHtml(item, SUMMARIES),
    base: childrenNamed(item, "link")[0]?.base ?? item.base,
  };
}

/** Those of the first kind of field that names one. */
function readAuthors(item: XmlElement): string[] {
  for (const name of AUTHORS) {
    const found = fieldsNamed(item, [name]).map((field) =>
      textOf(childrenNamed(field, "atom:name")[0] ?? childrenNamed(field, "name")[0] ?? field),
    );
    if (authorNames(found) !== null) return found;
  }
  return [];
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
    language: languageTag(textsNamed(channel, ["language", "dc:language"])[0] ?? root.attributes.get("xml:lang")),
    ...readSchedule(channel),
    entries: items.map(readItem),
  };
}
