import type { Completed } from "../store.ts";
import { foldNames, readTerms } from "../terms.ts";
import { shelfKeys, speakerKeys } from "./keys.ts";
import { matchTyped } from "./match.ts";
import type { Database } from "./open.ts";
import { listOutlets, outletsLike } from "./outlets.ts";

/** Names of a library that begin as somebody types, or have words that do. */
export function complete(db: Database, workspace: number, what: Completed, typed: string, limit: number): string[] {
  switch (what) {
    case "speaker":
      return completeSpeaker(db, workspace, typed, limit);
    case "topic":
      return completeTopic(db, workspace, typed, limit);
    case "outlet":
      return (typed === "" ? listOutlets(db, workspace, limit) : outletsLike(db, workspace, typed)).slice(0, limit);
    case "article":
      return completeHeadline(db, workspace, typed, limit);
    default:
      return what satisfies never;
  }
}

/** One name a speaker: of those that fit a whole one, the commonest. */
function completeSpeaker(db: Database, workspace: number, typed: string, limit: number): string[] {
  const { from, to } = speakerKeys(workspace);
  const words = foldNames(typed).split(" ").filter(Boolean);
  const rows = db.all(
    `SELECT name, max(whole * 1000000 + statements) FROM speaker WHERE key >= ? AND key < ? AND statements > 0
       ${words.map(() => "AND instr(' ' || folded, ?)").join(" ")}
     GROUP BY coalesce(person, -key) ORDER BY sum(statements) DESC, name LIMIT ?`,
    ...[from, to, ...words.map((word) => ` ${word}`), limit],
  );
  return rows.map(({ name }) => name as string);
}

/** The words before the last one stay as they are. */
function completeTopic(db: Database, workspace: number, typed: string, limit: number): string[] {
  const [, before = "", last = ""] = /^(.*\s)?(\S*)$/s.exec(typed) ?? [];
  const begun = readTerms(last)[0]?.forms[0] ?? "";
  const rows = db.all(
    "SELECT name FROM topic WHERE workspace = ? AND statements > 0 AND substr(folded, 1, ?) = ? ORDER BY statements DESC, name LIMIT ?",
    ...[workspace, begun.length, begun, limit],
  );
  return rows.map(({ name }) => `${before}${name as string}`);
}

/** Headlines, newest first. */
function completeHeadline(db: Database, workspace: number, typed: string, limit: number): string[] {
  const { from, to } = shelfKeys({ workspace });
  const match = matchTyped(typed);
  if (match === null && typed !== "") return [];
  const keys =
    match === null
      ? "SELECT key FROM article WHERE key >= :from AND key < :to ORDER BY key DESC"
      : "SELECT rowid AS key FROM article_text WHERE article_text MATCH :match AND rowid >= :from AND rowid < :to ORDER BY rowid DESC";
  const rows = db.all(
    `SELECT title FROM (${keys} LIMIT :limit) JOIN article USING (key) WHERE title IS NOT NULL ORDER BY key DESC`,
    { from, to, limit, ...(match !== null && { match }) },
  );
  return [...new Set(rows.map(({ title }) => title as string))];
}
