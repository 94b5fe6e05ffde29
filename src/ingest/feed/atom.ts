import { authorNames } from "../author.ts";
import { languageTag } from "../metadata.ts";
import { escapeMarkup, plainLine } from "../plain-line.ts";
import { childrenNamed, markupOf, textOf, textsNamed, type XmlElement } from "./element.ts";
import { resolveLink } from "./link.ts";
import { MOST_ENTRIES, type RawEntry, type RawFeed } from "./raw-feed.ts";
import { readSchedule } from "./schedule.ts";

const PUBLISHED = ["published", "issued", "dcterms:issued", "dc:date", "pubdate", "created"];
const MODIFIED = ["updated", "modified", "dcterms:modified"];

function fromBase64(text: string): string | null {
  const compact = text.replace(/\s/g, "");
  return compact !== "" && /^[a-z0-9+/]+={0,2}$/i.test(compact) ? Buffer.from(compact, "base64").toString("utf8") : null;
}

/** The HTML of a text construct or content (RFC 4287, 3.1 and 4.1.3; `mode` is Atom 0.3's); null where it stands elsewhere or is no text. */
function htmlOf(element: XmlElement | undefined): string | null {
  if (element === undefined || element.attributes.has("src")) return null;
  const type = (element.attributes.get("type") ?? "text").trim().toLowerCase();
  const mode = element.attributes.get("mode")?.trim().toLowerCase();
  const text = textOf(element);
  if (mode === "base64") return fromBase64(text) ?? escapeMarkup(text);
  if (mode === "escaped" && type !== "text/plain" && type !== "text") return text;
  const hasElements = element.children.some((child) => typeof child !== "string");
  if (hasElements) return markupOf(element);
  if (type === "html" || type === "text/html") return text;
  if (/^(?:text|xhtml|text\/.*|.*[/+]xml)$/.test(type)) return escapeMarkup(text);
  return fromBase64(text);
}

const htmlNamed = (parent: XmlElement, names: readonly string[]): string | null =>
  names.map((name) => htmlOf(childrenNamed(parent, name)[0])).find((html) => html !== null && html.trim() !== "") ?? null;

/** The links to the page itself, pages of HTML before other forms of it. */
function alternates(parent: XmlElement): XmlElement[] {
  const links = childrenNamed(parent, "link").filter((link) => {
    const relation = link.attributes.get("rel")?.trim().toLowerCase() ?? "alternate";
    return relation === "alternate" || relation.endsWith("/alternate");
  });
  const isPage = (link: XmlElement): boolean => /html/i.test(link.attributes.get("type") ?? "html");
  return [...links.filter(isPage), ...links.filter((link) => !isPage(link))];
}

/** The page's address, which every link resolves against its own base. */
function linksOf(parent: XmlElement): (string | null)[] {
  return alternates(parent).map((link) => {
    const written = link.attributes.get("href") ?? textOf(link);
    return resolveLink(written, link.base) ?? written;
  });
}

const authorsOf = (parent: XmlElement | undefined): string | null =>
  parent === undefined
    ? null
    : authorNames([
        ...childrenNamed(parent, "author").map((author) => textOf(childrenNamed(author, "name")[0] ?? author)),
        ...textsNamed(parent, ["dc:creator"]),
      ]);

/** An entry without an author has its source's or the feed's (RFC 4287, 4.2.1). */
function readEntry(entry: XmlElement, feed: XmlElement): RawEntry {
  const [id = ""] = textsNamed(entry, ["id"]);
  return {
    id: id || null,
    title: htmlNamed(entry, ["title", "dc:title", "media:title"]),
    links: [...linksOf(entry), /^https?:\/\//i.test(id) && alternates(entry).length === 0 ? id : null],
    published: textsNamed(entry, PUBLISHED),
    modified: textsNamed(entry, MODIFIED),
    author: authorsOf(entry) ?? authorsOf(childrenNamed(entry, "source")[0]) ?? authorsOf(feed),
    content: htmlNamed(entry, ["content"]),
    summary: htmlNamed(entry, ["summary", "dc:description", "media:description"]),
    base: entry.base,
  };
}

/** Atom 0.3 and 1.0; a document of one entry alone is a feed of one, and some feeds call their entries items. */
export function readAtom(root: XmlElement): RawFeed {
  const entries =
    root.name === "entry" ? [root] : [...childrenNamed(root, "entry"), ...childrenNamed(root, "item")].slice(0, MOST_ENTRIES);
  const feed: XmlElement = root.name === "entry" ? { ...root, children: [] } : root;
  const title = htmlNamed(feed, ["title"]);
  const links = linksOf(feed).map((link) => resolveLink(link, feed.base));
  return {
    title: (title === null ? null : plainLine(title)) || null,
    link: links.find((link) => link !== null) ?? null,
    language: languageTag(root.attributes.get("xml:lang") ?? textsNamed(feed, ["dc:language"])[0]),
    ...readSchedule(feed),
    entries: entries.map((entry) => readEntry(entry, feed)),
  };
}
