import { availableParallelism } from "node:os";
import type { Config } from "../config.ts";
import type { Fetcher } from "../ingest/fetch.ts";
import { createFollowing, type Following } from "../ingest/polling/following.ts";
import type { HandOver } from "../ingest/polling/hand-over.ts";
import type { Hosts } from "../ingest/polling/hosts.ts";
import type { Polled } from "../ingest/polling/poll-feed.ts";
import type { Poller, PollerOptions } from "../ingest/polling/poller.ts";
import type { RobotsFiles } from "../ingest/polling/robots-files.ts";
import type { Reader } from "../ingest/reader.ts";
import type { Store } from "../store/store.ts";

/** Requests that are out at the same time, and feeds that are polled. */
const REQUESTS = 8;
const FEEDS = 16;

/** What goes out to the web and reads what comes. */
interface OpenWeb {
  readonly fetcher: Omit<Fetcher, "close"> & HandOver;
  readonly hosts: Hosts;
  readonly robots: RobotsFiles;
  readonly reader: Reader;
  close(): Promise<void>;
}

/** All that brings articles from the web into one library. What it needs for that is loaded when it is first used. */
export interface Newsroom {
  readonly following: Following;
  readonly isPolling: () => boolean;
  web(): Promise<OpenWeb>;
  /** Polls feeds as they become due, until it is closed. */
  startPolling(notices: NonNullable<PollerOptions["notices"]>): void;
  /** Polls the feeds that are due now. */
  pollDue(onPolled: (polled: Polled) => void): Promise<void>;
  /** Gives up what is being fetched and read; what was not stored is found again by the next poll. */
  close(): Promise<void>;
}

type WebConfig = Pick<Config, "allowPrivateNetwork" | "contact">;

const now = (): Date => new Date();

async function openWeb({ allowPrivateNetwork, contact }: WebConfig, signal: AbortSignal): Promise<OpenWeb> {
  const { createFetcher } = await import("../ingest/fetch.ts");
  const { createHandOver } = await import("../ingest/polling/hand-over.ts");
  const { createHosts } = await import("../ingest/polling/hosts.ts");
  const { createRobotsFiles } = await import("../ingest/polling/robots-files.ts");
  const { createThreads } = await import("../ingest/threads.ts");
  const plain = createFetcher({ allowPrivateNetwork, contact, signal });
  const hosts = createHosts(REQUESTS);
  const reader = createThreads(Math.max(1, availableParallelism() - 1));
  return {
    fetcher: { ...plain, ...createHandOver(plain, now) },
    hosts,
    robots: createRobotsFiles({ fetcher: plain, hosts, now }),
    reader,
    close: async () => void (await Promise.all([reader.close(), plain.close()])),
  };
}

export function openNewsroom(config: WebConfig, store: Store, log: (error: unknown) => void): Newsroom {
  const abort = new AbortController();
  let opened: Promise<OpenWeb> | null = null;
  let poller: Poller | null = null;
  let running: Promise<void> | null = null;
  const web = (): Promise<OpenWeb> => {
    opened ??= openWeb(config, abort.signal);
    return opened;
  };
  let samplesGone: Promise<unknown> | null = null;
  /** A library with articles of its own needs no samples. */
  const onAdded = async (): Promise<void> => {
    samplesGone ??= import("./samples.ts").then(({ removeSamples }) => removeSamples(store));
    await samplesGone;
  };
  const makePoller = async (more: Pick<PollerOptions, "onPolled" | "notices">): Promise<Poller> => {
    const { createPoller } = await import("../ingest/polling/poller.ts");
    const { fetcher, hosts, robots, reader } = await web();
    const tools = { store, fetcher, hosts, robots, reader, now, log, random: Math.random, signal: abort.signal };
    const onPolled = async (polled: Polled): Promise<void> => {
      if (polled.added > 0) await onAdded();
      await more.onPolled?.(polled);
    };
    return createPoller({ ...tools, ...more, atOnce: FEEDS, onPolled });
  };
  const following = createFollowing({
    ...{ store, web, now, onAdded },
    onFollowed: (answered) => {
      if (answered && running) void web().then(({ fetcher }) => fetcher.hand(answered.address, answered.fetched));
      poller?.wake();
    },
  });
  return {
    following,
    web,
    isPolling: () => running !== null,
    startPolling: (notices) => {
      running = (async () => {
        poller = await makePoller({ notices });
        await poller.run();
      })().catch(log);
    },
    pollDue: async (onPolled) => (await makePoller({ onPolled })).pollDue(),
    async close() {
      abort.abort();
      const ending = opened?.then((each) => each.close());
      await Promise.all([running, ending]);
    },
  };
}
