import type {
  ArticleEntry,
  ArticleHistory,
  ArticleQuery,
  Excerpt,
  Hit,
  KnownSpeaker,
  Nearest,
  Page,
  StatementQuery,
  Story,
  StoryQuery,
} from "../model.ts";
import type { Card } from "./card.ts";
import type { Channel } from "./channel.ts";
import type { Options, Values } from "./options.ts";

/** What a command may ask of one workspace's library, and change in it. */
interface Briefing {
  statements(workspace: string, query: StatementQuery): Promise<Page<Hit>>;
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
  nearest(workspace: string, asked: { topic?: string | undefined; speaker?: string | undefined }): Promise<Nearest>;
  isEmpty(workspace: string): Promise<boolean>;
  speaker(workspace: string, name: string): Promise<KnownSpeaker | null>;
  /** False, and nothing changes, where one of the names is not in the library or names nobody. */
  mergeSpeakers(workspace: string, name: string, into: string): Promise<boolean>;
  splitSpeakers(workspace: string, name: string, from: string): Promise<boolean>;
}

/** Everything a command may use; built once in main.ts, and by tests. */
export interface Services {
  readonly briefing: Briefing;
  readonly now: () => Date;
}

interface Request<O extends Options> {
  readonly options: Values<O>;
  readonly channel: Channel;
  readonly user: { readonly id: string; readonly name: string };
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
  readonly options: O;
  /** What to type after the name, shown by `/help`. */
  readonly examples: readonly string[];
  run(request: Request<O>, services: Services): Promise<Card>;
}

/** Identity at run time; it types `request.options` from `options`. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command;
