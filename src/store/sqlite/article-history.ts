import type { ArticleHistory } from "../../model.ts";
import { compareCopies } from "./compare-copies.ts";
import { carrierOf } from "./copies.ts";
import { readEntry } from "./find-articles.ts";
import { readStory } from "./find-stories.ts";
import type { Database } from "./open.ts";
import { findChanges } from "./versions.ts";

/** Articles of a story that an answer about one of them shows. */
const OTHERS = 5;

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

/** The id of the article that stands or stood at an address, or of the one it is a copy of; null where there is none. */
export function articleAt(db: Database, workspace: number, url: string): string | null {
  const now = db.get("SELECT key FROM article WHERE workspace = ? AND url = ?", workspace, url);
  const once = `SELECT v.article AS key FROM version v JOIN article a ON a.key = v.article WHERE a.workspace = ? AND v.url = ?`;
  const row = now ?? db.get(once, workspace, url);
  if (!row) return null;
  return db.get("SELECT id FROM article WHERE key = ?", carrierOf(db, row["key"] as bigint))!["id"] as string;
}
