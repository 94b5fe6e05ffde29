/** The nouns of the product: types only; this file imports nothing and runs nothing. */

/** Half-open range `[start, end)` in UTF-16 code units of `Article.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One news article as it was read; whatever it did not say about itself is null, never guessed. */
export interface Article {
  /** Stable over re-reading: a hash of the canonical URL, else of the file's path, else of the text. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** The names of all who wrote it, in one line. */
  readonly author: string | null;
  /** A UTC instant; midnight UTC where the article gives a day alone. */
  readonly publishedAt: Date | null;
  /** When it says that it was last changed, as `publishedAt`. */
  readonly modifiedAt: Date | null;
  /** Canonical, always http or https. */
  readonly url: string | null;
  /** The language of the text, by its code of ISO 639 ("en", "de"); null where the text is too short to tell. */
  readonly language: string | null;
  /** Name of the file it was read from, without its folder. */
  readonly file: string | null;
  /** Paragraphs separated by line feeds; every Span indexes into it. */
  readonly text: string;
  /** The sentences of `text`, in order, not overlapping. */
  readonly sentences: readonly Span[];
}

/** How much of a statement stands in quotation marks: all of it, some of it, none of it. */
export type StatementKind = "direct" | "mixed" | "indirect";

/** A person, organisation, document or unnamed source ("a senior official") that says something. */
export interface Speaker {
  /** The fullest form the article gives. */
  readonly name: string;
  /** As the article words it ("Ukrainian President"), or null. */
  readonly role: string | null;
}

/** One thing somebody said, as verbatim slices of its article. */
export interface Statement {
  /** Stable for the same text: the article's id, where the first fragment begins and where the last one ends. */
  readonly id: string;
  readonly articleId: string;
  readonly kind: StatementKind;
  /** Every fragment, in order, not overlapping: `"A," he said, "B."` has two. Direct fragments exclude their quotation marks. */
  readonly content: readonly Span[];
  /** The words that tell of the saying ("had underscored"). */
  readonly cue: Span | null;
  /** The speaker as mentioned at this place ("he"). */
  readonly source: Span | null;
  /** Who the mention names; null where the article does not tell. */
  readonly speaker: Speaker | null;
  /** The mentions that lead from the source to the name: "he", "Mr. Hale", "Robert Hale". */
  readonly mentions: readonly string[];
  /** How likely it is that this was said so, and by whom it says, from 0 to 1. */
  readonly confidence: number;
}

/** A statement with the article that carries it: what every answer is made of. */
export interface Hit {
  readonly statement: Statement;
  readonly article: Article;
  /** The name the library counts the speaker under: the same for every spelling; null for nobody and for unnamed sources. */
  readonly knownAs?: string | null;
  /** The other outlets that carry the same words; left out where there are none. */
  readonly also?: readonly string[];
  /** The same statement as those print it, where that was asked for. */
  readonly elsewhere?: readonly Hit[];
  /** The arrival since which it is known, and when its article came in; given where arrivals were asked for. */
  readonly arrived?: { readonly number: number; readonly at: Date };
}

/** A name of the library with everything that is one speaker with it. */
export interface KnownSpeaker {
  /** As printed. */
  readonly name: string;
  /** Null for an unnamed source, whom nothing tells from others called the same. */
  readonly knownAs: string | null;
  /** All names of this speaker, itself among them, most quoted first. */
  readonly names: readonly SpeakerName[];
  /** Names of others that were split from these by hand. */
  readonly apart: readonly string[];
}

interface SpeakerName {
  readonly name: string;
  /** Those that are not unsure. */
  readonly statements: number;
  /** The names it was merged into by hand. */
  readonly mergedInto: readonly string[];
}

