import { createHash } from "node:crypto";
import type { Article, Statement } from "../../model.ts";
import type { Added } from "../added.ts";
import { findEarlier } from "../stories/copies.ts";
import { readShingles } from "../stories/shingles.ts";
import { cameIn, knownSince, nextArrival, type Past } from "./arrivals.ts";
import { indexArticle, insertArticle, takeArticle, type Writing } from "./articles.ts";
import { addCopy, carrierOf, namesOutlet, promote, takeHeir } from "./copies.ts";
import { createCopyIndex } from "./copy-index.ts";
import { minuteKeys, nextKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { addRepetition, findRepeated, rehome, statementsOf, takeOrphans } from "./repetitions.ts";
import { ARTICLE_COLUMNS, type Row, readArticle } from "./rows.ts";
import { tellApart } from "./speakers.ts";
import { addStatements } from "./statements.ts";
import { arrive, isSettled, leave, settle, settleOld, tidyStory } from "./stories.ts";
import { addVersion, findRetired, isOutdated } from "./versions.ts";
import { addWorkspace } from "./workspaces.ts";

/** Articles from before there were stories that get theirs with each new one. */
const OLD_AT_ONCE = 5;

/** What an article is beside those of the library. */
interface Judgement {
  /** Of its words, whatever the white space; a copy that has all the words of another has its id behind. */
  readonly hash: string;
  readonly fingerprints: readonly number[];
  /** Articles whose statements it may repeat. */
  readonly near: readonly bigint[];
  /** The article that it is another version of, mostly a later one. */
  readonly earlier: bigint | null;
  /** What it is a copy of, where it is no other version. */
  readonly carrier: bigint | null;
  /** The terms of the form that it fills in. */
  readonly form: ReadonlySet<string>;
}

interface Coming extends Judgement {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** Keeps an article with its statements; the caller holds the transaction. */
export function addArticle(db: Database, name: string, article: Article, statements: readonly Statement[], now: Date): Added {
  const writing = { db, workspace: addWorkspace(db, name), touched: new Set<string>() };
  if (!isSettled(db, writing.workspace)) settleOld(db, writing.workspace, OLD_AT_ONCE);
  const added = add(writing, article, statements, now, null);
  tellApart(db, writing.workspace, writing.touched);
  return added;
}

/** Takes articles out by id; returns how many there were. */
export function removeArticles(db: Database, name: string, ids: readonly string[]): number {
  const workspace = addWorkspace(db, name);
  const keys = [...new Set(ids)]
    .map((id) => db.get("SELECT key FROM article WHERE workspace = ? AND id = ?", workspace, id)?.["key"])
    .filter((key) => key !== undefined);
  removeKeys(db, workspace, keys as bigint[]);
  return keys.length;
}

/** Takes articles of a workspace out by key. */
export function removeKeys(db: Database, workspace: number, keys: readonly bigint[]): void {
  const writing = { db, workspace, touched: new Set<string>() };
  for (const key of keys) remove(writing, key);
  tellApart(db, workspace, writing.touched);
}

function add(writing: Writing, article: Article, statements: readonly Statement[], now: Date, past: Past | null): Added {
  const { db, workspace } = writing;
  const judgement = judge(db, workspace, article);
  if (judgement === null) return "duplicate";
  const { earlier, carrier } = judgement;
  if (earlier !== null && isOutdated(db, earlier, article)) return "duplicate";
  if (earlier !== null && carrierOf(db, earlier) !== earlier) {
    const before = { came: cameIn(db, earlier), statements: statementsOf(db, earlier) };
    remove(writing, earlier);
    add(writing, article, statements, now, before);
    return "updated";
  }
  const coming = { ...judgement, article, statements };
  if (earlier !== null) {
    replace(writing, earlier, coming, now);
    return "updated";
  }
  const key = keep(writing, coming, newKey(writing, article), now, past);
  if (carrier !== null) {
    addCopy(db, key, carrier);
    return "duplicate";
  }
  settle(db, workspace, key, article, judgement);
  return "added";
}

/** Null where the library has it already, in the same words and in this outlet. */
function judge(db: Database, workspace: number, article: Article): Judgement | null {
  const hash = createHash("sha256").update(article.text.replace(/\s+/g, " ").trim()).digest("hex");
  const known = findKnown(db, workspace, article);
  if (known && hashOf(known) === hash) return null;
  const twin = db.get("SELECT key FROM article WHERE workspace = ? AND text_hash = ?", workspace, hash);
  const original = twin ? carrierOf(db, twin["key"] as bigint) : null;
  if (original !== null && (known || namesOutlet(db, original, article.outlet))) return null;

  const reading = readShingles(article.text);
  const before = known && db.get("SELECT number FROM arrival WHERE article = ?", known["key"] as bigint);
  const index = createCopyIndex(db, workspace);
  const { relation, near, form } = findEarlier(index, article, reading, before ? Number(before["number"]) : null);
  const of = relation && articleOf(db, relation.of);
  return {
    hash: original === null ? hash : `${hash} ${article.id}`,
    fingerprints: reading.fingerprints,
    near: [...near.map((number) => articleOf(db, number)), ...(twin ? [twin["key"] as bigint] : [])],
    earlier: known ? (known["key"] as bigint) : relation?.is === "update" ? of : null,
    carrier: original ?? (of === null ? null : carrierOf(db, of)),
    form,
  };
}

/** Keeps an article's row, its search terms, and those of its statements that no article near it carries. */
function keep(writing: Writing, coming: Coming, key: bigint, now: Date, past: Past | null): bigint {
  const { db, workspace, touched } = writing;
  const { article, statements, hash, fingerprints, near } = coming;
  const arrival = nextArrival(db);
  const came = past?.came ? { ...past.came, changed: arrival } : { arrived: arrival, at: now.getTime(), changed: null };
  insertArticle(writing, key, article, hash, came);
  indexArticle(db, key, article);
  const repeated = findRepeated(db, article, statements, near);
  const own = statements.filter((statement) => !repeated.has(statement));
  const arrivedOf = knownSince(article, past?.statements ?? [], arrival);
  addStatements(db, { workspace, article, articleKey: key, touched, arrivedOf }, own);
  for (const [statement, shown] of repeated) addRepetition(db, shown, key, statement);
  arrive(db, workspace, key, fingerprints);
  return key;
}

/**
 * Puts an article in the place of its earlier version, with its past; with its copies and in its story where half of it is the same, for
 * an address may tell of something else by now.
 */
function replace(writing: Writing, earlier: bigint, coming: Coming, now: Date): void {
  const { db, workspace } = writing;
  const row = readRow(db, earlier);
  const known = statementsOf(db, earlier);
  const before = { article: readArticle(row), statements: known.map(({ statement }) => statement) };
  const came = cameIn(db, earlier);
  const key = newKey(writing, coming.article);
  const isSame = coming.near.includes(earlier);
  const orphans = takeOrphans(db, earlier);
  const heir = isSame ? null : takeHeir(db, earlier);
  db.run("PRAGMA defer_foreign_keys = ON");
  db.run("UPDATE copy SET of = ? WHERE of = ?", key, earlier);
  db.run("UPDATE version SET article = ? WHERE article = ?", key, earlier);
  leave(db, workspace, earlier, before.article.text);
  takeArticle(writing, earlier, before.article);
  keep(writing, coming, key, now, { came: isSame ? came : null, statements: known });
  addVersion(db, key, hashOf(row), before, coming, now);
  const story = row["story"] === null ? null : Number(row["story"]);
  if (heir !== null) promote(db, workspace, heir, story, came);
  rehome(writing, orphans, heir === null ? [key] : [key, heir]);
  settle(db, workspace, key, coming.article, { form: coming.form, had: isSame ? story : null });
  if (story !== null) tidyStory(db, story);
}

/** Takes an article out; its first copy takes its place. */
function remove(writing: Writing, key: bigint): void {
  const { db, workspace } = writing;
  const row = readRow(db, key);
  const article = readArticle(row);
  const came = cameIn(db, key);
  const orphans = takeOrphans(db, key);
  const heir = takeHeir(db, key);
  leave(db, workspace, key, article.text);
  takeArticle(writing, key, article);
  const story = row["story"] === null ? null : Number(row["story"]);
  if (heir !== null) promote(db, workspace, heir, story, came);
  rehome(writing, orphans, heir === null ? [] : [heir]);
  if (story !== null) tidyStory(db, story);
}

/** The article as it stands in the library: by its id, by its address, or by what it once was. */
function findKnown(db: Database, workspace: number, { id, url }: Article): Row | undefined {
  return (
    db.get("SELECT key, text_hash FROM article WHERE workspace = ? AND id = ?", workspace, id) ??
    (url === null ? undefined : db.get("SELECT key, text_hash FROM article WHERE workspace = ? AND url = ?", workspace, url)) ??
    findRetired(db, workspace, { id, url })
  );
}

const readRow = (db: Database, key: bigint): Row =>
  db.get(`SELECT a.text_hash, a.story, ${ARTICLE_COLUMNS} FROM article a WHERE key = ?`, key)!;

/** Without the id that a copy's has behind. */
const hashOf = (row: Row): string => (row["text_hash"] as string).split(" ", 1)[0]!;

const articleOf = (db: Database, number: number): bigint =>
  db.get("SELECT article FROM arrival WHERE number = ?", number)!["article"] as bigint;

const newKey = ({ db, workspace }: Writing, { publishedAt }: Article): bigint =>
  nextKeys(db, "article", minuteKeys({ workspace }, publishedAt), 1);
