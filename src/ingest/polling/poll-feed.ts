import { Readable } from "node:stream";
import type { FeedTrouble } from "../../model.ts";
import type { Added } from "../../store/added.ts";
import type { FeedStore, MetEntry, PolledFeed, PollRecord } from "../../store/feed-store.ts";
import { StoreError } from "../../store/store.ts";
import type { FetchedFeed } from "../answers.ts";
import { FetchRefused, IngestError } from "../errors.ts";
import type { Feed } from "../feed/feed.ts";
import type { Fetcher } from "../fetch.ts";
import { inOrder } from "../in-order.ts";
import type { Reader } from "../reader.ts";
import { canonicalUrl } from "../url.ts";
import { attemptsAfter, type Plan, planEntries, type Work } from "./entries.ts";
import { firstPace, nextPace } from "./pace.ts";
import { type EntryRead, type EntryTools, readEntry } from "./read-entry.ts";
import { nextPoll, nextTry } from "./schedule.ts";

/** What polling a feed needs. */
export interface PollTools extends EntryTools {
  readonly store: Pick<FeedStore, "seenEntries" | "findReading" | "keepEntries">;
  readonly reader: Pick<Reader, "readArticle" | "readFeed">;
  readonly fetcher: Pick<Fetcher, "fetchPage" | "fetchFeed">;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Hears of what is our own fault and stops nothing. */
  readonly log: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** What became of one poll. Entries count once however many libraries they went into. */
export interface Polled {
  readonly address: string;
  readonly title: string | null;
  readonly outcome: "read" | "unchanged" | "failed";
  readonly added: number;
  readonly updated: number;
  /** Entries whose text was in every library already. */
  readonly duplicates: number;
  /** Entries that brought no article, with the reason of each. */
  readonly refused: readonly string[];
  /** Entries that will be tried again. */
  readonly later: number;
  /** Why the feed itself could not be read. */
  readonly trouble: FeedTrouble | null;
  readonly nextPoll: Date | null;
}

/** A feed that is being asked. */
type Poll = PolledFeed & Pick<PollRecord, "askedAt">;

/** A poll that is over but for what it leaves behind, which the caller has to store. */
export interface EndedPoll {
  readonly record: PollRecord;
  readonly polled: Polled;
}

/** One page is fetched while another is read. */
const AT_ONCE = 2;
/** Articles that are stored in one transaction: with more, whoever asks the library waits longer; with fewer, the disk is waited for. */
const BATCH = 8;
/** How long, in milliseconds, an article waits for others to be stored with. */
const LONGEST_HELD = 1_000;
/** Answered by a feed that is gone for good. */
const GONE = 410;

const NOTHING = { added: 0, updated: 0, duplicates: 0, later: 0 };

interface Tally {
  added: number;
  updated: number;
  duplicates: number;
  later: number;
  readonly refused: string[];
}

function count(tally: Tally, outcomes: readonly Added[]): void {
  if (outcomes.includes("added")) tally.added++;
  else if (outcomes.includes("updated")) tally.updated++;
  else if (outcomes.includes("duplicate")) tally.duplicates++;
}

/** Stores what was read; an entry that trips the store costs itself alone. */
async function keep(feed: PolledFeed, entries: readonly MetEntry[], tally: Tally, tools: PollTools): Promise<void> {
  const { store, now, log } = tools;
  try {
    for (const outcomes of await store.keepEntries(feed.id, entries, now())) count(tally, outcomes);
  } catch (error) {
    if (error instanceof StoreError || (entries.length === 1 && entries[0]!.reading === null)) throw error;
    if (entries.length > 1) {
      for (const entry of entries) await keep(feed, [entry], tally, tools);
      return;
    }
    log(error);
    await keep(feed, [{ ...entries[0]!, reading: null }], tally, tools);
  }
}

async function readEntries(polled: PolledFeed, feed: Feed, address: string, plan: Plan, tools: PollTools): Promise<Tally> {
  const { store, now, signal } = tools;
  const tally: Tally = { ...NOTHING, refused: [], later: plan.later };
  const read = async (work: Work): Promise<EntryRead & { readonly work: Work }> => {
    const known = await store.findReading(polled.id, work.id, work.version);
    if (known !== null) return { work, reading: known, reason: null, again: false };
    return { work, ...(await readEntry(work.entry, feed, address, tools)) };
  };
  const results = inOrder(Readable.from(plan.work), read, { atOnce: AT_ONCE, signal });
  let batch: MetEntry[] = [];
  let begun = now().getTime();
  for await (const { work, reading, reason, again } of results) {
    signal.throwIfAborted();
    const attempts = again ? attemptsAfter(work.attempts) : 0;
    if (attempts > 0) tally.later++;
    if (reason !== null) tally.refused.push(reason);
    if (batch.length === 0) begun = now().getTime();
    batch.push({ id: work.id, version: work.version, workspaces: work.workspaces, attempts, reading });
    if (batch.length < BATCH && now().getTime() - begun < LONGEST_HELD) continue;
    await keep(polled, batch, tally, tools);
    batch = [];
  }
  if (batch.length > 0) await keep(polled, batch, tally, tools);
  return tally;
}

/**
 * Asks a feed, reads what is new in it and stores it in the library of each who follows it. What the feed is to be told by next time is in
 * the record it returns, for all entries are done with then: whatever ends this before, the next poll finds them again. Throws errors of
 * the store, and the signal's.
 */
export async function pollFeed(feed: PolledFeed, tools: PollTools): Promise<EndedPoll> {
  const { hosts, fetcher, now, signal, log } = tools;
  const askedAt = now();
  const poll = { ...feed, askedAt };
  try {
    const validators = { etag: feed.etag, lastModified: feed.lastModified };
    // Whoever follows a feed has asked for it by hand, so robots.txt, which is for crawlers (RFC 9309, 1), does not speak of it.
    const fetched = await fetcher.fetchFeed(feed.address, { validators, gate: hosts.use });
    return fetched.kind === "unchanged" ? unchanged(poll, fetched, tools) : await changed(poll, fetched, tools);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof StoreError) throw error;
    if (!(error instanceof IngestError)) log(error);
    return failed(poll, error, tools);
  }
}