/** Which statements are asked for; everything given must hold. */
export interface StatementQuery {
  /** Words that must stand in what was said, its sentence or its headline. */
  readonly topic?: string | undefined;
  /** A speaker's name or part of it, in any spelling. */
  readonly by?: string | undefined;
  /** Published at this instant or later; an article without a date does not pass. */
  readonly since?: Date | undefined;
  /** What was said first after the one arrival, up to the other (see `Delivery.after`), also in a later version of an article. */
  readonly arrived?: { readonly after: number; readonly upTo: number } | undefined;
  readonly kind?: StatementKind | undefined;
  /** The id of the only article whose statements are wanted, in the order of its text. */
  readonly article?: string | undefined;
  /** Those below the minimum confidence instead of those above it. */
  readonly unsure?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Which articles are asked for, newest first. */
export interface ArticleQuery {
  /** Words that must stand in it, or in a copy. */
  readonly topic?: string | undefined;
  /** Words that must stand in its headline, or in that of a copy. */
  readonly headline?: string | undefined;
  /** An outlet's name or part of it, its own or that of a copy. */
  readonly outlet?: string | undefined;
  readonly since?: Date | undefined;
  /** It came in first after the one arrival, up to the other; later versions of it do not count. */
  readonly arrived?: { readonly after: number; readonly upTo: number } | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** An article with the number of its statements that answers show. */
export interface ArticleEntry {
  readonly article: Article;
  readonly statements: number;
  /** The other outlets that carry it; left out where there are none. */
  readonly also?: readonly string[];
}

/** What a later text of an article changed. */
export interface Change {
  /** When the later text came in. */
  readonly at: Date;
  /** When it says itself that it was changed; null where it does not say, or says what the earlier one said. */
  readonly changedAt: Date | null;
  /** The headline before. */
  readonly title: string | null;
  /** How many statements came in and how many went, without those that are unsure. */
  readonly added: number;
  readonly gone: number;
  /** The sentences that came in; null where they were not kept, in a library from before they were. */
  readonly gained: readonly OwnSentence[] | null;
  /** The sentences that went. */
  readonly lost: readonly OwnSentence[];
}

/** A verbatim sentence that one of two texts has alone, with who said something in it. */
export interface OwnSentence {
  readonly text: string;
  readonly speaker: string | null;
}

/** An article of another outlet that says the same, and what it alone says. */
export interface Copy {
  readonly article: Article;
  readonly own: readonly OwnSentence[];
}

/** An article with its past, its copies and its story. */
export interface ArticleHistory extends ArticleEntry {
  /** Newest first. */
  readonly changes: readonly Change[];
  /** In the order in which they came in. */
  readonly copies: readonly Copy[];
  readonly story: Story | null;
  /** The newest other articles of its story. */
  readonly others: readonly ArticleEntry[];
}

/** Articles that tell one story. */
export interface Story {
  /** The article most like all the others, whose headline stands for the story. */
  readonly central: ArticleEntry;
  /** How many, without copies. */
  readonly articles: number;
  /** Of its articles and their copies, those with most articles first. */
  readonly outlets: readonly string[];
  /** When its first and last dated articles were published. */
  readonly first: Date | null;
  readonly last: Date | null;
}

/** Which stories are asked for: those that several articles tell first, then by their last article, newest first. */
export interface StoryQuery {
  /** Words that one of its articles must hold. */
  readonly topic?: string | undefined;
  /** Its last article was published at this instant or later. */
  readonly since?: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** One page of something and how many there are in all. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** A verbatim sentence of an article. */
export interface Excerpt {
  readonly article: Article;
  readonly span: Span;
  /** The other outlets that carry the sentence; left out where there are none. */
  readonly also?: readonly string[];
}

/** What a workspace's library holds. */
export interface LibrarySize {
  readonly articles: number;
  readonly statements: number;
  readonly outlets: number;
}

/** What the library has that is close to what was asked for in vain, best first. */
export interface Nearest {
  readonly topics: readonly string[];
  readonly speakers: readonly string[];
}

/** A feed that a workspace follows, and how it is doing. */
export interface FollowedFeed {
  readonly address: string;
  /** As it calls itself; null while it has not been read. */
  readonly title: string | null;
  /** Null for a feed that is asked no more. */
  readonly nextPoll: Date | null;
  readonly askedAt: Date | null;
  /** When it could be read last. */
  readonly answeredAt: Date | null;
  readonly trouble: FeedTrouble | null;
  /** The newest of its articles in the workspace's library, by when it came in. */
  readonly lastArticle: { readonly title: string | null; readonly at: Date } | null;
}

/** Why a feed cannot be read at present. */
export interface FeedTrouble {
  /** The first of the failures in a row. */
  readonly since: Date;
  readonly failures: number;
  /** The HTTP status of the answer; null where there was none, or where it was no feed. */
  readonly status: number | null;
  /** What went wrong, as the rest of a sentence that begins with the feed, with a remedy after a colon. */
  readonly problem: string;
}

/** When something runs: minutes of a zone's own clocks. */
export interface Schedule {
  /** Five fields: minute, hour, day of the month, month, day of the week; several such, parted by "; ", where one does not say it all. */
  readonly cron: string;
  /** As IANA names it: "Europe/London". */
  readonly zone: string;
}

/** A channel, thread or forum of a platform. */
export interface Place {
  readonly platform: string;
  /** As `Channel.id`; "@" and a user's id for their direct messages. */
  readonly channel: string;
}

/** What a digest or a watch is about: something of every list that is not empty. With all empty, everything. */
export interface Filter {
  /** For each, words that all must stand in an article (for a digest), or in what was said or its sentence (for a watch). */
  readonly topics: readonly string[];
  readonly speakers: readonly string[];
  readonly outlets: readonly string[];
  /** Stories by one of their articles. */
  readonly stories: readonly { readonly article: string; readonly headline: string }[];
  /**
   * Topics, speakers and outlets that stay out: articles with these words in the headline or from such an outlet, and statements with these
   * words or by such a speaker, together with articles in which nothing else is said.
   */
  readonly without: readonly string[];
}

/** How much a digest tells. */
export type DigestLength = "short" | "normal" | "long";

/** Why and since when something does not run; `why` is null where a person paused it. */
export interface Pause {
  readonly at: Date;
  /** A sentence with its remedy. */
  readonly why: string | null;
}

/** What is posted on schedule. */
export interface Digest {
  readonly workspace: string;
  /** What people call it by; no other digest or watch of the workspace ever has it. */
  readonly number: number;
  readonly place: Place;
  /** The id of the person who set it up; empty where they had themselves forgotten. */
  readonly by: string;
  readonly filter: Filter;
  readonly schedule: Schedule;
  readonly length: DigestLength;
  /** A role or group to be notified, as the platform names it. */
  readonly ping: string | null;
  /** Whether it says so when there is nothing new. */
  readonly quiet: boolean;
  /** How late a run may be and still go out, in milliseconds. */
  readonly latest: number;
  readonly pause: Pause | null;
  readonly nextRun: Date | null;
  readonly createdAt: Date;
  /** The arrival after which everything is new to it. */
  readonly since: number;
}

/** Hours in which nothing is posted, on a zone's clocks: from 22 to 7 goes over midnight. */
export interface QuietHours {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** What is posted as soon as it comes in. */
export interface Watch {
  readonly workspace: string;
  readonly number: number;
  readonly place: Place;
  readonly by: string;
  readonly filter: Filter;
  readonly quietHours: QuietHours | null;
  /** Posts an hour; what comes on top is told together. */
  readonly most: number;
  readonly pause: Pause | null;
  readonly createdAt: Date;
  /** The arrival up to which it has looked. */
  readonly seen: number;
  /** Statements that wait: each by the number of its arrival, a space, and the hash of who said what. */
  readonly held: readonly string[];
}

/** A run of a digest, a word of a watch, or a notice to its owner. */
export interface Delivery {
  readonly key: number;
  readonly workspace: string;
  readonly kind: "digest" | "watch" | "notice";
  /** Of the digest or watch. */
  readonly number: number;
  /** What tells it from others of the same: for a run the scheduled instant, as ISO 8601 in UTC. */
  readonly occasion: string;
  readonly place: Place;
  readonly due: Date;
  /** Earlier runs that it covers. */
  readonly missed: number;
  readonly claimedAt: Date;
  /** The arrivals that it tells of: after the one, up to the other. */
  readonly after: number;
  readonly upTo: number;
  readonly state: "claimed" | "sending" | "sent" | "empty" | "skipped" | "failed";
  readonly account: Account;
  readonly endedAt: Date | null;
  readonly posts: readonly Post[];
}

/** What `why` tells of a delivery. */
export interface Account {
  readonly late?: boolean;
  readonly stories?: number;
  readonly statements?: number;
  /** What came in, and how much of it each rule left out. */
  readonly articles?: number;
  readonly leftOut?: readonly { readonly rule: string; readonly articles: number }[];
  /** What went wrong: a sentence with its remedy. */
  readonly problem?: string;
}

/** A message of a delivery in the ledger. */
export interface Post {
  /** What the platform knows it by, over restarts. */
  readonly id: string;
  /** Counted from 0; those after the first stand under it. */
  readonly part: number;
  /** As its platform takes it; null once the delivery has ended. */
  readonly content: string | null;
  readonly state: "planned" | "sending" | "sent" | "failed";
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  readonly attemptedAt: Date | null;
  readonly retryAt: Date | null;
  /** The platform's id of the message. */
  readonly message: string | null;
  readonly link: string | null;
  /** What the platform said when it did not take it. */
  readonly said: string | null;
}

/** What is kept of one workspace: how many of each. */
export interface Holdings {
  readonly articles: number;
  readonly statements: number;
  /** Names of speakers, as printed. */
  readonly speakers: number;
  readonly feeds: number;
  readonly digests: number;
  readonly watches: number;
  /** What was posted by digests and watches, or was to be. */
  readonly deliveries: number;
  /** Answers whose buttons work. */
  readonly answers: number;
}

/** What carries the id of one person, or goes to them alone: how many of each. */
export interface OwnHoldings {
  /** Set up by them, where others see it. */
  readonly feeds: number;
  readonly digests: number;
  readonly watches: number;
  /** Digests and watches that go to their direct messages. */
  readonly direct: number;
  /** What was posted there. */
  readonly messages: number;
}
