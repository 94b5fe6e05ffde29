import { createHash } from "node:crypto";
import type { Article, Statement } from "../../model.ts";
import { type Added, MINIMUM_CONFIDENCE } from "../store.ts";
import { foldNames, foldText } from "../terms.ts";
import { countTopics } from "../topics.ts";
import { type KeyRange, minuteKeys, type Shelf, shelfKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import {
  ARTICLE_COLUMNS,
  readArticle,
  readStatement,
  STATEMENT_COLUMNS,
  STATEMENT_TABLES,
  writeSpan,
  writeSpans,
} from "./rows.ts";

/** Keeps an article with its statements; the caller holds the transaction. */
export function addArticle(db: Database, name: string, article: Article, statements: readonly Statement[]): Added {
  const workspace = addWorkspace(db, name);
  const hash = createHash("sha256").update(article.text.replace(/\s+/g, " ").trim()).digest("hex");
  if (db.get("SELECT 1 FROM article WHERE workspace = ? AND text_hash = ?", workspace, hash)) return "duplicate";
  const removed = removeArticle(db, workspace, article.id);
  const { publishedAt, sentences, text } = article;
  const articleKey = nextKeys(db, "article", minuteKeys({ workspace }, publishedAt), 1);
  db.run(
    `INSERT INTO article (key, workspace, id, title, outlet, published_at, url, file, text_hash, sentences, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[articleKey, workspace, article.id, article.title, article.outlet, publishedAt?.getTime() ?? null],
    ...[article.url, article.file, hash, writeSpans(sentences), text],
  );
  const folded = [foldText(article.title ?? ""), foldText(text)];
  db.run("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", articleKey, ...folded);
  const { sure = [], unsure = [] } = Object.groupBy(statements, (each) => (isSure(each) ? "sure" : "unsure"));
  addStatements(db, { workspace, article, articleKey }, sure);
  addStatements(db, { workspace, article, articleKey, unsure: true }, unsure);
  addTopics(db, workspace, countTopics(article, sure), 1);
  return removed ? "updated" : "added";
}

/** Takes articles out by id; returns how many there were. */
export function removeArticles(db: Database, name: string, ids: readonly string[]): number {
  const workspace = addWorkspace(db, name);
  return ids.filter((id) => removeArticle(db, workspace, id)).length;
}

/** Takes an article out, with its statements and everything that counts them; false where there is none. */
function removeArticle(db: Database, workspace: number, id: string): boolean {
  const row = db.get(`SELECT a.key, ${ARTICLE_COLUMNS} FROM article a WHERE workspace = ? AND id = ?`, workspace, id);
  if (!row) return false;
  const key = row["key"] as bigint;
  const statements = db.all(`SELECT ${STATEMENT_COLUMNS} FROM ${STATEMENT_TABLES} WHERE a.key = ?`, key).map(readStatement);
  addTopics(db, workspace, countTopics(readArticle(row), statements.filter(isSure)), -1);
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
  for (const { speaker } of speakers) {
    db.run("DELETE FROM speaker WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)", speaker as bigint);
  }
  return true;
}

const isSure = ({ confidence }: Statement): boolean => confidence >= MINIMUM_CONFIDENCE;

function addWorkspace(db: Database, name: string): number {
  db.run("INSERT INTO workspace (name) VALUES (?) ON CONFLICT DO NOTHING", name);
  return Number(db.get("SELECT key FROM workspace WHERE name = ?", name)!["key"]);
}

/** The first of `count` free keys in a row within a range. */
function nextKeys(db: Database, table: "article" | "statement", { from, to }: KeyRange, count: number): bigint {
  const last = db.get(`SELECT max(key) AS key FROM ${table} WHERE key >= ? AND key < ?`, from, to)!["key"] as bigint | null;
  const first = last === null ? from : last + 1n;
  if (first + BigInt(count) > to) throw new Error(`no free ${table} key in this minute`);
  return first;
}

interface Place extends Shelf {
  readonly article: Article;
  readonly articleKey: bigint;
}

/** The first statement gets the highest number: newest first is then in the order of the text within an article. */
function addStatements(db: Database, place: Place, statements: readonly Statement[]): void {
  const first = nextKeys(db, "statement", minuteKeys(place, place.article.publishedAt), statements.length);
  statements.forEach((statement, k) => {
    addStatement(db, place, first + BigInt(statements.length - 1 - k), statement);
  });
}

function addStatement(db: Database, { workspace, unsure, article, articleKey }: Place, key: bigint, statement: Statement): void {
  const { kind, content, cue, source, mentions, speaker, confidence } = statement;
  db.run(
    `INSERT INTO statement (key, article, id, kind, content, cue, source, mentions, speaker, role, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, articleKey, statement.id, kind, writeSpans(content), writeSpan(cue), writeSpan(source), JSON.stringify(mentions)],
    ...[speaker && addSpeaker(db, workspace, speaker.name, unsure ? 0 : 1), speaker?.role ?? null, confidence],
  );
  db.run(
    "INSERT INTO statement_text (rowid, said, around, speaker) VALUES (?, ?, ?, ?)",
    ...[key, foldText(said(article, statement)), foldText(sentencesAround(article, statement)), foldNames(speaker?.name ?? "")],
  );
}

function addSpeaker(db: Database, workspace: number, name: string, statements: number): bigint {
  const sql = `INSERT INTO speaker (workspace, name, statements) VALUES (?1, ?2, ?3)
    ON CONFLICT (workspace, name) DO UPDATE SET statements = statements + ?3 RETURNING key`;
  return db.get(sql, workspace, name, statements)!["key"] as bigint;
}

function addTopics(db: Database, workspace: number, counts: ReadonlyMap<string, number>, sign: 1 | -1): void {
  for (const [name, count] of counts) {
    db.run(
      `INSERT INTO topic (workspace, name, statements) VALUES (?1, ?2, ?3)
       ON CONFLICT (workspace, name) DO UPDATE SET statements = statements + ?3`,
      ...[workspace, name, sign * count],
    );
  }
  if (sign < 0) db.run("DELETE FROM topic WHERE workspace = ? AND statements <= 0", workspace);
}

const said = ({ text }: Article, { content }: Statement) => content.map(({ start, end }) => text.slice(start, end)).join("\n");

/** The whole sentences that a statement's words stand in. */
function sentencesAround({ text, sentences }: Article, { content }: Statement): string {
  return sentences
    .filter((sentence) => content.some(({ start, end }) => start < sentence.end && end > sentence.start))
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}
