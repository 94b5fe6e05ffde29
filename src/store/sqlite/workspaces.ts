import type { LibrarySize } from "../../model.ts";
import { shelfKeys } from "./keys.ts";
import type { Database } from "./open.ts";

/** The number of a workspace; null where nothing was ever stored. */
export function findWorkspace(db: Database, name: string): number | null {
  const row = db.get("SELECT key FROM workspace WHERE name = ?", name);
  return row ? Number(row["key"]) : null;
}

export function addWorkspace(db: Database, name: string): number {
  db.run("INSERT INTO workspace (name) VALUES (?) ON CONFLICT DO NOTHING", name);
  return Number(db.get("SELECT key FROM workspace WHERE name = ?", name)!["key"]);
}

export function holdsArticles(db: Database, workspace: number): boolean {
  const { from, to } = shelfKeys({ workspace });
  return db.get("SELECT 1 FROM article WHERE key >= ? AND key < ? LIMIT 1", from, to) !== undefined;
}

export function measure(db: Database, name: string): LibrarySize {
  const workspace = findWorkspace(db, name);
  if (workspace === null) return { articles: 0, statements: 0, outlets: 0 };
  const { from, to } = shelfKeys({ workspace });
  const count = (sql: string) => Number(db.get(`SELECT count(${sql} WHERE key >= ? AND key < ?`, from, to)!["n"]);
  return {
    articles: count("*) AS n FROM article") - count("*) AS n FROM (SELECT article AS key FROM copy)"),
    statements: count("*) AS n FROM statement"),
    outlets: count("DISTINCT outlet) AS n FROM article"),
  };
}