function failed(feed: Poll, error: unknown, { now, random }: PollTools): EndedPoll {
  const [status, retryAfter] = error instanceof FetchRefused ? [error.status, error.retryAfter] : [null, null];
  const trouble: FeedTrouble = {
    since: feed.trouble?.since ?? feed.askedAt,
    failures: (feed.trouble?.failures ?? 0) + 1,
    status,
    problem: error instanceof IngestError ? error.rest : "could not be read by a fault of ours: please report this feed.",
  };
  const again = nextTry({ now: now(), jitter: random() }, { failures: trouble.failures, retryAfter });
  const record = { ...feed, trouble, nextPoll: status === GONE ? null : again };
  return { record, polled: describe("failed", record, { ...NOTHING, refused: [] }) };
}

function unchanged(feed: Poll, fetched: FetchedFeed, tools: PollTools): EndedPoll {
  const pace = nextPace(feed.pace ?? firstPace([], tools.now()), 0);
  const { etag, lastModified } = fetched.headers;
  const known = { ...feed, etag: etag ?? feed.etag, lastModified: lastModified ?? feed.lastModified, pace };
  const record = answered(known, fetched, tools);
  return { record, polled: describe("unchanged", record, { ...NOTHING, refused: [] }) };
}

async function changed(feed: Poll, fetched: FetchedFeed, tools: PollTools): Promise<EndedPoll> {
  const { store, reader, now } = tools;
  const { bytes, contentType, headers, address } = fetched;
  const document = await reader.readFeed({ bytes, hints: { name: feed.address, contentType, address } });
  if (document instanceof IngestError) throw document;
  const plan = planEntries(document, await store.seenEntries(feed.id), now());
  const tally = await readEntries(feed, document, address, plan, tools);
  const published = document.entries.flatMap(({ publishedAt }) => publishedAt ?? []);
  const { title, ttlMinutes, skipHours, skipDays } = document;
  const known = {
    ...feed,
    title: title ?? feed.title,
    etag: tally.later > 0 ? null : headers.etag,
    lastModified: tally.later > 0 ? null : headers.lastModified,
    wishes: { ttlMinutes, skipHours, skipDays },
    pace: feed.pace === null ? firstPace(published, now()) : nextPace(feed.pace, plan.arrived),
  };
  const record = answered(known, fetched, tools);
  return { record, polled: describe("read", record, tally) };
}

/** What a poll leaves behind of a feed that has answered; a permanent redirect has given it another address. */
function answered(feed: Poll & { readonly pace: number }, fetched: FetchedFeed, { now, random }: PollTools): PollRecord {
  const { pace, wishes } = feed;
  const next = nextPoll({ now: now(), jitter: random() }, { pace, wishes, answer: fetched.headers });
  const address = canonicalUrl(fetched.permanentAddress ?? feed.address) ?? feed.address;
  return { ...feed, address, trouble: null, nextPoll: next };
}

const describe = (outcome: Polled["outcome"], { address, title, trouble, nextPoll }: PollRecord, tally: Tally): Polled => ({
  ...{ address, title, outcome, ...tally, trouble, nextPoll },
});
