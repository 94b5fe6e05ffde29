import type { Page, Story, StoryQuery } from "../../model.ts";
import { central } from "../stories/settle.ts";
import { readEntry } from "./find-articles.ts";
import { shelfKeys } from "./keys.ts";
import { matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";
import { tellings } from "./stories.ts";

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

/** A story from its row. */
export function readStory(db: Database, workspace: number, row: Row): Story {
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

const readDate = (value: Row[string] | undefined): Date | null =>
  value === null || value === undefined ? null : new Date(Number(value));
