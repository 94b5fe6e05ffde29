import type { Article } from "../../model.ts";
import { type Arrived, arriveAs } from "./arrivals.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";
import { settle } from "./stories.ts";

/** Keeps an article as a copy, in the story of what it copies. */
export function addCopy(db: Database, key: bigint, of: bigint): void {
  db.run("INSERT INTO copy (article, of) VALUES (?, ?)", key, of);
  db.run("UPDATE article SET story = (SELECT story FROM article WHERE key = ?) WHERE key = ?", of, key);
}

/** What an article is a copy of; itself where it is none. */
export const carrierOf = (db: Database, key: bigint): bigint =>
  (db.get("SELECT of FROM copy WHERE article = ?", key)?.["of"] as bigint | undefined) ?? key;

/** The article that the one with this id is a copy of; null where it is none. */
export function findOriginal(db: Database, workspace: number, id: string): Article | null {
  const row = db.get(
    `SELECT ${ARTICLE_COLUMNS} FROM article c JOIN copy ON copy.article = c.key JOIN article a ON a.key = copy.of
     WHERE c.workspace = ? AND c.id = ?`,
    ...[workspace, id],
  );
  return row ? readArticle(row) : null;
}

/** The outlets beside its own that an article's copies stand in, in the order in which they came in. */
export function copyOutlets(db: Database, key: bigint): string[] {
  const rows = db.all(
    `SELECT c.outlet FROM copy JOIN article c ON c.key = copy.article JOIN article a ON a.key = copy.of JOIN arrival n ON n.article = c.key
     WHERE copy.of = ? AND c.outlet IS NOT NULL AND c.outlet IS NOT a.outlet ORDER BY n.number`,
    key,
  );
  return [...new Set(rows.map(({ outlet }) => outlet as string))];
}

/** The copies of an article as they were printed, in the order in which they came in. */
function findCopies(db: Database, key: bigint): Article[] {
  return db
    .all(
      `SELECT ${ARTICLE_COLUMNS} FROM copy JOIN article a ON a.key = copy.article JOIN arrival n ON n.article = a.key
       WHERE copy.of = ? ORDER BY n.number`,
      key,
    )
    .map(readArticle);
}

/** The same for articles by id, without those that have no copies. */
export function findCopiesOf(db: Database, workspace: number, ids: readonly string[]): Map<string, Article[]> {
  const rows = db.all(
    `SELECT DISTINCT a.id, a.key FROM copy JOIN article a ON a.key = copy.of
     WHERE a.workspace = ? AND a.id IN (SELECT value FROM json_each(?))`,
    ...[workspace, JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, key }) => [id as string, findCopies(db, key as bigint)]));
}

/** Whether an article or a copy of it is known to stand in an outlet; an outlet that is not known adds nothing. */
export function namesOutlet(db: Database, key: bigint, outlet: string | null): boolean {
  const sql = `SELECT 1 FROM article WHERE outlet = ?2 AND (key = ?1 OR key IN (SELECT article FROM copy WHERE of = ?1))`;
  return outlet === null || db.get(sql, key, outlet) !== undefined;
}

/** Makes the first copy of an article that goes what the others are copies of; null where there is none. */
export function takeHeir(db: Database, key: bigint): bigint | null {
  const row = db.get(
    "SELECT copy.article FROM copy JOIN arrival n ON n.article = copy.article WHERE of = ? ORDER BY n.number LIMIT 1",
    key,
  );
  if (!row) return null;
  const heir = row["article"] as bigint;
  db.run("DELETE FROM copy WHERE article = ?", heir);
  db.run("UPDATE copy SET of = ? WHERE of = ?", heir, key);
  return heir;
}

/** Lists an article that was a copy, as having come in with what it was a copy of. */
export function promote(db: Database, workspace: number, key: bigint, story: number | null, came: Arrived): void {
  arriveAs(db, key, came);
  const article = readArticle(db.get(`SELECT ${ARTICLE_COLUMNS} FROM article a WHERE key = ?`, key)!);
  db.run("UPDATE OR IGNORE article SET text_hash = substr(text_hash, 1, 64) WHERE key = ?", key);
  settle(db, workspace, key, article, { form: new Set(), had: story });
}
