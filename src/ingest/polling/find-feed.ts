import type { FetchedFeed } from "../answers.ts";
import { decode } from "../decode.ts";
import { FetchRefused, IngestError } from "../errors.ts";
import { COMMON_PATHS, type FeedLink, findFeeds } from "../feed/discover.ts";
import type { Feed } from "../feed/feed.ts";
import type { Fetcher } from "../fetch.ts";
import type { Reader } from "../reader.ts";
import { canonicalUrl } from "../url.ts";
import type { Hosts } from "./hosts.ts";

/** What finding a feed needs. */
export interface FindTools {
  readonly fetcher: Pick<Fetcher, "fetchFeed">;
  readonly hosts: Hosts;
  readonly reader: Pick<Reader, "readFeed">;
}

/** A feed that answers. */
export interface FoundFeed {
  /** Canonical. */
  readonly address: string;
  readonly feed: Feed;
  readonly fetched: FetchedFeed;
  /** Further feeds that the page names. */
  readonly others: readonly FeedLink[];
}

/** Feeds of one page that are tried. */
const MOST_TRIED = 5;

async function tryFeed(address: string, { fetcher, hosts, reader }: FindTools) {
  const fetched = await fetcher.fetchFeed(address, { gate: hosts.use });
  const { bytes, contentType, permanentAddress } = fetched;
  const feed = await reader.readFeed({ bytes, hints: { name: address, contentType, address: fetched.address } });
  return { address: canonicalUrl(permanentAddress ?? address) ?? address, feed, fetched };
}

/** Whether nothing answers there at all. */
const isSilence = (error: IngestError): boolean => error instanceof FetchRefused && error.passing && error.status === null;

/** The first of several addresses that is a feed; null where none is, or one brings an error that ends the search. */
async function firstFeed(
  links: readonly FeedLink[],
  tools: FindTools,
  endsSearch: (error: IngestError) => boolean,
): Promise<FoundFeed | null> {
  for (const [k, link] of links.entries()) {
    try {
      const { feed, ...found } = await tryFeed(link.address, tools);
      if (!(feed instanceof IngestError)) return { ...found, feed, others: links.toSpliced(k, 1) };
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      if (endsSearch(error)) return null;
    }
  }
  return null;
}

/**
 * The feed at an address, else the first that the page there names, else one where feeds mostly are on its site. `address` is http or
 * https. Throws an IngestError that says why there is none.
 */
export async function findFeed(address: string, tools: FindTools): Promise<FoundFeed> {
  const { feed, ...found } = await tryFeed(address, tools);
  if (!(feed instanceof IngestError)) return { ...found, feed, others: [] };
  if (!feed.isPage) throw feed;
  const { bytes, address: pageAddress } = found.fetched;
  const named = findFeeds(decode(bytes, { name: address, charset: null, html: true }), pageAddress).slice(0, MOST_TRIED);
  const usual = COMMON_PATHS.map((path) => ({ address: new URL(path, pageAddress).href, title: null }));
  const first = await firstFeed(named, tools, () => false);
  if (first !== null) return first;
  const guessed = await firstFeed(usual, tools, isSilence);
  if (guessed !== null) return { ...guessed, others: [] };
  throw new IngestError(
    address,
    "is a web page that names no feed, and there is none in the usual places of its site: give the address of the feed itself.",
  );
}
