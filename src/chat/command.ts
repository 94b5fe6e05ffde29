import type {
  Article,
  ArticleEntry,
  ArticleHistory,
  ArticleQuery,
  Excerpt,
  FollowedFeed,
  Hit,
  Holdings,
  KnownSpeaker,
  Nearest,
  OwnHoldings,
  Page,
  StatementQuery,
  Story,
  StoryQuery,
} from "../model.ts";
import type { Card } from "./card.ts";
import type { Channel, User } from "./channel.ts";
import type { Digests } from "./digests.ts";
import type { Options, Values } from "./options.ts";

/** What a command may ask of one workspace's library, and change in it. */
interface Briefing {
  statements(workspace: string, query: StatementQuery): Promise<Page<Hit>>;
  /** The same with how the other articles that carry them print them. */
  withElsewhere(workspace: string, hits: readonly Hit[]): Promise<readonly Hit[]>;
  articles(workspace: string, query: ArticleQuery): Promise<Page<ArticleEntry>>;
  summary(
    workspace: string,
    query: { topic?: string | undefined; words: number },
  ): Promise<{
    readonly articles: number;
    readonly excerpts: readonly Excerpt[];
    readonly said: readonly Hit[];
  }>;
  /** Some of the outlets, those with most articles first. */
  outlets(workspace: string): Promise<readonly string[]>;
  stories(workspace: string, query: StoryQuery): Promise<Page<Story>>;
  /** How many articles from before there were stories still wait for theirs, once a few more of them have got it. */
  unsettled(workspace: string): Promise<number>;
  /** The articles that a person may mean, the likeliest first, and all about that one; null where there is none. */
  article(workspace: string, which: string): Promise<{ readonly found: ArticleHistory; readonly matches: number } | null>;
  /** The article that the one with this id is a copy of; null where it is none. */
  original(workspace: string, id: string): Promise<Article | null>;
  /** Names that begin as somebody types, or have a word that does; those with most behind them first. */
  complete(
    workspace: string,
    what: "speaker" | "topic" | "outlet" | "article",
    typed: string,
    most: number,
  ): Promise<readonly string[]>;
  nearest(workspace: string, asked: { topic?: string | undefined; speaker?: string | undefined }): Promise<Nearest>;
  isEmpty(workspace: string): Promise<boolean>;
  speaker(workspace: string, name: string): Promise<KnownSpeaker | null>;
  /** False, and nothing changes, where one of the names is not in the library or names nobody. */
  mergeSpeakers(workspace: string, name: string, into: string): Promise<boolean>;
  splitSpeakers(workspace: string, name: string, from: string): Promise<boolean>;
}

/** Who follows a feed, and where its notices go. */
interface Follower {
  readonly workspace: string;
  readonly platform: Channel["platform"];
  readonly channel: string;
  readonly by: string;
}

/** Why something was not done: one sentence for the person, with the remedy. */
interface Refusal {
  readonly refusal: string;
}

/** What people do with feeds, and with single articles, by hand. */
interface Feeds {
  /** Asks an address, or the page there, for a feed and follows it. */
  add(
    follower: Follower,
    address: string,
  ): Promise<
    | Refusal
    | {
        /** False where the workspace followed it already. */
        readonly isNew: boolean;
        readonly address: string;
        readonly title: string | null;
        /** How many there are, and the newest few of them. */
        readonly entries: number;
        readonly newest: readonly { readonly title: string | null; readonly publishedAt: Date | null }[];
        /** How often it will be asked, in milliseconds. */
        readonly every: number;
        /** Other feeds of the page that was given. */
        readonly others: readonly { readonly address: string; readonly title: string | null }[];
      }
  >;
  /** In the order in which they were added. */
  list(workspace: string): Promise<readonly FollowedFeed[]>;
  /** By address, number in the list, or title. */
  remove(workspace: string, named: string): Promise<FollowedFeed | Refusal>;
  importFrom(follower: Follower, address: string): Promise<Refusal | { readonly added: number; readonly known: number }>;
  exportList(workspace: string): Promise<{ readonly feeds: number; readonly opml: string }>;
  /** Reads one article into the library. */
  read(
    workspace: string,
    address: string,
  ): Promise<
    | Refusal
    | {
        readonly outcome: "added" | "updated" | "duplicate";
        readonly article: Article;
        /** Those that are not unsure, and those that are. */
        readonly statements: number;
        readonly unsure: number;
      }
  >;
  /** Whether articles come in while this process runs. */
  readonly isPolling: () => boolean;
}

/** What is kept, for how long, and how it goes. */
interface Records {
  /** Days that articles are kept after they came in; null where they are kept for good. */
  readonly keepDays: number | null;
  holdings(workspace: string): Promise<Holdings>;
  ownHoldings(workspace: string, person: { readonly platform: string; readonly user: string }): Promise<OwnHoldings>;
  /** See `UpkeepStore`. */
  forgetPerson(workspace: string, person: { readonly platform: string; readonly user: string }): Promise<OwnHoldings>;
  forgetWorkspace(workspace: string): Promise<Holdings>;
}

/** Everything a command may use; built once in main.ts, and by tests. */
export interface Services {
  readonly briefing: Briefing;
  readonly feeds: Feeds;
  readonly digests: Digests;
  readonly records: Records;
  readonly now: () => Date;
}

interface Request<O extends Options> {
  readonly options: Values<O>;
  readonly channel: Channel;
  readonly user: User;
  /** Every command there is, for `/help`. */
  readonly commands: readonly Command[];
}

/** One slash command: data plus `run`, which returns a card and never sends. */
export interface Command<O extends Options = Options> {
  /** Lower case letters and hyphens, valid on every platform; a second word makes a family ("speaker merge", "speaker split"). */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly summary: string;
  /** Whether others in the channel see the answer; fixed here, because Discord wants it before `run` starts. */
  readonly visibility: "private" | "channel";
  /** Who may run it; everyone where nothing is said. */
  readonly needs?: "manager";
  /** Whether it is meant where the first word of its family is typed alone before something else: "/watch ceasefire" is "/watch add ceasefire". */
  readonly isUsual?: true;
  readonly options: O;
  /** What to type after the name, shown by `/help`. */
  readonly examples: readonly string[];
  /** Throws a UserError that names the option which `run` would not understand, as far as can be told at once. */
  check?(request: Pick<Request<O>, "options" | "channel">, services: Services): Promise<void>;
  run(request: Request<O>, services: Services): Promise<Card>;
}

/** Identity at run time; it types `request.options` from `options`. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command;
