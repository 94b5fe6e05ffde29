import { onTestFinished } from "vitest";
import { createHosts } from "../../../src/ingest/polling/hosts.ts";
import type { Polled } from "../../../src/ingest/polling/poll-feed.ts";
import { createPoller, type Poller, type PollerOptions } from "../../../src/ingest/polling/poller.ts";
import { createRobotsFiles } from "../../../src/ingest/polling/robots-files.ts";
import { createReader } from "../../../src/ingest/reader.ts";
import type { Statement } from "../../../src/model.ts";
import { createSqliteStore } from "../../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { makeFetcher } from "../fetching.ts";
import { createSite, feed, type Item } from "./site.ts";

export const NOON = new Date("2026-05-05T12:00:00Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ITEMS: readonly Item[] = ["/a", "/b", "/c"].map((path, k) => ({ path, date: `2026-05-05T0${9 - k}:00:00Z` }));

/** A library of its own with a clock that a test sets, and pollers over it. */
export interface Newsroom {
  readonly store: Store;
  /** Moves the clock on, by milliseconds. */
  pass(time: number): void;
  now(): Date;
  follow(address: string, workspace?: string): Promise<boolean>;
  /** Polls all that is due; what became of each feed. */
  poll(options?: Partial<PollerOptions>): Promise<Polled[]>;
  poller(options?: Partial<PollerOptions>): Poller;
  /** The headlines of a workspace's library, in the order of the alphabet. */
  titles(workspace?: string): Promise<(string | null)[]>;
  /** What was logged as our own fault. */
  readonly faults: unknown[];
}

/** One statement, so that articles come with some: the first sentence. */
function extract(articleId: string, text: string): { sentences: { start: number; end: number }[]; statements: Statement[] } {
  const span = { start: 0, end: Math.max(1, text.indexOf(".")) };
  const statement: Statement = {
    id: `${articleId}:0`,
    articleId,
    kind: "indirect",
    content: [span],
    cue: null,
    source: null,
    speaker: { name: "Ada Lund", role: null },
    mentions: [],
    confidence: 1,
  };
  return { sentences: [span], statements: [statement] };
}

export function createNewsroom(file = ":memory:"): Newsroom {
  const store = createSqliteStore(file);
  onTestFinished(() => store.close());
  let time = NOON.getTime();
  const now = () => new Date(time);
  const faults: unknown[] = [];
  const hosts = createHosts(8);
  const fetcher = makeFetcher();
  const robots = createRobotsFiles({ fetcher, hosts, now });
  const base: PollerOptions = {
    ...{ store, now, hosts, fetcher, robots, atOnce: 4 },
    reader: createReader(extract),
    random: () => 0,
    log: (error) => faults.push(error),
    signal: new AbortController().signal,
  };
  const poller = (options: Partial<PollerOptions> = {}) => createPoller({ ...base, ...options });
  return {
    store,
    faults,
    now,
    poller,
    pass: (by) => {
      time += by;
    },
    follow: async (address, workspace = "w") => {
      const follower = { workspace, platform: "terminal", channel: "c", by: "u" };
      return (await store.followFeeds(follower, [{ address, title: null }], now()))[0]!;
    },
    async poll(options = {}) {
      const polled: Polled[] = [];
      await poller({ onPolled: (each) => void polled.push(each), ...options }).pollDue();
      return polled;
    },
    titles: async (workspace = "w") =>
      (await store.findArticles(workspace, { limit: 1_000, offset: 0 })).items.map(({ article }) => article.title).toSorted(),
  };
}

/** A newsroom that follows the feed of a site, which has those items. */
export async function followSite(items: readonly Item[] = ITEMS) {
  const [site, room] = [await createSite(), createNewsroom()];
  site.answers.set("/feed", feed(site.address, items));
  await room.follow(`${site.address}/feed`);
  return { site, room, address: `${site.address}/feed` };
}
