import type { ArticleEntry } from "../model.ts";

/** What came in after the one arrival, up to the other; see `Delivery.after`. */
export interface Arrivals {
  readonly after: number;
  readonly upTo: number;
}

/** What of that is asked for: with `stories` only what belongs to these. */
export interface NewsQuery extends Arrivals {
  readonly stories?: readonly number[];
}

/** An article as answers show it, of which something came in: itself, a later version of it, or copies. */
export interface CameIn {
  readonly article: string;
  /** How many articles came in: itself or a later version of it as one, and each copy. */
  readonly articles: number;
  /** Whether it came in itself; else whether a later version did; else copies alone did. */
  readonly as: "new" | "version" | "copies";
  /** Ids of the copies that came in. */
  readonly copies: readonly string[];
  readonly outlet: string | null;
  /** Its own and those of all its copies. */
  readonly outlets: readonly string[];
  readonly publishedAt: Date | null;
  /** When it came in first. */
  readonly at: Date;
  /** The same number for articles of one story; null for one that has none yet. */
  readonly story: number | null;
  /** Statements in it and its copies that are not unsure and came in now. */
  readonly statements: number;
}

/** What is new in a library. */
export interface NewsStore {
  /** Newest by when it was published. */
  cameIn(workspace: string, query: NewsQuery): Promise<readonly CameIn[]>;
  /** Of those the ids of the articles that hold all these words, or have them in the headline, themselves or in a copy. */
  cameInWith(workspace: string, query: NewsQuery, words: { topic: string } | { headline: string }): Promise<ReadonlySet<string>>;
  /**
   * How many statements that are not unsure came in which fit one of these, by the article that answers show: the words stand in what was
   * said or its sentence (`about`), or in what was said itself (`said`), or one of these said it (`by`, as of a `StatementQuery`).
   */
  newStatements(
    workspace: string,
    query: NewsQuery,
    fitting: { about?: readonly string[]; said?: readonly string[]; by?: readonly string[] },
  ): Promise<ReadonlyMap<string, number>>;
  /** The numbers of the stories that these articles belong to now, also by ids that later versions have replaced. */
  storiesOf(workspace: string, articles: readonly string[]): Promise<ReadonlySet<number>>;
  /** The id of the article most like all the others of a story; null where there is none. */
  centralOf(workspace: string, story: number): Promise<string | null>;
  /** Articles by id, also by ids that later versions have replaced, in this order; those that are gone are left out. */
  entries(workspace: string, articles: readonly string[]): Promise<readonly ArticleEntry[]>;
}
