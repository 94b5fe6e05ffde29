import type { ArticleEntry, ArticleQuery, Page } from "../../model.ts";
import { copyOutlets } from "./copies.ts";
import { shelfKeys } from "./keys.ts";
import { matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { outletsLike } from "./outlets.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";
import { findWorkspace } from "./workspaces.ts";

/** Articles that stand in some outlets, themselves or as a copy. */
const IN_OUTLETS = `SELECT coalesce(copy.of, a.key) FROM article a LEFT JOIN copy ON copy.article = a.key
  WHERE a.key >= :from AND a.key < :to AND a.outlet IN (SELECT value FROM json_each(:outlets))`;

/** Articles that hold some words, themselves or in a copy. */
const FITTING = `(SELECT DISTINCT coalesce(copy.of, t.rowid) AS key FROM article_text AS t LEFT JOIN copy ON copy.article = t.rowid
  WHERE article_text MATCH :match AND t.rowid >= :from AND t.rowid < :to)`;

/** Articles that came in in a window of arrivals. */
const ARRIVED = "SELECT key FROM article WHERE workspace = :workspace AND arrived > :after AND arrived <= :upTo";

export function findArticles(db: Database, name: string, query: ArticleQuery): Page<ArticleEntry> {
  const workspace = findWorkspace(db, name);
  const topic = query.topic === undefined ? undefined : matchTopic(query.topic);
  const headline = query.headline === undefined ? undefined : matchTopic(query.headline);
  if (workspace === null || topic === null || headline === null) return { items: [], total: 0 };

  const match = [topic && `(${topic})`, headline && `{title} : (${headline})`].filter(Boolean).join(" AND ");
  const outlets = query.outlet === undefined ? undefined : JSON.stringify(outletsLike(db, workspace, query.outlet));
  const where = `${match ? FITTING : "article"} WHERE ${match ? "" : "key NOT IN (SELECT article FROM copy) AND"}
    key >= :from AND key < :to ${query.arrived ? `AND +key IN (${ARRIVED})` : ""} ${outlets ? `AND key IN (${IN_OUTLETS})` : ""}`;
  const bound = {
    ...shelfKeys({ workspace }, query.since),
    ...(match && { match }),
    ...(outlets && { outlets }),
    ...(query.arrived && { workspace, after: query.arrived.after, upTo: query.arrived.upTo }),
  };
  const total = Number(db.get(`SELECT count(*) AS total FROM ${where}`, bound)!["total"]);
  const rows = db.all(`SELECT key FROM ${where} ORDER BY key DESC LIMIT :limit OFFSET :offset`, {
    ...bound,
    limit: query.limit,
    offset: query.offset,
  });
  return { items: rows.map(({ key }) => readEntry(db, workspace, key as bigint)), total };
}

/** An article with what answers list of it. */
export function readEntry(db: Database, workspace: number, key: bigint): ArticleEntry {
  const row = db.get(
    `SELECT ${ARTICLE_COLUMNS}, (SELECT count(*) FROM statement s WHERE s.article = a.key AND s.key < ?2) AS statements
     FROM article a WHERE a.key = ?1`,
    ...[key, shelfKeys({ workspace }).to],
  )!;
  const also = copyOutlets(db, key);
  return { article: readArticle(row), statements: Number(row["statements"]), ...(also.length > 0 && { also }) };
}
