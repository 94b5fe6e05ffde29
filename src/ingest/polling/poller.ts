import { isDead, newClaimant } from "../../store/claimant.ts";
import type { FeedNotice, FeedStore, PolledFeed } from "../../store/feed-store.ts";
import { StoreError } from "../../store/store.ts";
import { type EndedPoll, type Polled, type PollTools, pollFeed } from "./poll-feed.ts";
import { DAY, MINUTE } from "./waits.ts";

/** What a poller needs. */
export interface PollerOptions extends PollTools {
  readonly store: PollTools["store"] &
    Pick<
      FeedStore,
      "claimFeeds" | "finishPolls" | "renewClaims" | "releaseClaims" | "claimants" | "nextDue" | "claimNotice" | "markTold"
    >;
  /** Feeds that are polled at the same time. */
  readonly atOnce: number;
  /** How long a claim on a feed or a notice outlives a process that was killed, in milliseconds. */
  readonly lease?: number;
  readonly onPolled?: (polled: Polled) => void | Promise<void>;
  /** The platforms that notices can be posted to, and what posts them; one that it rejects is tried again later. */
  readonly notices?: { readonly platforms: readonly string[]; post(notice: FeedNotice): Promise<void> };
}

/** Polls feeds when they are due; each is polled once at a time, by whichever process. */
export interface Poller {
  /** Polls all that is due, and ends. */
  pollDue(): Promise<void>;
  /** Polls whatever becomes due, until the signal comes; an error of the store is logged and waited out. */
  run(): Promise<void>;
  /** Says that something may have become due. */
  wake(): void;
}

const LEASE = 2 * MINUTE;
/** The longest time between two looks at what is due, since other processes add feeds too, in milliseconds. */
const LONGEST_SLEEP = MINUTE;

export function createPoller(options: PollerOptions): Poller {
  const { store, now, signal, atOnce, lease = LEASE, log, notices } = options;
  const claimant = newClaimant();
  const active = new Map<number, Promise<void>>();
  /** Polls that are over and not stored. */
  const ended: EndedPoll[] = [];
  let awake = Promise.withResolvers<void>();
  let broken: StoreError | null = null;
  const wake = (): void => awake.resolve();
  const until = (): Date => new Date(now().getTime() + lease);

  async function poll(feed: PolledFeed): Promise<void> {
    try {
      ended.push(await pollFeed(feed, options));
    } catch (error) {
      if (error instanceof StoreError) broken = error;
      else if (!signal.aborted) log(error);
    } finally {
      active.delete(feed.id);
      wake();
    }
  }

  const hasPlaces = (): boolean => active.size <= atOnce / 2;

  async function finish(): Promise<void> {
    const polls = ended.splice(0);
    if (polls.length === 0) return;
    await store.finishPolls(polls.map(({ record }) => record));
    for (const { polled } of polls) await options.onPolled?.(polled);
  }

  /** Claims feeds and begins to poll them; returns whether there were any. */
  async function begin(): Promise<boolean> {
    const limit = atOnce - active.size;
    const feeds = await store.claimFeeds(claimant, { now: now(), until: until(), limit });
    const idle = feeds.filter(({ id }) => !active.has(id));
    for (const feed of idle) active.set(feed.id, poll(feed));
    return idle.length > 0;
  }

  /** What a process had in hand that was killed need not wait for its claim to end. */
  async function releaseDead(): Promise<void> {
    for (const each of await store.claimants()) if (isDead(each)) await store.releaseClaims(each);
  }

  /** Posts what is due, each before it is marked: a process that is killed between the two leaves one to be posted twice, and loses none. */
  async function postNotices(): Promise<void> {
    while (notices && !signal.aborted) {
      const when = { now: now(), until: until(), since: new Date(now().getTime() - DAY) };
      const notice = await store.claimNotice(notices.platforms, when);
      if (notice === null) return;
      const isPosted = await notices.post(notice).then(
        () => true,
        () => false,
      );
      if (isPosted) await store.markTold(notice);
    }
  }

  async function sleep(): Promise<void> {
    const due = hasPlaces() ? await store.nextDue() : null;
    const wait = Math.min(LONGEST_SLEEP, Math.max(0, (due?.getTime() ?? Number.POSITIVE_INFINITY) - now().getTime()));
    const timer = setTimeout(wake, wait);
    await awake.promise;
    clearTimeout(timer);
  }

  /** One round after the other, until `isOver`. */
  async function work(isOver: () => boolean): Promise<void> {
    const heart = setInterval(() => {
      if (active.size > 0) store.renewClaims(claimant, until()).catch(log);
    }, lease / 3);
    signal.addEventListener("abort", wake);
    try {
      await releaseDead();
      while (!signal.aborted) {
        awake = Promise.withResolvers();
        // With half of the places free several feeds share a transaction, and the disk is waited for less often.
        if (hasPlaces()) {
          await finish();
          if (await begin()) continue;
        }
        await postNotices();
        if (broken !== null) throw broken;
        if (isOver()) return;
        await sleep();
      }
    } finally {
      signal.removeEventListener("abort", wake);
      clearInterval(heart);
      await Promise.all(active.values());
      broken = null;
      await finish();
      await store.releaseClaims(claimant);
    }
  }

  return {
    wake,
    pollDue: () => work(() => active.size === 0),
    async run() {
      while (!signal.aborted) {
        try {
          await work(() => false);
        } catch (error) {
          log(error);
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, LONGEST_SLEEP);
            signal.addEventListener("abort", () => resolve(clearTimeout(timer)), { once: true });
          });
        }
      }
    },
  };
}
