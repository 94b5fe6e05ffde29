import type { Article, ArticleEntry, ArticleQuery, Hit, LibrarySize, Page, Statement, StatementQuery } from "../model.ts";

/** Statements below it are kept, and shown only to those who ask for what is unsure. */
export const MINIMUM_CONFIDENCE = 0.5;

/** What became of an article that was handed in: a duplicate changes nothing. */
export type Added = "added" | "updated" | "duplicate";

/** How often something occurs in a workspace's statements. */
export interface Tally {
  readonly name: string;
  readonly statements: number;
}

/**
 * Keeps articles with their statements. Asynchronous, so that a server can stand behind it; every method takes the workspace
 * whose library it reads or writes. All methods throw a `StoreError` when the disk or the file refuses.
 */
export interface Store {
  /**
   * Keeps an article and its statements in one transaction. The same text is one article; the same id with another text replaces
   * the earlier version and its statements.
   */
  addArticle(workspace: string, article: Article, statements: readonly Statement[]): Promise<Added>;
  /** Takes articles and their statements out, in one transaction; returns how many there were. */
  removeArticles(workspace: string, ids: readonly string[]): Promise<number>;
  /** Statements best first, newest on ties; without a topic newest first. */
  findStatements(workspace: string, query: StatementQuery): Promise<Page<Hit>>;
  /** Articles newest first. */
  findArticles(workspace: string, query: ArticleQuery): Promise<Page<ArticleEntry>>;
  /** Every speaker of a statement that is not unsure, most quoted first. */
  speakers(workspace: string): Promise<readonly Tally[]>;
  /** The content words of the statements that are not unsure, most frequent first. */
  topics(workspace: string): Promise<readonly Tally[]>;
  size(workspace: string): Promise<LibrarySize>;
  close(): Promise<void>;
}

/** A refusal of the disk or the database file, in one sentence with the remedy. */
export class StoreError extends Error {
  override name = "StoreError";
}
