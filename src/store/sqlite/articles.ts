import type { Article } from "../../model.ts";
import { foldText } from "../terms.ts";
import { countTopics } from "../topics.ts";
import type { Arrived } from "./arrivals.ts";
import { shelfKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readStatement, STATEMENT_COLUMNS, STATEMENT_TABLES, writeSpans } from "./rows.ts";
import { dropSpeaker } from "./speakers.ts";
import { addTopics, isSure } from "./statements.ts";

/** Where one change of the library happens. */
export interface Writing {
  readonly db: Database;
  readonly workspace: number;
  /** Collects where the identity of speakers has to be told again. */
  readonly touched: Set<string>;
}

export function insertArticle({ db, workspace }: Writing, key: bigint, article: Article, hash: string, came: Arrived): void {
  const { id, title, outlet, author, publishedAt, modifiedAt, url, language, file, sentences, text } = article;
  db.run(
    `INSERT INTO article (key, workspace, id, title, outlet, author, published_at, modified_at, url, language, file, text_hash, sentences, text,
       arrived, arrived_at, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, workspace, id, title, outlet, author, publishedAt?.getTime() ?? null, modifiedAt?.getTime() ?? null],
    ...[url, language, file, hash, writeSpans(sentences), text, came.arrived, came.at, came.changed],
  );
}

/** Lets an article be found by its words. */
export function indexArticle(db: Database, key: bigint, { title, text }: Article): void {
  db.run("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", key, foldText(title ?? ""), foldText(text));
}

/** Takes an article out, with its statements and everything that counts them. */
export function takeArticle({ db, workspace, touched }: Writing, key: bigint, article: Article): void {
  const statements = db.all(`SELECT ${STATEMENT_COLUMNS} FROM ${STATEMENT_TABLES} WHERE a.key = ?`, key).map(readStatement);
  addTopics(db, workspace, countTopics(article, statements.filter(isSure)), -1);
  db.run(
    `UPDATE speaker SET statements = statements
       - (SELECT count(*) FROM statement s WHERE s.speaker = speaker.key AND s.article = ?1 AND s.key < ?2)
     WHERE key IN (SELECT speaker FROM statement WHERE article = ?1)`,
    ...[key, shelfKeys({ workspace }).to],
  );
  const speakers = db.all("SELECT DISTINCT speaker FROM statement WHERE article = ? AND speaker IS NOT NULL", key);
  db.run("DELETE FROM statement_text WHERE rowid IN (SELECT key FROM statement WHERE article = ?)", key);
  db.run("DELETE FROM article_text WHERE rowid = ?", key);
  db.run("DELETE FROM article WHERE key = ?", key);
  for (const { speaker } of speakers) dropSpeaker(db, speaker as bigint, touched);
}
