import type { Watch } from "../../model.ts";
import type { DeliveryStore } from "../delivery-store.ts";
import type { DigestStore, NewWatch, WatchChange } from "../digest-store.ts";
import type { Access } from "./access.ts";
import { addDelivery } from "./deliveries.ts";
import { placedColumns, readWatch } from "./digest-rows.ts";
import { addNumbered, changeNumbered, findNumbered, lastArrival, listNumbered, removeNumbered } from "./numbered.ts";
import type { Database } from "./open.ts";

type Watches = Pick<
  DigestStore & DeliveryStore,
  "addWatch" | "watches" | "activeWatches" | "changeWatch" | "removeWatch" | "told" | "claimWords" | "wordsSince"
>;

/** What of a store is about watches. */
export const createWatches = (db: Database, { reading, writing }: Access): Watches => ({
  addWatch: (watch) => writing(() => addWatch(db, watch)),
  watches: (workspace) => reading(() => listNumbered(db, "watch", "w.name = ? ORDER BY t.number", workspace).map(readWatch)),
  activeWatches: (platforms) =>
    reading(() =>
      listNumbered(
        db,
        "watch",
        "t.paused_at IS NULL AND t.platform IN (SELECT value FROM json_each(?)) ORDER BY t.key",
        JSON.stringify(platforms),
      ).map(readWatch),
    ),
  changeWatch: (...given) => writing(() => changeWatch(db, ...given)),
  removeWatch: (workspace, number) => writing(() => removeNumbered(db, "watch", workspace, number)),
  told: (...asked) => reading(() => told(db, ...asked)),
  claimWords: (...given) => writing(() => claimWords(db, ...given)),
  wordsSince: (workspace, watch, since, until) =>
    reading(() =>
      Number(
        db.get(
          `SELECT count(*) AS n FROM delivery d JOIN workspace w ON w.key = d.workspace
           WHERE w.name = ? AND d.kind = 'watch' AND d.number = ? AND d.claimed_at >= ? AND d.claimed_at < ?`,
          ...[workspace, watch, since.getTime(), until.getTime()],
        )!["n"],
      ),
    ),
});

const columnsOf = (watch: Omit<Watch, "number">) => ({
  ...placedColumns(watch),
  ...{ quiet: watch.quietHours && JSON.stringify(watch.quietHours), most: watch.most },
  ...{ seen: watch.seen, held: JSON.stringify(watch.held) },
});

/** What came in before it was set up is not new to it. */
const addWatch = (db: Database, watch: NewWatch): Watch =>
  readWatch(addNumbered(db, "watch", watch.workspace, columnsOf({ ...watch, seen: lastArrival(db), held: [] })));

function changeWatch(db: Database, workspace: string, number: number, change: WatchChange): Watch | null {
  const row = findNumbered(db, "watch", workspace, number);
  if (row === undefined) return null;
  const changed = { ...readWatch(row), ...change };
  changeNumbered(db, "watch", row["key"]!, columnsOf(changed));
  return changed;
}

function told(db: Database, workspace: string, number: number, said: readonly string[]): ReadonlySet<string> {
  const rows = db.all(
    `SELECT said FROM told WHERE said IN (SELECT value FROM json_each(?))
     AND watch = (SELECT t.key FROM watch t JOIN workspace w ON w.key = t.workspace WHERE w.name = ? AND t.number = ?)`,
    ...[JSON.stringify(said), workspace, number],
  );
  return new Set(rows.map((row) => row["said"] as string));
}

function claimWords(db: Database, watch: Watch, ...[step, now]: DropFirst<Parameters<DeliveryStore["claimWords"]>>): boolean {
  const row = findNumbered(db, "watch", watch.workspace, watch.number);
  if (row === undefined || row["paused_at"] !== null) return false;
  if (Number(row["seen"]) !== watch.seen || row["held"] !== JSON.stringify(watch.held)) return false;
  db.run("UPDATE watch SET seen = ?, held = ? WHERE key = ?", step.seen, JSON.stringify(step.held), row["key"]!);
  for (const said of step.told)
    db.run("INSERT INTO told (watch, said, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row["key"]!, said, now.getTime());
  for (const { occasion, plan } of step.deliveries) addDelivery(db, occasion, plan, now);
  return true;
}

type DropFirst<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;
