import type {
  Article,
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
import type { Completed, Store } from "../store/store.ts";
import { findArticle } from "./article.ts";
import { findNearest } from "./nearest.ts";
import { withOutlets } from "./outlets.ts";
import { pickStatements } from "./pick.ts";
import { relevance } from "./relevance.ts";
import { summarise } from "./summarise.ts";
import { findTellers } from "./tellers.ts";

const ARTICLES = 60; // the newest that a summary reads
const SETTLED = 200; // articles of an old library that get their stories when somebody asks for stories: a second's work
const OUTLETS = 8; // that an answer names when there is none of a name
const STATEMENTS = 60; // the best that it picks who said what from

/** What commands and digests ask of a library, and what people decide in it. */
export function createBriefing(store: Store) {
  return {
    statements: (workspace: string, query: StatementQuery): Promise<Page<Hit>> => store.findStatements(workspace, query),

    async withElsewhere(workspace: string, hits: readonly Hit[]): Promise<Hit[]> {
      const repeated = hits.filter(({ also }) => also !== undefined).map(({ statement }) => statement);
      const found = await store.elsewhere(workspace, repeated);
      return hits.map((hit) => ({ ...hit, elsewhere: found.get(hit.statement.id) ?? [] }));
    },

    articles: (workspace: string, query: ArticleQuery): Promise<Page<ArticleEntry>> => store.findArticles(workspace, query),

    /** An extractive summary of the newest articles, and who said what in them; empty where no article tells of the topic. */
    async summary(
      workspace: string,
      { topic, words }: { topic?: string | undefined; words: number },
    ): Promise<{ articles: number; excerpts: readonly Excerpt[]; said: readonly Hit[] }> {
      const { items } = await store.findArticles(workspace, { topic, limit: ARTICLES, offset: 0 });
      const found = items.map(({ article }) => article);
      const articles = topic === undefined ? found : await findTellers(store, workspace, found, topic);
      const telling = topic === undefined ? [] : summarise(articles, { words, topic: relevance(topic) });
      // Where headlines alone name the topic, what stands under them tells of it.
      const excerpts = telling.length > 0 ? telling : summarise(articles, { words });
      const { items: hits } = await store.findStatements(workspace, { topic, limit: STATEMENTS, offset: 0 });
      return { articles: articles.length, excerpts: await withOutlets(store, workspace, excerpts), said: pickStatements(hits) };
    },

    outlets: (workspace: string): Promise<readonly string[]> => store.outlets(workspace, OUTLETS),

    stories: (workspace: string, query: StoryQuery): Promise<Page<Story>> => store.findStories(workspace, query),

    unsettled: (workspace: string): Promise<number> => store.settleOld(workspace, SETTLED),

    async article(workspace: string, which: string): Promise<{ found: ArticleHistory; matches: number } | null> {
      await store.settleOld(workspace, SETTLED);
      return findArticle(store, workspace, which);
    },

    original: (workspace: string, id: string): Promise<Article | null> => store.original(workspace, id),

    complete: (workspace: string, what: Completed, typed: string, most: number): Promise<readonly string[]> =>
      store.complete(workspace, what, typed, most),

    nearest: (workspace: string, asked: { topic?: string | undefined; speaker?: string | undefined }): Promise<Nearest> =>
      findNearest(store, workspace, asked),

    speaker: (workspace: string, name: string): Promise<KnownSpeaker | null> => store.speaker(workspace, name),

    mergeSpeakers: (workspace: string, name: string, into: string): Promise<boolean> =>
      store.mergeSpeakers(workspace, name, into),

    splitSpeakers: (workspace: string, name: string, from: string): Promise<boolean> =>
      store.splitSpeakers(workspace, name, from),

    isEmpty: (workspace: string): Promise<boolean> => store.isEmpty(workspace),
  };
}
