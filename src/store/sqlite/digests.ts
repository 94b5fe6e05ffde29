import type { Digest, Place } from "../../model.ts";
import type { DigestChange, DigestStore, NewDigest } from "../digest-store.ts";
import type { Access } from "./access.ts";
import { toldUpTo } from "./deliveries.ts";
import { placedColumns, readDigest } from "./digest-rows.ts";
import { addNumbered, changeNumbered, findNumbered, lastArrival, listNumbered, removeNumbered } from "./numbered.ts";
import type { Database } from "./open.ts";
import { addWorkspace } from "./workspaces.ts";

type Digests = Pick<
  DigestStore,
  "addDigest" | "digests" | "changeDigest" | "removeDigest" | "dueDigests" | "zone" | "setZone" | "arrivals"
>;

/** What of a `DigestStore` is about digests. */
export const createDigests = (db: Database, { reading, writing }: Access): Digests => ({
  addDigest: (digest) => writing(() => addDigest(db, digest)),
  digests: (workspace) => reading(() => listNumbered(db, "digest", "w.name = ? ORDER BY t.number", workspace).map(readDigest)),
  changeDigest: (...given) => writing(() => changeDigest(db, ...given)),
  removeDigest: (workspace, number) => writing(() => removeNumbered(db, "digest", workspace, number)),
  dueDigests: (...asked) => reading(() => dueDigests(db, ...asked)),
  zone: (workspace) =>
    reading(() => (db.get("SELECT zone FROM workspace WHERE name = ?", workspace)?.["zone"] ?? null) as string | null),
  setZone: (workspace, zone) =>
    writing(() => db.run("UPDATE workspace SET zone = ? WHERE key = ?", zone, addWorkspace(db, workspace))),
  arrivals: () => reading(() => lastArrival(db)),
});

const columnsOf = (digest: Omit<Digest, "number">) => ({
  ...placedColumns(digest),
  ...{ cron: digest.schedule.cron, zone: digest.schedule.zone, length: digest.length, ping: digest.ping },
  ...{ quiet: digest.quiet ? 1 : 0, latest: digest.latest, next_run: digest.nextRun?.getTime() ?? null, since: digest.since },
});

const addDigest = (db: Database, digest: NewDigest): Digest =>
  readDigest(addNumbered(db, "digest", digest.workspace, columnsOf({ ...digest, since: lastArrival(db) })));

function changeDigest(db: Database, workspace: string, number: number, change: DigestChange): Digest | null {
  const row = findNumbered(db, "digest", workspace, number);
  if (row === undefined) return null;
  const before = readDigest(row);
  const changed = { ...before, ...change };
  const isMoved = change.since === undefined && !isSame(before.place, changed.place);
  const since = isMoved ? toldUpTo(db, workspace, number, before.place) : null;
  const after = { ...changed, since: since ?? changed.since };
  changeNumbered(db, "digest", row["key"]!, columnsOf(after));
  return after;
}

const isSame = (a: Place, b: Place): boolean => a.platform === b.platform && a.channel === b.channel;

const dueDigests = (db: Database, platforms: readonly string[], now: Date, limit: number): Digest[] =>
  listNumbered(
    db,
    "digest",
    `t.paused_at IS NULL AND t.next_run <= ? AND t.platform IN (SELECT value FROM json_each(?))
     ORDER BY t.next_run, t.channel, t.number, t.key LIMIT ?`,
    ...[now.getTime(), JSON.stringify(platforms), limit],
  ).map(readDigest);
