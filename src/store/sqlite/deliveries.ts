import { createHash } from "node:crypto";
import type { SQLInputValue } from "node:sqlite";
import type { Account, Delivery, Place } from "../../model.ts";
import type { DeliveryStore, Occasion, Plan } from "../delivery-store.ts";
import type { Arrivals } from "../news-store.ts";
import type { Access } from "./access.ts";
import { readDelivery, readPost } from "./delivery-rows.ts";
import type { Database } from "./open.ts";
import { addWorkspace, findWorkspace } from "./workspaces.ts";

type Deliveries = Pick<
  DeliveryStore,
  "claimRun" | "claimDelivery" | "planDelivery" | "endDelivery" | "delivery" | "deliveries" | "toldUpTo"
>;

/** What of a `DeliveryStore` is about whole deliveries: how they come to be, and how they end. */
export const createDeliveries = (db: Database, { reading, writing }: Access): Deliveries => ({
  claimRun: (...given) => writing(() => claimRun(db, ...given)),
  claimDelivery: (occasion, plan) => writing(() => addDelivery(db, occasion, plan, occasion.due)),
  planDelivery: (key, by, ...planned) => writing(() => isHeld(db, key, by) && writePlan(db, key, ...planned)),
  endDelivery: (key, by, ...ended) => writing(() => isHeld(db, key, by) && end(db, key, ...ended)),
  delivery: (key) => reading(() => findDeliveries(db, "d.key = ?", key)[0] ?? null),
  deliveries: (workspace, { kind, number }, limit) =>
    reading(() =>
      findDeliveries(
        db,
        "w.name = ? AND d.kind = ? AND d.number = ? ORDER BY d.due DESC, d.key DESC LIMIT ?",
        ...[workspace, kind, number, limit],
      ),
    ),
  toldUpTo: (...asked) => reading(() => toldUpTo(db, ...asked)),
});

/** Deliveries `d` of workspaces `w` with their posts. */
export function findDeliveries(db: Database, where: string, ...values: SQLInputValue[]): Delivery[] {
  const rows = db.all(
    `SELECT d.*, w.name AS workspace_name FROM delivery d JOIN workspace w ON w.key = d.workspace WHERE ${where}`,
    ...values,
  );
  return rows.map((row) =>
    readDelivery(row, db.all("SELECT * FROM post WHERE delivery = ? ORDER BY part", row["key"]!).map(readPost)),
  );
}

/** Null where it was made before. */
export function addDelivery(db: Database, occasion: Occasion, plan: Plan | null, now: Date): Delivery | null {
  const { workspace, kind, number, place, due, missed, after, upTo } = occasion;
  const row = db.get(
    `INSERT INTO delivery (workspace, kind, number, occasion, platform, channel, due, missed, claimed_at, after, up_to, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed') ON CONFLICT DO NOTHING RETURNING key`,
    ...[addWorkspace(db, workspace), kind, number, occasion.occasion, place.platform, place.channel],
    ...[due.getTime(), missed, now.getTime(), after, upTo],
  );
  if (row === undefined) return null;
  const key = Number(row["key"]);
  if (plan !== null) writePlan(db, key, plan, occasion, now);
  return findDeliveries(db, "d.key = ?", key)[0]!;
}

function claimRun(db: Database, occasion: Occasion, nextRun: Date | null, now: Date): Delivery | null {
  const { workspace, number, place, due } = occasion;
  const moved = db.get(
    `UPDATE digest SET next_run = ? WHERE workspace = ? AND number = ? AND platform = ? AND channel = ?
     AND paused_at IS NULL AND next_run <= ? RETURNING key`,
    ...[nextRun?.getTime() ?? null, findWorkspace(db, workspace), number, place.platform, place.channel, due.getTime()],
  );
  return moved === undefined ? null : addDelivery(db, occasion, null, now);
}

/** Whether somebody has a delivery in hand that has not ended. */
const isHeld = (db: Database, key: number, by: string): boolean =>
  db.get("SELECT 1 FROM delivery WHERE key = ? AND claimed_by = ? AND ended_at IS NULL", key, by) !== undefined;

function writePlan(db: Database, key: number, plan: Plan, { after, upTo }: Arrivals, now: Date): true {
  db.run("UPDATE delivery SET after = ?, up_to = ? WHERE key = ?", after, upTo, key);
  if ("state" in plan) return end(db, key, plan.state, plan.account, now);
  db.run("UPDATE delivery SET state = 'sending', account = ? WHERE key = ?", JSON.stringify(plan.account), key);
  for (const [part, { id, content }] of plan.posts.entries())
    db.run(
      "INSERT INTO post (id, delivery, part, content, hash, state) VALUES (?, ?, ?, ?, ?, 'planned')",
      ...[id, key, part, content, createHash("sha256").update(content).digest("hex")],
    );
  return true;
}

function end(db: Database, key: number, state: Delivery["state"], account: Account, now: Date): true {
  db.run(
    "UPDATE delivery SET state = ?, account = ?, ended_at = ?, claimed_by = NULL WHERE key = ?",
    ...[state, JSON.stringify(account), now.getTime(), key],
  );
  db.run("UPDATE post SET content = NULL, retry_at = NULL WHERE delivery = ?", key);
  return true;
}

/** Up to which arrival a digest has told in a channel; null where it has not. */
export function toldUpTo(db: Database, workspace: string, digest: number, { platform, channel }: Place): number | null {
  const row = db.get(
    `SELECT max(up_to) AS told FROM delivery WHERE workspace = ? AND kind = 'digest' AND number = ? AND platform = ? AND channel = ?
     AND (state IN ('sent', 'empty') OR EXISTS (SELECT 1 FROM post WHERE delivery = delivery.key AND state = 'sent'))`,
    ...[findWorkspace(db, workspace), digest, platform, channel],
  );
  return row!["told"] === null ? null : Number(row!["told"]);
}
