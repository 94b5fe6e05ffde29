import { plainLine } from "../plain-line.ts";
import { readTags } from "../tags.ts";
import { resolveLink } from "./link.ts";

/** A feed that a page or a list names. */
export interface FeedLink {
  /** Canonical. */
  readonly address: string;
  readonly title: string | null;
}

/** Where feeds mostly are on sites that do not say it, the likeliest first: WordPress, Drupal, Ghost, Hugo, Jekyll, Blogger and their kin. */
export const COMMON_PATHS: readonly string[] = [
  ...["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"],
  ...["/feeds/posts/default", "/rss/index.rss", "/feeds/all.atom.xml", "/blog/feed", "/news/rss"],
];

/** Media types of feeds; `application/json` is one only where the page calls it a feed, as WordPress names its interface so. */
const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|rss|atom|feed\+json|x-rss\+xml|x-atom\+xml)\s*(?:;|$)/i;
const GENERIC_TYPE = /^(?:(?:application|text)\/(?:xml|json))\s*(?:;|$)/i;
const FEED_NAME = /\b(?:rss|atom|feed|feeds|rdf)\b/i;
const MOST_FEEDS = 50;

const words = (value: string | undefined): readonly string[] => (value ?? "").toLowerCase().split(/\s+/);

function isFeedLink(attributes: ReadonlyMap<string, string>): boolean {
  const relations = words(attributes.get("rel"));
  if (relations.includes("stylesheet")) return false;
  const type = (attributes.get("type") ?? "").trim();
  if (relations.includes("feed")) return type === "" || FEED_TYPE.test(type) || GENERIC_TYPE.test(type);
  if (!relations.includes("alternate")) return false;
  if (FEED_TYPE.test(type)) return true;
  const named = `${attributes.get("href") ?? ""} ${attributes.get("title") ?? ""}`.slice(0, 1_000);
  return GENERIC_TYPE.test(type) && FEED_NAME.test(named) && !/wp-json|oembed/i.test(named);
}

/**
 * The feeds a page names in its `<link rel="alternate">` elements, in its order and each once. `address` is the page's, which relative
 * ones start from unless the page has a `<base>`.
 */
export function findFeeds(html: string, address: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base: string | null = address;
  let hasBase = false;
  readTags(html, "html", (stop) => ({
    open: (tag, attributes) => {
      const name = tag.toLowerCase();
      if (name === "base" && !hasBase && attributes.has("href")) {
        hasBase = true;
        base = resolveLink(attributes.get("href"), address) ?? address;
      }
      if (name !== "link" || !isFeedLink(attributes)) return;
      const feed = resolveLink(attributes.get("href"), base);
      if (feed === null || found.has(feed)) return;
      found.set(feed, { address: feed, title: plainLine(attributes.get("title") ?? "") || null });
      if (found.size >= MOST_FEEDS) stop();
    },
    close: () => {},
    text: () => {},
  }));
  return [...found.values()];
}
