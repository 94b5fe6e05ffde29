import type {
  Article,
  ArticleEntry,
  ArticleQuery,
  Hit,
  KnownSpeaker,
  LibrarySize,
  Page,
  Statement,
  StatementQuery,
} from "../model.ts";
import type { Added } from "./added.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { DigestStore } from "./digest-store.ts";
import type { FeedStore } from "./feed-store.ts";
import type { NewsStore } from "./news-store.ts";
import type { SessionStore } from "./session-store.ts";
import type { StoryStore } from "./story-store.ts";
import type { UpkeepStore } from "./upkeep-store.ts";

/** Statements below it are kept, and shown only to those who ask for what is unsure. */
export const MINIMUM_CONFIDENCE = 0.5;

/** What can be completed while somebody types. */
export type Completed = "speaker" | "topic" | "outlet" | "article";

/** How often something occurs in a workspace's statements. */
export interface Tally {
  readonly name: string;
  readonly statements: number;
}

/** A speaker's, under the name most answers go by. */
export interface SpeakerTally extends Tally {
  /** The speaker's other names, as printed. */
  readonly also: readonly string[];
}

/** Which speakers are asked for: `like`, those with a word in a name that begins or ends as one of these does, folded by `readTerms`. */
export interface SpeakersQuery {
  readonly like?: readonly string[];
  readonly limit?: number;
}

/**
 * Keeps articles with their statements. Asynchronous, so that a server can stand behind it; every method takes the workspace
 * whose library it reads or writes. All methods throw a `StoreError` when the disk or the file refuses.
 */
export interface Store extends FeedStore, NewsStore, SessionStore, StoryStore, DigestStore, DeliveryStore, UpkeepStore {
  /**
   * Keeps an article and its statements in one transaction, and gives it its story. The same text is one article, and so is nearly the same
   * text: another outlet's is a copy, which adds its outlet to what is shown, and what it alone says; the same outlet's, like another text
   * with the same id or address, replaces the earlier version and its statements, and is remembered as a change. A version that was
   * changed before the one that is kept, as both say themselves, is a duplicate.
   */
  addArticle(workspace: string, article: Article, statements: readonly Statement[]): Promise<Added>;
  /** Takes articles and their statements out, in one transaction; returns how many there were. A copy takes the place of what it copies. */
  removeArticles(workspace: string, ids: readonly string[]): Promise<number>;
  /** Statements newest first; with a topic the best of the newest first, newest on ties, but not of a range of arrivals, which is read to its end. */
  findStatements(workspace: string, query: StatementQuery): Promise<Page<Hit>>;
  /** Articles newest first. */
  findArticles(workspace: string, query: ArticleQuery): Promise<Page<ArticleEntry>>;
  /**
   * Every speaker of a statement that is not unsure, once, under the commonest of the whole names (a name that was merged into another
   * comes after it), most quoted first; unnamed sources by what they are called.
   */
  speakers(workspace: string, query?: SpeakersQuery): Promise<readonly SpeakerTally[]>;
  /** Who has this name, as printed or else in another spelling; null for a name the library does not have. */
  speaker(workspace: string, name: string): Promise<KnownSpeaker | null>;
  /**
   * Makes two names one speaker, by hand; takes back what was split by hand between names that this makes one. Holds until it is split,
   * also while no article has the names. False, and nothing changes, for a name the library does not have and for unnamed sources.
   */
  mergeSpeakers(workspace: string, name: string, into: string): Promise<boolean>;
  /**
   * Takes a name out of the speaker that `from` names, by hand: `name` leaves, the others stay together. Takes back the merges by hand
   * that tied `name` to them. Holds until the two are merged. False as with `mergeSpeakers`.
   */
  splitSpeakers(workspace: string, name: string, from: string): Promise<boolean>;
  /**
   * The content words of the statements that are not unsure, most frequent first; with `like`, as folded by `readTerms`, those that
   * begin or end as one of its words does.
   */
  topics(workspace: string, query: { like?: readonly string[]; limit: number }): Promise<readonly Tally[]>;
  /** Names that begin as `typed` does, or have words that do, in any spelling; those with most behind them first, headlines newest first. */
  complete(workspace: string, what: Completed, typed: string, limit: number): Promise<readonly string[]>;
  /** The outlets of all articles, those with most articles first. */
  outlets(workspace: string, limit: number): Promise<readonly string[]>;
  /** Whether there is no article, without counting. */
  isEmpty(workspace: string): Promise<boolean>;
  size(workspace: string): Promise<LibrarySize>;
  close(): Promise<void>;
}

/** A refusal of the disk or the database file, in one sentence with the remedy. */
export class StoreError extends Error {
  override name = "StoreError";
}
