/** When a feed asks to be fetched. */
export interface FeedSchedule {
  /** How long the feed asks not to be fetched again. */
  readonly ttlMinutes: number | null;
  /** Hours in UTC, 0 to 23, in which it need not be fetched. */
  readonly skipHours: readonly number[];
  /** English names of days, as "Sunday", on which it need not be fetched. */
  readonly skipDays: readonly string[];
}

/** What a feed says about itself and its entries; null where it does not say. */
export interface Feed extends FeedSchedule {
  readonly title: string | null;
  /** The page the feed belongs to, canonical. */
  readonly link: string | null;
  /** A language tag of BCP 47 ("en-GB"). */
  readonly language: string | null;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
}

/** One entry of a feed. Title, author and summary are plain text in one line each. */
export interface FeedEntry {
  /** No other entry's of this feed, and the same whenever it is read, unless the feed makes up new ones. */
  readonly id: string;
  readonly title: string | null;
  /** Canonical. */
  readonly url: string | null;
  /**
   * A UTC instant; midnight UTC where a day or no zone is given. Where the feed only says when the entry was last changed, that: Atom asks
   * for no other date (RFC 4287, 4.2.15), and an entry without one would be in no answer that asks since when.
   */
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
  readonly author: string | null;
  /** The content as HTML, where the feed carries more than a summary; whether it is the whole article, `readFeedArticle` tells. */
  readonly html: string | null;
  readonly summary: string | null;
}
