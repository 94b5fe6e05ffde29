import type { Article, ArticleHistory, Hit, Page, Statement, Story, StoryQuery } from "../model.ts";

/** What the library knows of articles that tell one story, that say the same, and that changed. */
export interface StoryStore {
  findStories(workspace: string, query: StoryQuery): Promise<Page<Story>>;
  /** Null where no article has this id. */
  articleHistory(workspace: string, id: string): Promise<ArticleHistory | null>;
  /** The id of the article at this canonical address, now or once, or of the one that a copy at it is of; null where there is none. */
  articleAt(workspace: string, url: string): Promise<string | null>;
  /** For each of these ids the articles of other outlets that say the same; those without any are left out. */
  copies(workspace: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Article[]>>;
  /** For each of these statements, by id, the same as other articles print it, in the order in which they came in. */
  elsewhere(workspace: string, statements: readonly Statement[]): Promise<ReadonlyMap<string, readonly Hit[]>>;
  /** The article that the one with this id is a copy of; null where it is none. */
  original(workspace: string, id: string): Promise<Article | null>;
  /**
   * Gives articles from before there were stories theirs, at most so many, oldest first; returns how many are left. Every article that is
   * added does the same for a few.
   */
  settleOld(workspace: string, most: number): Promise<number>;
}
