import { Readable } from "node:stream";
import type { Store } from "../../store/store.ts";
import { IngestError, printable } from "../errors.ts";
import type { FeedEntry } from "../feed/feed.ts";
import type { FeedHints } from "../feed/read-feed.ts";
import type { Fetcher } from "../fetch.ts";
import { readFileBytes } from "../files.ts";
import { inOrder } from "../in-order.ts";
import type { Outcome } from "../ingest.ts";
import type { Reader } from "../reader.ts";
import { isUrl } from "../url.ts";
import { entriesInTime } from "./entries.ts";
import { type EntryTools, readEntry } from "./read-entry.ts";

/** Where the articles of a feed go, and what reads them. */
export interface IngestFeedOptions extends EntryTools {
  readonly store: Pick<Store, "addArticle">;
  readonly workspace: string;
  readonly reader: Pick<Reader, "atOnce" | "readArticle" | "readFeed">;
  readonly fetcher: Pick<Fetcher, "fetchFeed" | "fetchPage">;
  readonly signal?: AbortSignal;
  /** Hears of the feed and of each entry before it is read. */
  readonly onProgress?: (target: string) => void;
}

const FEED_FILE = {
  ...{ most: 10_000_000, give: "give an RSS, Atom or JSON feed.", shorten: "give a feed with fewer entries." },
};

async function openFeed(target: string, { fetcher, hosts }: IngestFeedOptions): Promise<{ bytes: Uint8Array; hints: FeedHints }> {
  if (!isUrl(target)) {
    const bytes = await readFileBytes(target, FEED_FILE);
    return { bytes, hints: { name: target, contentType: null, address: null } };
  }
  const { bytes, contentType, address } = await fetcher.fetchFeed(target, { gate: hosts.use });
  return { bytes, hints: { name: target, contentType, address } };
}

const refused = (target: string, reason: string): Outcome => ({
  ...{ outcome: "refused", target: printable(target), title: null, reason, articleId: null, language: null },
});

/** Adds the articles of a feed, an address or a file, to a library, once and without following it; each in its own transaction. */
export async function* ingestFeed(target: string, options: IngestFeedOptions): AsyncGenerator<Outcome> {
  const { store, workspace, reader, signal, onProgress } = options;
  onProgress?.(printable(target));
  try {
    const given = await openFeed(target, options);
    const feed = await reader.readFeed(given);
    if (feed instanceof IngestError) throw feed;
    const read = async (entry: FeedEntry) => {
      onProgress?.(printable(entry.url ?? entry.id));
      return { entry, ...(await readEntry(entry, feed, given.hints.address, options)) };
    };
    for await (const { entry, reading, reason } of inOrder(Readable.from(entriesInTime(feed)), read, {
      atOnce: reader.atOnce,
      signal,
    })) {
      signal?.throwIfAborted();
      if (reading === null) {
        yield refused(entry.url ?? target, reason!);
        continue;
      }
      const { id, title, language } = reading.article;
      const outcome = await store.addArticle(workspace, reading.article, reading.statements);
      yield { outcome, target: printable(entry.url ?? target), title, reason: null, articleId: id, language };
    }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    yield refused(target, error.message);
  }
}
