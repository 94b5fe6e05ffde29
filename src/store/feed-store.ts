import type { Article, FeedTrouble, FollowedFeed, Statement } from "../model.ts";
import type { Added } from "./added.ts";

/** Which workspace follows a feed, and where and by whom it was added. */
export interface Follower {
  readonly workspace: string;
  readonly platform: string;
  /** As `Channel.id`: where its notices go. */
  readonly channel: string;
  /** The id of the person who added it. */
  readonly by: string;
}

/** A feed as it is added. */
export interface NamedFeed {
  readonly address: string;
  /** What to call it until it is read. */
  readonly title: string | null;
}

/** How often a feed itself asks to be fetched; as in `Feed`. */
export interface FeedWishes {
  readonly ttlMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
}

/** A feed as whoever polls it needs it: the same for all who follow it. */
export interface PolledFeed {
  readonly id: number;
  readonly address: string;
  readonly title: string | null;
  /** What the last answer was to be told by, as its headers had it. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly wishes: FeedWishes;
  /** How long, in milliseconds, its entries say to wait between two polls; null before the first. */
  readonly pace: number | null;
  readonly trouble: FeedTrouble | null;
}

/** What a poll leaves behind: all that will be known of the feed, and when to ask again; null for never. */
export interface PollRecord extends PolledFeed {
  /** When the poll began. */
  readonly askedAt: Date;
  readonly nextPoll: Date | null;
}

/** One entry as it was met before, by one follower. */
export interface SeenEntry {
  /** Tells whether the entry has changed since. */
  readonly version: string;
  /** How often it was tried in vain; 0 for one that is done with. */
  readonly attempts: number;
  readonly at: Date;
}

/** The entries that one follower has met, by their ids. */
export interface Seen {
  readonly workspace: string;
  readonly entries: ReadonlyMap<string, SeenEntry>;
}

/** An article with who said what in it. */
export interface Reading {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** What became of one entry, for the followers that had not met it. */
export interface MetEntry extends Pick<SeenEntry, "version" | "attempts"> {
  readonly id: string;
  readonly workspaces: readonly string[];
  /** What goes into their libraries; null for an entry that brought nothing. */
  readonly reading: Reading | null;
}

/** Word for one follower that a feed cannot be read. */
export interface FeedNotice {
  readonly follower: Follower;
  readonly feed: FollowedFeed;
}

/** Keeps the feeds, who follows them, and which entries are done with. A feed is known by its address, or by a number while it is polled. */
export interface FeedStore {
  /**
   * Makes a workspace follow feeds, new or known, which are then due at once and, so that the new follower gets their current entries too,
   * to be read as a whole. False for each, and nothing changes, that the workspace follows already.
   */
  followFeeds(follower: Follower, feeds: readonly NamedFeed[], now: Date): Promise<readonly boolean[]>;
  /** Ends it; a feed that nobody follows is forgotten, articles stay. False where the workspace does not follow it. */
  unfollowFeed(workspace: string, address: string): Promise<boolean>;
  /** In the order in which they were added. */
  followedFeeds(workspace: string): Promise<readonly FollowedFeed[]>;
  /** Up to `limit` feeds that are due and that nobody has claimed, longest due first; they are `claimant`'s until `until`, or its next word. */
  claimFeeds(
    claimant: string,
    when: { readonly now: Date; readonly until: Date; readonly limit: number },
  ): Promise<readonly PolledFeed[]>;
  /** For all that the claimant has. */
  renewClaims(claimant: string, until: Date): Promise<void>;
  releaseClaims(claimant: string): Promise<void>;
  /** Everybody who has a claim, ended or not. */
  claimants(): Promise<readonly string[]>;
  /** When the next feed is due, or a claim on one that is due ends; null where no feed is to be polled. */
  nextDue(): Promise<Date | null>;
  /** Makes every feed due that is still asked, or a workspace's. */
  makeDue(workspace: string, now: Date): Promise<void>;
  /** What each follower of a feed has met, the followers in the order in which they came. */
  seenEntries(feed: number): Promise<readonly Seen[]>;
  /** What an entry brought in this version to any follower, while one has it. */
  findReading(feed: number, entry: string, version: string): Promise<Reading | null>;
  /**
   * Marks entries as met and keeps what they brought, all in one transaction: what is marked is kept. Returns what became of the article
   * of each entry in each library that got it; a workspace that has left the feed meanwhile gets nothing.
   */
  keepEntries(feed: number, entries: readonly MetEntry[], now: Date): Promise<readonly (readonly Added[])[]>;
  /**
   * Ends polls and their claims, in one transaction. A new address that another feed has already makes the two one. A feed is due again at
   * once, to be read as a whole, for those who came while it was asked. Forgets the oldest entries of very many, and who was told of a
   * feed's trouble where it has none.
   */
  finishPolls(records: readonly PollRecord[]): Promise<void>;
  /**
   * The next notice that is due for those platforms, of trouble since `since` or earlier or of a feed that is asked no more, and that nobody
   * has claimed; null where there is none. It is the caller's until `until`, and due again then unless it was told. A feed that is being
   * polled may be out of trouble in a moment.
   */
  claimNotice(
    platforms: readonly string[],
    when: { readonly now: Date; readonly until: Date; readonly since: Date },
  ): Promise<FeedNotice | null>;
  /** Remembers that a notice was delivered: the next is of other trouble. */
  markTold(notice: FeedNotice): Promise<void>;
}
