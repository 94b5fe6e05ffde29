import type { Session } from "../session-store.ts";
import type { Database } from "./open.ts";
import { addWorkspace } from "./workspaces.ts";

/** Answers that a workspace has at most: a day of one that asks much, and no more of the disk than that. */
const MOST = 5_000;

export function keepSession(db: Database, workspace: string, { id, content, until }: Session, now: Date): void {
  db.run("DELETE FROM session WHERE until <= ?", now.getTime());
  const key = addWorkspace(db, workspace);
  db.run("INSERT INTO session (id, workspace, content, until) VALUES (?, ?, ?, ?)", id, key, content, until.getTime());
  db.run(
    "DELETE FROM session WHERE workspace = ? AND until <= (SELECT until FROM session WHERE workspace = ? ORDER BY until DESC LIMIT 1 OFFSET ?)",
    ...[key, key, MOST],
  );
}

export function findSession(db: Database, workspace: number, id: string, now: Date): string | null {
  const row = db.get("SELECT content FROM session WHERE id = ? AND workspace = ? AND until > ?", id, workspace, now.getTime());
  return row ? (row["content"] as string) : null;
}
