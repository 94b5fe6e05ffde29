import type { SQLInputValue } from "node:sqlite";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";
import { addWorkspace } from "./workspaces.ts";

/** What people call by a number: digests and watches, which share theirs, so that one means one thing. */
type Table = "digest" | "watch";
type Columns = Readonly<Record<string, SQLInputValue>>;

const NAMED = { digest: rowsOf("digest"), watch: rowsOf("watch") };

function rowsOf(table: Table): string {
  return `SELECT t.*, w.name AS workspace_name FROM ${table} t JOIN workspace w ON w.key = t.workspace`;
}

/** The rows of a table `t` with `workspace_name`. */
export const listNumbered = (db: Database, table: Table, where: string, ...values: SQLInputValue[]): Row[] =>
  db.all(`${NAMED[table]} WHERE ${where}`, ...values);

export const findNumbered = (db: Database, table: Table, workspace: string, number: number): Row | undefined =>
  db.get(`${NAMED[table]} WHERE w.name = ? AND t.number = ?`, workspace, number);

/** Gives the next number of the workspace; no other digest or watch of it gets it again. */
export function addNumbered(db: Database, table: Table, workspace: string, columns: Columns): Row {
  const key = addWorkspace(db, workspace);
  db.run("UPDATE workspace SET numbered = numbered + 1 WHERE key = ?", key);
  const number = db.get("SELECT numbered FROM workspace WHERE key = ?", key)!["numbered"]!;
  const all: Columns = { ...columns, workspace: key, number };
  const names = Object.keys(all);
  db.run(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`, ...Object.values(all));
  return findNumbered(db, table, workspace, Number(number))!;
}

export function changeNumbered(db: Database, table: Table, key: SQLInputValue, columns: Columns): void {
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  db.run(`UPDATE ${table} SET ${sets.join(", ")} WHERE key = ?`, ...Object.values(columns), key);
}

/** With its deliveries and their notices; false where there is none. */
export function removeNumbered(db: Database, table: Table, workspace: string, number: number): boolean {
  const row = findNumbered(db, table, workspace, number);
  if (row === undefined) return false;
  db.run(`DELETE FROM ${table} WHERE key = ?`, row["key"]!);
  db.run("DELETE FROM delivery WHERE workspace = ? AND number = ?", row["workspace"]!, number);
  return true;
}

/** The number of the last arrival. */
export const lastArrival = (db: Database): number => Number(db.get("SELECT value FROM counter WHERE name = 'arrival'")!["value"]);
