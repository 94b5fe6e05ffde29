import type { Feed, FeedEntry } from "../../../src/ingest/feed/feed.ts";
import { readFeed } from "../../../src/ingest/feed/read-feed.ts";

export const ADDRESS = "https://harbourpost.example/feeds/news.xml";
export const read = (text: string, address: string | null = ADDRESS): Feed =>
  readFeed(Buffer.from(text), { name: "news.xml", contentType: null, address });
export const MODULES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
export const rss = (inside: string): string =>
  `<?xml version="1.0"?><rss version="2.0" ${MODULES}><channel>${inside}</channel></rss>`;
export const atom = (inside: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;
export const entry = (inside: string): FeedEntry => read(rss(`<item>${inside}</item>`)).entries[0]!;
export const atomEntry = (inside: string): FeedEntry => read(atom(`<entry>${inside}</entry>`)).entries[0]!;
