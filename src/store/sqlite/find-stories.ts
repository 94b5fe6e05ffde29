import type { ArticleEntry, ArticleHistory, Page, Story, StoryQuery } from "../../model.ts";
import { central } from "../stories/settle.ts";
import { compareCopies } from "./compare-copies.ts";
import { carrierOf, copyOutlets } from "./copies.ts";
import { shelfKeys } from "./keys.ts";
import { matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, type Row, readArticle } from "./rows.ts";
import { tellings } from "./stories.ts";
import { findChanges } from "./versions.ts";

/** Articles of a story that an answer about one of them shows. */
const OTHERS = 5;
/** Outlets that a story is shown with. */
const OUTLETS = 20;

export function findStories(db: Database, workspace: number, query: StoryQuery): Page<Story> {
  const match = query.topic === undefined ? undefined : matchTopic(query.topic);
  if (match === null) return { items: [], total: 0 };
  const where = `story WHERE workspace = :workspace
    ${query.since ? "AND last >= :since" : ""}
    ${
      match
        ? `AND key IN (SELECT story FROM article WHERE key IN (
      SELECT rowid FROM article_text WHERE article_text MATCH :match AND rowid >= :from AND rowid < :to))`
        : ""
    }`;
  const bound = {
    workspace,
    ...(query.since && { since: query.since.getTime() }),
    ...(match && { match, ...shelfKeys({ workspace }) }),
  };
  const total = Number(db.get(`SELECT count(*) AS total FROM ${where}`, bound)!["total"]);
  const rows = db.all(`SELECT * FROM ${where} ORDER BY articles > 1 DESC, last DESC, key DESC LIMIT :limit OFFSET :offset`, {
    ...bound,
    limit: query.limit,
    offset: query.offset,
  });
  return { items: rows.map((row) => readStory(db, workspace, row)), total };
}

function readStory(db: Database, workspace: number, row: Row): Story {
  const key = Number(row["key"]);
  const told = tellings(db, key);
  const outlets = db.all(
    "SELECT outlet FROM article WHERE story = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, min(key) LIMIT ?",
    ...[key, OUTLETS],
  );
  return {
    central: readEntry(db, workspace, told[central(told.map(({ telling }) => telling))]!.article),
    articles: Number(row["articles"]),
    outlets: outlets.map(({ outlet }) => outlet as string),
    first: readDate(row["first"]),
    last: readDate(row["last"]),
  };
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

export function findHistory(db: Database, workspace: number, id: string): ArticleHistory | null {
  const row = db.get("SELECT key, story FROM article WHERE workspace = ? AND id = ?", workspace, id);
  if (!row) return null;
  const key = row["key"] as bigint;
  const story = row["story"] === null ? undefined : db.get("SELECT * FROM story WHERE key = ?", row["story"] as bigint);
  const others = story
    ? db.all(
        `SELECT key FROM article WHERE story = ? AND key <> ? AND key NOT IN (SELECT article FROM copy) ORDER BY key DESC LIMIT ?`,
        ...[story["key"] as bigint, key, OTHERS],
      )
    : [];
  return {
    ...readEntry(db, workspace, key),
    changes: findChanges(db, key),
    copies: compareCopies(db, key),
    story: story ? readStory(db, workspace, story) : null,
    others: others.map((other) => readEntry(db, workspace, other["key"] as bigint)),
  };
}

export function articleAt(db: Database, workspace: number, url: string): string | null {
  const now = db.get("SELECT key FROM article WHERE workspace = ? AND url = ?", workspace, url);
  const once = `SELECT v.article AS key FROM version v JOIN article a ON a.key = v.article WHERE a.workspace = ? AND v.url = ?`;
  const row = now ?? db.get(once, workspace, url);
  if (!row) return null;
  return db.get("SELECT id FROM article WHERE key = ?", carrierOf(db, row["key"] as bigint))!["id"] as string;
}

const readDate = (value: Row[string] | undefined): Date | null =>
  value === null || value === undefined ? null : new Date(Number(value));
