import type { ArticleEntry, ArticleQuery, Excerpt, Hit, LibrarySize, Nearest, Page, StatementQuery } from "../model.ts";
import type { Store } from "../store/store.ts";
import { findNearest } from "./nearest.ts";
import { pickStatements } from "./pick.ts";
import { relevance } from "./relevance.ts";
import { summarise } from "./summarise.ts";

const ARTICLES = 60; // the newest that a summary reads
const STATEMENTS = 60; // the best that it picks who said what from

/** The questions that commands and digests ask of a library. */
export function createBriefing(store: Store) {
  return {
    statements: (workspace: string, query: StatementQuery): Promise<Page<Hit>> => store.findStatements(workspace, query),

    articles: (workspace: string, query: ArticleQuery): Promise<Page<ArticleEntry>> => store.findArticles(workspace, query),

    /** An extractive summary of the newest articles, and who said what in them; empty where no article tells of the topic. */
    async summary(
      workspace: string,
      { topic, words }: { topic?: string | undefined; words: number },
    ): Promise<{ articles: number; excerpts: readonly Excerpt[]; said: readonly Hit[] }> {
      const { items } = await store.findArticles(workspace, { topic, limit: ARTICLES, offset: 0 });
      const articles = items.map(({ article }) => article);
      const excerpts = summarise(articles, { words, ...(topic !== undefined && { topic: relevance(topic) }) });
      const { items: hits } = await store.findStatements(workspace, { topic, limit: STATEMENTS, offset: 0 });
      return { articles: articles.length, excerpts, said: pickStatements(hits) };
    },

    async nearest(workspace: string, asked: { topic?: string | undefined; speaker?: string | undefined }): Promise<Nearest> {
      return findNearest(asked, await store.topics(workspace), await store.speakers(workspace));
    },

    size: (workspace: string): Promise<LibrarySize> => store.size(workspace),
  };
}
