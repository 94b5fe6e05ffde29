import type { Article, Change, OwnSentence } from "../../model.ts";
import { ownSentences, type Told } from "../stories/differences.ts";
import { foldText } from "../terms.ts";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";
import { isSure, said } from "./statements.ts";

/** Earlier texts that are remembered of one article: a ticker has hundreds. */
const MOST = 100;

const DAY = 86_400_000; // milliseconds

/** Remembers what was replaced by `now`, whose key is `key`, and what that changed. */
export function addVersion(db: Database, key: bigint, hash: string, before: Told, now: Told, at: Date): void {
  const { id, title, url, publishedAt } = before.article;
  const [had, has] = [wordsOf(before), wordsOf(now)];
  db.run(
    `INSERT INTO version (article, replaced_at, changed_at, id, text_hash, title, url, published_at, added, gone, gained, lost)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, at.getTime(), changedAt(before.article, now.article), id, hash, title, url, publishedAt?.getTime() ?? null],
    ...[[...has].filter((words) => !had.has(words)).length, [...had].filter((words) => !has.has(words)).length],
    ...[ownSentences(now, before.article), ownSentences(before, now.article)].map((sentences) => JSON.stringify(sentences)),
  );
  db.run(
    `DELETE FROM version WHERE article = ?1 AND rowid NOT IN
       (SELECT rowid FROM version WHERE article = ?1 ORDER BY replaced_at DESC, rowid DESC LIMIT ?2)`,
    ...[key, MOST],
  );
}

/** Newest first. */
export function findChanges(db: Database, key: bigint): Change[] {
  return db.all("SELECT * FROM version WHERE article = ? ORDER BY replaced_at DESC, rowid DESC", key).map((row) => ({
    at: new Date(Number(row["replaced_at"])),
    changedAt: row["changed_at"] === null ? null : new Date(Number(row["changed_at"])),
    title: row["title"] as string | null,
    added: Number(row["added"]),
    gone: Number(row["gone"]),
    gained: row["gained"] === null ? null : (JSON.parse(row["gained"] as string) as OwnSentence[]),
    lost: JSON.parse(row["lost"] as string) as OwnSentence[],
  }));
}

/** The article that once had this id or stood at this address, and the hash of its text then, the newest first. */
export function findRetired(db: Database, workspace: number, { id, url }: Pick<Article, "id" | "url">): Row | undefined {
  return db.get(
    `SELECT v.article AS key, v.text_hash FROM version v JOIN article a ON a.key = v.article
     WHERE a.workspace = ? AND (v.id = ? OR v.url = ?) ORDER BY v.replaced_at DESC LIMIT 1`,
    ...[workspace, id, url],
  );
}

/** Whether an article is an older version than the one that is kept: both say when they were changed, and it was changed before. */
export function isOutdated(db: Database, key: bigint, { modifiedAt }: Article): boolean {
  const kept = db.get("SELECT modified_at FROM article WHERE key = ?", key)!["modified_at"] as bigint | null;
  if (modifiedAt === null || kept === null) return false;
  const time = modifiedAt.getTime();
  // Midnight stands for a day alone, at whose end the change may have come.
  const latest = time % DAY === 0 ? time + DAY - 1 : time;
  return latest < Number(kept);
}

/** In milliseconds; a date that the earlier text gave as well is not that of this change. */
const changedAt = (before: Article, { modifiedAt }: Article): number | null =>
  modifiedAt !== null && modifiedAt > (before.modifiedAt ?? 0) ? modifiedAt.getTime() : null;

const wordsOf = ({ article, statements }: Told): Set<string> =>
  new Set(statements.filter(isSure).map((statement) => foldText(said(article, statement))));
