import { createHash } from "node:crypto";
import type { Article, Statement } from "../../model.ts";
import type { Added } from "../added.ts";
import { MINIMUM_CONFIDENCE } from "../store.ts";
import { foldNames, foldText, readTerms } from "../terms.ts";
import { countTopics } from "../topics.ts";
import { type KeyRange, minuteKeys, type Shelf, shelfKeys, speakerToken } from "./keys.ts";
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
import { addSpeaker, dropSpeaker, tellApart } from "./speakers.ts";

/** Keeps an article with its statements; the caller holds the transaction. */
export function addArticle(db: Database, name: string, article: Article, statements: readonly Statement[]): Added {
  const workspace = addWorkspace(db, name);
  const hash = createHash("sha256").update(article.text.replace(/\s+/g, " ").trim()).digest("hex");
  if (db.get("SELECT 1 FROM article WHERE workspace = ? AND text_hash = ?", workspace, hash)) return "duplicate";
  const touched = new Set<string>();
  const removed = removeArticle(db, workspace, article.id, touched);
  const { publishedAt, modifiedAt, sentences, text } = article;
  const articleKey = nextKeys(db, "article", minuteKeys({ workspace }, publishedAt), 1);
  db.run(
    `INSERT INTO article (key, workspace, id, title, outlet, author, published_at, modified_at, url, language, file, text_hash, sentences, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[articleKey, workspace, article.id, article.title, article.outlet, article.author],
    ...[publishedAt?.getTime() ?? null, modifiedAt?.getTime() ?? null],
    ...[article.url, article.language, article.file, hash, writeSpans(sentences), text],
  );
  const folded = [foldText(article.title ?? ""), foldText(text)];
  db.run("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", articleKey, ...folded);
  const { sure = [], unsure = [] } = Object.groupBy(statements, (each) => (isSure(each) ? "sure" : "unsure"));
  addStatements(db, { workspace, article, articleKey, touched }, sure);
  addStatements(db, { workspace, article, articleKey, touched, unsure: true }, unsure);
  tellApart(db, workspace, touched);
  addTopics(db, workspace, countTopics(article, sure), 1);
  return removed ? "updated" : "added";
}

/** Takes articles out by id; returns how many there were. */
export function removeArticles(db: Database, name: string, ids: readonly string[]): number {
  const workspace = addWorkspace(db, name);
  const touched = new Set<string>();
  const removed = ids.filter((id) => removeArticle(db, workspace, id, touched)).length;
  tellApart(db, workspace, touched);
  return removed;
}

/** Takes an article out, with its statements and everything that counts them; false where there is none. */
function removeArticle(db: Database, workspace: number, id: string, touched: Set<string>): boolean {
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
  for (const { speaker } of speakers) dropSpeaker(db, speaker as bigint, touched);
  return true;
}

const isSure = ({ confidence }: Statement): boolean => confidence >= MINIMUM_CONFIDENCE;

/** The number of a workspace, new or known. */
export function addWorkspace(db: Database, name: string): number {
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
  /** Collects where identity has to be told again. */
  readonly touched: Set<string>;
}

/** The first statement gets the highest number: newest first is then in the order of the text within an article. */
function addStatements(db: Database, place: Place, statements: readonly Statement[]): void {
  const first = nextKeys(db, "statement", minuteKeys(place, place.article.publishedAt), statements.length);
  statements.forEach((statement, k) => {
    addStatement(db, place, first + BigInt(statements.length - 1 - k), statement);
  });
}

function addStatement(db: Database, place: Place, key: bigint, statement: Statement): void {
  const { workspace, unsure, article, articleKey, touched } = place;
  const { kind, content, cue, source, mentions, speaker, confidence } = statement;
  const name = speaker && addSpeaker(db, workspace, speaker.name, unsure ? 0 : 1, touched);
  db.run(
    `INSERT INTO statement (key, article, id, kind, content, cue, source, mentions, speaker, role, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, articleKey, statement.id, kind, writeSpans(content), writeSpan(cue), writeSpan(source), JSON.stringify(mentions)],
    ...[name, speaker?.role ?? null, confidence],
  );
  db.run(
    "INSERT INTO statement_text (rowid, said, around, speaker, speaker_key) VALUES (?, ?, ?, ?, ?)",
    ...[key, foldText(said(article, statement)), foldText(sentencesAround(article, statement))],
    ...[foldNames(speaker?.name ?? ""), name === null ? "" : speakerToken(name)],
  );
}

function addTopics(db: Database, workspace: number, counts: ReadonlyMap<string, number>, sign: 1 | -1): void {
  for (const [name, count] of counts) {
    db.run(
      `INSERT INTO topic (workspace, name, folded, statements) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (workspace, name) DO UPDATE SET statements = statements + ?4`,
      ...[workspace, name, readTerms(name)[0]?.forms[0] ?? "", sign * count],
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
