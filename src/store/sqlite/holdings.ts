import type { Holdings, OwnHoldings } from "../../model.ts";
import type { Person } from "../upkeep-store.ts";
import { speakerKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { findWorkspace, measure } from "./workspaces.ts";

export function countHoldings(db: Database, name: string): Holdings {
  const { articles, statements } = measure(db, name);
  const workspace = findWorkspace(db, name) ?? 0;
  const { from, to } = speakerKeys(workspace);
  const of = (table: string) => Number(db.get(`SELECT count(*) AS n FROM ${table} WHERE workspace = ?`, workspace)!["n"]);
  return {
    ...{ articles, statements },
    speakers: Number(db.get("SELECT count(*) AS n FROM speaker WHERE key >= ? AND key < ?", from, to)!["n"]),
    ...{ feeds: of("follow"), digests: of("digest"), watches: of("watch"), deliveries: of("delivery"), answers: of("session") },
  };
}

/** What carries a person's id in a workspace. */
export function countOwn(db: Database, workspace: number, { platform, user }: Person): OwnHoldings {
  const direct = `@${user}`;
  const count = (table: string, where: string, value: string) =>
    Number(
      db.get(`SELECT count(*) AS n FROM ${table} WHERE workspace = ? AND platform = ? AND ${where}`, workspace, platform, value)![
        "n"
      ],
    );
  const setUp = (table: string) => count(table, "by = ?3 AND channel <> '@' || ?3", user);
  return {
    ...{ feeds: count("follow", "by = ?", user), digests: setUp("digest"), watches: setUp("watch") },
    direct: count("digest", "channel = ?", direct) + count("watch", "channel = ?", direct),
    messages: count("delivery", "channel = ?", direct),
  };
}
