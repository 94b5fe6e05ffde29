import type { Session } from "../session-store.ts";
import type { Database } from "./open.ts";
import { addWorkspace } from "./workspaces.ts";

export function keepSession(db: Database, workspace: string, { id, content, until }: Session, now: Date): void {
  db.run("DELETE FROM session WHERE until <= ?", now.getTime());
  const row = [id, addWorkspace(db, workspace), content, until.getTime()];
  db.run("INSERT INTO session (id, workspace, content, until) VALUES (?, ?, ?, ?)", ...row);
}

export function findSession(db: Database, workspace: number, id: string, now: Date): string | null {
  const row = db.get("SELECT content FROM session WHERE id = ? AND workspace = ? AND until > ?", id, workspace, now.getTime());
  return row ? (row["content"] as string) : null;
}
