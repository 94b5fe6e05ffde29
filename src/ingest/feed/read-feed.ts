import { IngestError } from "../errors.ts";
import { readAtom } from "./atom.ts";
import { decodeFeed } from "./decode-feed.ts";
import type { XmlElement } from "./element.ts";
import { finishEntries } from "./entry.ts";
import type { Feed } from "./feed.ts";
import { readJsonFeed } from "./json-feed.ts";
import type { RawFeed } from "./raw-feed.ts";
import { readRss } from "./rss.ts";
import { readXml } from "./xml.ts";

/** What is known of a feed's bytes from outside them. */
export interface FeedHints {
  /** What refusals call it. */
  readonly name: string;
  /** The Content-Type header, or null. */
  readonly contentType: string | null;
  /** Where it was fetched from, after its redirects, or null. */
  readonly address: string | null;
}

const MOST_BYTES = 10_000_000;

const FORMATS: ReadonlyMap<string, (root: XmlElement) => RawFeed> = new Map([
  ["rss", readRss],
  ["rdf", readRss],
  ["channel", readRss],
  ["feed", readAtom],
  ["entry", readAtom],
]);

/** The name without a prefix that nothing declares. */
const localName = (root: XmlElement): string => root.name.slice(root.name.indexOf(":") + 1);

function refuse(name: string, why: string): never {
  throw new IngestError(name, why);
}

function readXmlFeed(text: string, { name, address }: FeedHints): RawFeed {
  const { roots, excessive } = readXml(text, address);
  const root = roots.find((each) => FORMATS.has(localName(each)));
  if (root === undefined) {
    if (/^\s*(?:<!doctype\s+html|<html|<head|<body)/i.test(text) || roots.some((each) => localName(each) === "html")) {
      throw new IngestError(name, "is a web page, not a feed: give the address of its RSS, Atom or JSON feed.", { isPage: true });
    }
    if (roots.some((each) => localName(each) === "opml"))
      refuse(name, "is a list of feeds, not a feed: import it with /feed import.");
    refuse(name, "is not a feed: give the address of an RSS, Atom or JSON feed.");
  }
  if (excessive) refuse(name, "has more markup than any feed: give the address of another feed of that outlet.");
  return FORMATS.get(localName(root))!(root);
}

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed; XML that is not well formed is read as far as it goes. Links are
 * resolved, and what the feed does not say is null. Throws an IngestError where the bytes are no feed, or more than 10 MB.
 */
export function readFeed(bytes: Uint8Array, hints: FeedHints): Feed {
  const { name, contentType, address } = hints;
  if (bytes.length > MOST_BYTES) refuse(name, "is larger than 10 MB, too large for a feed: give a feed with fewer entries.");
  const text = decodeFeed(bytes, name, contentType);
  const start = text.trimStart();
  if (start === "") refuse(name, "is empty: give the address of an RSS, Atom or JSON feed.");
  const raw = start.startsWith("{")
    ? (readJsonFeed(start, address) ?? refuse(name, "is JSON but no JSON Feed: give the address of an RSS, Atom or JSON feed."))
    : readXmlFeed(text, hints);
  return { ...raw, entries: finishEntries(raw.entries, raw.link) };
}
