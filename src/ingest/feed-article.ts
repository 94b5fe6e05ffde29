import { readBlocks } from "./blocks.ts";
import { parsePage } from "./dom.ts";
import type { Feed, FeedEntry } from "./feed/feed.ts";
import { removeNoise } from "./noise.ts";
import { plainLine } from "./plain-line.ts";
import { requireArticle, type SourceText } from "./text.ts";
import { isSameSite } from "./url.ts";

/** An entry with what its feed says of all of them, as plain data, which another thread can be given. */
export interface EntryOfFeed {
  readonly entry: FeedEntry;
  readonly feed: Pick<Feed, "title" | "language">;
  /** Where the feed was read. */
  readonly address: string;
}

/** Shorter texts may be a summary, which is not told from news in brief: their pages are read. Twice the longest excerpt WordPress makes. */
const SHORTEST_WHOLE = 1_000;
/** Lines from this length on are sentences rather than signatures, credits and headings. */
const SENTENCES = 60;
/** A text with more of it in links is a list of links. */
const MOST_LINKED = 0.5;
/** How many lines at the end are looked at for a cut. */
const LAST_LINES = 3;
/** How many characters at the end are looked at for a way to the rest of the text, and how many of the markup hold them. */
const END = 400;
const END_OF_MARKUP = 4_000;

/** What publishing systems put under every entry of a feed; that of WordPress. */
const UNDER_EVERY_ENTRY = /^The post\b.* (?:appeared first|first appeared) on\b/i;
/** What leads to the rest of a text. */
const WAY_ON =
  /\b(?:(?:continue|keep) reading|read (?:more|on)|read the (?:full|rest|whole|entire|original)|(?:full|whole) (?:story|article|report|post)|(?:subscribe|sign up|sign in|log in|register)\b.{0,40}\bto (?:continue|read|keep)|for subscribers)\b/i;
/** How a text ends that was cut off. */
const CUT_OFF = /(?:…|\.{3})[\])]?$/;
/** How a sentence ends, in any script, within quotation marks and brackets or without. */
const ENDED = /[.!?。！？؟।][\p{Pe}\p{Pf}"'\u201c\u2018]*$/u;

/** Whether the lines are all of an article: long enough, not the summary again, and ended. */
function isWhole(lines: readonly string[], summary: string | null): boolean {
  const text = lines.join(" ");
  if (text.length < SHORTEST_WHOLE || text === summary) return false;
  if (lines.slice(-LAST_LINES).some((line) => CUT_OFF.test(line))) return false;
  return ENDED.test(lines.findLast((line) => line.length >= SENTENCES) ?? "");
}

/** Whether it ends with a way to the rest of it; told from the markup, for such lines are no part of the text. */
function leadsOn(html: string): boolean {
  return WAY_ON.test(plainLine(html.slice(-END_OF_MARKUP)).slice(-END));
}

function readLines(html: string, title: string | null): { readonly lines: readonly string[]; readonly linked: number } {
  const document = parsePage(html, title ?? "The entry");
  removeNoise(document);
  const { text, linked } = readBlocks(document.body);
  const lines = text.split("\n").filter((line) => !UNDER_EVERY_ENTRY.test(line));
  return { lines: lines[0] === title ? lines.slice(1) : lines, linked };
}

/**
 * The article of an entry whose feed carries the whole of it, with a line a block as a page's has; null where the feed carries less, or
 * leaves that in doubt, and where the entry is of another site than its feed, which may not speak for it: its page tells then.
 */
export function readFeedArticle({ entry, feed, address }: EntryOfFeed): SourceText | null {
  const { html, title, summary, author, publishedAt, modifiedAt, url } = entry;
  if (html === null || leadsOn(html) || (url !== null && !isSameSite(url, address))) return null;
  try {
    const { lines, linked } = readLines(html, title);
    if (linked > MOST_LINKED || !isWhole(lines, summary)) return null;
    const text = requireArticle(lines.join("\n"), title ?? "The entry");
    return { title, outlet: feed.title, author, publishedAt, modifiedAt, url, language: feed.language, text };
  } catch {
    // Too much markup for an article, or HTML that was written to break the parsers.
    return null;
  }
}
