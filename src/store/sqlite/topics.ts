import type { Tally } from "../store.ts";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";

/** Words that share their first or last four letters are looked at as misspellings of one another; each arm has an index. */
const ALIKE = `SELECT name, statements FROM topic INDEXED BY topic_beginning WHERE workspace = ? AND substr(folded, 1, 4) = ?
  UNION SELECT name, statements FROM topic INDEXED BY topic_end WHERE workspace = ? AND substr(folded, -4) = ?`;

export function tallyTopics(db: Database, workspace: number, query: { like?: readonly string[]; limit: number }): Tally[] {
  const { like, limit } = query;
  if (like?.length === 0) return [];
  const from = like === undefined ? "topic WHERE workspace = ? AND" : `(${like.map(() => ALIKE).join(" UNION ")}) WHERE`;
  const values =
    like === undefined ? [workspace] : like.flatMap((word) => [workspace, word.slice(0, 4), workspace, word.slice(-4)]);
  const sql = `SELECT name, statements FROM ${from} statements > 0 ORDER BY statements DESC, name LIMIT ?`;
  const rows: Row[] = db.all(sql, ...[...values, limit]);
  return rows.map((row) => ({ name: row["name"] as string, statements: Number(row["statements"]) }));
}
