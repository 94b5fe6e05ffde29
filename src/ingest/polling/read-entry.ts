import type { Reading } from "../../store/feed-store.ts";
import { articleOf } from "../article.ts";
import { FetchRefused, IngestError } from "../errors.ts";
import type { Feed, FeedEntry } from "../feed/feed.ts";
import type { Reader } from "../reader.ts";
import type { Raw } from "../reading.ts";
import { isSameSite } from "../url.ts";
import { fetchAllowed, type PageTools } from "./fetch-allowed.ts";

/** What reading an entry needs. */
export interface EntryTools extends PageTools {
  readonly reader: Pick<Reader, "readArticle">;
}

/** What an entry brought; a `reason` is the sentence of a refusal. `again` says that it may be read later, and is to be tried then. */
export interface EntryRead {
  readonly reading: Reading | null;
  readonly reason: string | null;
  readonly again: boolean;
}

const refused = (reason: string, again = false): EntryRead => ({ reading: null, reason, again });

/** The page of an entry, or why there is none. */
async function fetchEntry(address: string, tools: EntryTools): Promise<Raw | EntryRead> {
  try {
    const { bytes, kind, charset, url } = await fetchAllowed(address, tools);
    return { name: address, bytes, kind, charset, path: null, address: url };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return refused(error.message, error.passing);
  }
}

/** What the entry tells where its page does not: the feed's title is the outlet's name only for pages of its own site. */
function completed({ article, statements }: Reading, entry: FeedEntry, feed: Feed, feedAddress: string | null): Reading {
  const site = feed.link ?? feedAddress;
  const isOwn = entry.url !== null && site !== null && isSameSite(entry.url, site);
  return {
    article: {
      ...article,
      title: article.title ?? entry.title,
      author: article.author ?? entry.author,
      publishedAt: article.publishedAt ?? entry.publishedAt,
      modifiedAt: article.modifiedAt ?? entry.modifiedAt,
      outlet: article.outlet ?? (isOwn ? feed.title : null),
    },
    statements,
  };
}

/** The article of an entry whose feed carries the whole of it; null where its page has to be asked. */
async function readFromFeed(
  entry: FeedEntry,
  feed: Feed,
  address: string | null,
  { reader }: EntryTools,
): Promise<Reading | null> {
  const given = address ?? feed.link;
  if (entry.html === null || given === null) return null;
  const { title, language } = feed;
  const name = entry.url ?? entry.title ?? entry.id;
  const read = await reader.readArticle({ kind: "entry", name, entry, feed: { title, language }, address: given });
  return read instanceof IngestError ? null : { article: articleOf(read), statements: read.statements };
}

/** Reads the article of an entry, from its feed or its page; `feedAddress` is where the feed was fetched from, null for a file. */
export async function readEntry(entry: FeedEntry, feed: Feed, feedAddress: string | null, tools: EntryTools): Promise<EntryRead> {
  const whole = await readFromFeed(entry, feed, feedAddress, tools);
  if (whole !== null) return { reading: whole, reason: null, again: false };
  if (entry.url === null) return refused(`“${entry.title ?? entry.id}” has no address.`);
  const raw = await fetchEntry(entry.url, tools);
  if ("reading" in raw) return raw;
  const read = await tools.reader.readArticle(raw);
  if (read instanceof IngestError) return refused(read.message);
  const reading = { article: articleOf(read), statements: read.statements };
  return { reading: completed(reading, entry, feed, feedAddress), reason: null, again: false };
}
