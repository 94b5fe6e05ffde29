import { isNamed } from "../outlet-names.ts";
import type { Database } from "./open.ts";

/** The outlets whose name has every word of this one, in full or as a beginning. */
export function outletsLike(db: Database, workspace: number, outlet: string): string[] {
  const rows = db.all("SELECT DISTINCT outlet FROM article WHERE workspace = ? AND outlet IS NOT NULL", workspace);
  return rows.map((row) => row["outlet"] as string).filter((name) => isNamed(name, outlet));
}

export function listOutlets(db: Database, workspace: number, limit: number): string[] {
  const sql =
    "SELECT outlet FROM article WHERE workspace = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT ?";
  return db.all(sql, workspace, limit).map(({ outlet }) => outlet as string);
}
