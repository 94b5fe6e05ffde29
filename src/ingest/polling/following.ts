import type { FollowedFeed } from "../../model.ts";
import type { FeedStore, Follower } from "../../store/feed-store.ts";
import { MINIMUM_CONFIDENCE, type Store } from "../../store/store.ts";
import type { FetchedFeed } from "../answers.ts";
import { articleOf } from "../article.ts";
import { IngestError } from "../errors.ts";
import type { Fetcher } from "../fetch.ts";
import type { Reader } from "../reader.ts";
import { canonicalUrl, isUrl } from "../url.ts";
import { fetchAllowed } from "./fetch-allowed.ts";
import type { FindTools } from "./find-feed.ts";
import { firstPace } from "./pace.ts";
import type { RobotsFiles } from "./robots-files.ts";
import { nextPoll } from "./schedule.ts";

/** What goes out to the web, made when it is first needed. */
interface Web extends FindTools {
  readonly fetcher: Pick<Fetcher, "fetchFeed" | "fetchPage">;
  readonly robots: RobotsFiles;
  readonly reader: Pick<Reader, "readFeed" | "readArticle">;
}

/** What following feeds needs. */
export interface FollowingOptions {
  readonly store: Pick<FeedStore, "followFeeds" | "unfollowFeed" | "followedFeeds"> & Pick<Store, "addArticle">;
  readonly web: () => Promise<Web>;
  readonly now: () => Date;
  /** Hears of feeds that have become due, with what one has just answered. */
  readonly onFollowed?: (answered?: { readonly address: string; readonly fetched: FetchedFeed }) => void;
  /** Hears of each article that is new in a library. */
  readonly onAdded?: (workspace: string) => Promise<void>;
}

/** Why something was not done: one sentence for the person who asked for it, with the remedy. */
interface Refusal {
  readonly refusal: string;
}

const byDate = (a: { publishedAt: Date | null }, b: { publishedAt: Date | null }): number =>
  (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0);

/** An address as a person types it, `example.org/feed` as well. */
const typedAddress = (typed: string): string => (isUrl(typed) ? typed : `https://${typed}`);

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IngestError) return { refusal: error.message };
    throw error;
  }
}

/** Newest entries that are shown of a feed. */
const SHOWN = 3;

/** What people do with feeds and single articles by hand; the answers are plain values for commands to word. */
export function createFollowing({ store, web, now, onFollowed, onAdded }: FollowingOptions) {
  /** The feed that a person names by its address, its place in the list counted from 1, or words of its title. */
  async function find(workspace: string, named: string): Promise<FollowedFeed | Refusal> {
    const feeds = await store.followedFeeds(workspace);
    const words = named.toLowerCase();
    const address = canonicalUrl(typedAddress(named));
    const isNumber = /^\d{1,6}$/.test(named);
    const exact =
      feeds.find((feed) => feed.address === address || feed.title?.toLowerCase() === words) ??
      (isNumber ? feeds[Number(named) - 1] : undefined);
    if (exact) return exact;
    const alike = feeds.filter(({ address, title }) => !isNumber && `${title} ${address}`.toLowerCase().includes(words));
    if (alike.length === 1) return alike[0]!;
    const which = alike.map(({ title, address }) => title ?? address).slice(0, SHOWN);
    if (alike.length > 1)
      return { refusal: `${alike.length} feeds go by “${named}”, such as ${which.join(", ")}: give one's address.` };
    return { refusal: `No feed here goes by “${named}”: /feed list shows them with their numbers.` };
  }

  return {
    /** Asks an address once and follows the feed there, or the one that its page names. */
    add: (follower: Follower, typed: string) =>
      orRefusal(async () => {
        const { findFeed } = await import("./find-feed.ts");
        const { address, feed, fetched, others } = await findFeed(typedAddress(typed), await web());
        const { title, entries, ttlMinutes, skipHours, skipDays } = feed;
        const [isNew] = await store.followFeeds(follower, [{ address, title }], now());
        if (isNew) onFollowed?.({ address, fetched });
        const published = entries.flatMap(({ publishedAt }) => publishedAt ?? []);
        const pace = firstPace(published, now());
        const wishes = { ttlMinutes, skipHours, skipDays };
        const next = nextPoll({ now: now(), jitter: 0 }, { pace, wishes, answer: fetched.headers });
        return {
          isNew: isNew!,
          address,
          title,
          entries: entries.length,
          newest: entries.toSorted(byDate).slice(0, SHOWN),
          /** How long, in milliseconds, until it is asked again after its articles are read. */
          every: next.getTime() - now().getTime(),
          others,
        };
      }),

    list: (workspace: string) => store.followedFeeds(workspace),

    async remove(workspace: string, named: string): Promise<FollowedFeed | Refusal> {
      const found = await find(workspace, named);
      if (!("refusal" in found)) await store.unfollowFeed(workspace, found.address);
      return found;
    },

    /** Follows all feeds of an OPML list at an address. */
    importFrom: (follower: Follower, typed: string) =>
      orRefusal(async () => {
        const address = typedAddress(typed);
        const { fetcher, hosts } = await web();
        const { bytes } = await fetcher.fetchFeed(address, { gate: hosts.use });
        return importList(follower, bytes, address);
      }),

    /** The same of the bytes of a list, which refusals call `name`. */
    importList: (follower: Follower, bytes: Uint8Array, name: string) => orRefusal(() => importList(follower, bytes, name)),

    /** All feeds of a workspace as OPML. */
    async exportList(workspace: string): Promise<{ readonly feeds: number; readonly opml: string }> {
      const { renderOpml } = await import("../feed/opml.ts");
      const feeds = await store.followedFeeds(workspace);
      return { feeds: feeds.length, opml: renderOpml(feeds) };
    },

    /** Reads one article into the library, where its site's robots.txt allows it. */
    read: (workspace: string, typed: string) =>
      orRefusal(async () => {
        const address = typedAddress(typed);
        const { reader, ...tools } = await web();
        const { bytes, kind, charset, url } = await fetchAllowed(address, { ...tools, now });
        const read = await reader.readArticle({ name: address, bytes, kind, charset, path: null, address: url });
        if (read instanceof IngestError) throw read;
        const article = articleOf(read);
        const outcome = await store.addArticle(workspace, article, read.statements);
        if (outcome === "added") await onAdded?.(workspace);
        const sure = read.statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE).length;
        return { outcome, article, statements: sure, unsure: read.statements.length - sure };
      }),
  };

  async function importList(follower: Follower, bytes: Uint8Array, name: string): Promise<{ added: number; known: number }> {
    const { readOpml } = await import("../feed/opml.ts");
    const outcomes = await store.followFeeds(follower, readOpml(bytes, name), now());
    const added = outcomes.filter(Boolean).length;
    if (added > 0) onFollowed?.();
    return { added, known: outcomes.length - added };
  }
}

/** See `createFollowing`. */
export type Following = ReturnType<typeof createFollowing>;
