import { authorNames } from "../author.ts";
import { cleanLine } from "../clean.ts";
import { languageTag } from "../metadata.ts";
import { escapeMarkup } from "../plain-line.ts";
import { resolveLink } from "./link.ts";
import { MOST_ENTRIES, type RawEntry, type RawFeed } from "./raw-feed.ts";
import { NO_SCHEDULE } from "./schedule.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Ids are sometimes written as numbers (JSON Feed 1.1, "items": they are to be made strings). */
const asText = (value: unknown): string | null =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
/** Plain text as the HTML it stands for. */
const asHtml = (value: unknown): string | null => {
  const text = asText(value);
  return text === null ? null : escapeMarkup(text);
};
const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => `<p>${escapeMarkup(line)}</p>`)
    .join("\n");

function authorsOf(from: Json): string | null {
  const authors = [...asList(from["authors"]), from["author"]].filter(isObject);
  return authorNames(authors.map((author) => asText(author["name"]) ?? "").map(escapeMarkup));
}

function readItem(item: Json, feed: Json, address: string | null): RawEntry {
  const id = asText(item["id"]);
  const text = asText(item["content_text"]);
  return {
    id,
    title: asHtml(item["title"]),
    links: [asText(item["url"]), id !== null && /^https?:\/\//i.test(id) ? id : null, asText(item["external_url"])],
    published: [asText(item["date_published"]) ?? ""],
    modified: [asText(item["date_modified"]) ?? ""],
    author: authorsOf(item) ?? authorsOf(feed),
    content: asText(item["content_html"]) ?? (text === null ? null : paragraphs(text)),
    summary: asHtml(item["summary"]),
    base: address,
  };
}

const DEEPEST = 50;

/** Whether the text nests brackets deeper than a feed does, which takes a parser hundreds of megabytes. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (const [mark] of text.matchAll(/[[\]{}"]|\\./g)) {
    if (mark === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (mark === "[" || mark === "{") depth++;
    else depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** JSON Feed 1.0 and 1.1; null where the text is no JSON, or JSON of another kind. */
export function readJsonFeed(text: string, address: string | null): RawFeed | null {
  if (isDeep(text)) return null;
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(feed) || !Array.isArray(feed["items"]) || !/jsonfeed\.org/i.test(asText(feed["version"]) ?? "")) return null;
  const items = feed["items"].slice(0, MOST_ENTRIES).filter(isObject);
  return {
    title: cleanLine(asText(feed["title"]) ?? "") || null,
    link: resolveLink(asText(feed["home_page_url"]), address),
    language: languageTag(asText(feed["language"])),
    ...NO_SCHEDULE,
    entries: items.map((item) => readItem(item, feed as Json, address)),
  };
}
