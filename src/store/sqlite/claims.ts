import type { Delivery } from "../../model.ts";
import type { Attempt, Claim, DeliveryStore, Held } from "../delivery-store.ts";
import type { Access } from "./access.ts";
import { findDeliveries } from "./deliveries.ts";
import type { Database } from "./open.ts";

type Claims = Pick<
  DeliveryStore,
  "takeOver" | "renewDeliveries" | "releaseDeliveries" | "heldDeliveries" | "endClaim" | "beginPost" | "settlePost"
>;

/** What of a `DeliveryStore` is about who has a delivery in hand, and sends its messages. */
export const createClaims = (db: Database, { reading, writing }: Access): Claims => ({
  takeOver: (...given) => writing(() => takeOver(db, ...given)),
  renewDeliveries: (by) => writing(() => db.run("UPDATE delivery SET renewals = renewals + 1 WHERE claimed_by = ?", by)),
  releaseDeliveries: (by, key) =>
    writing(() =>
      db.run("UPDATE delivery SET claimed_by = NULL WHERE claimed_by = ?1 AND (?2 IS NULL OR key = ?2)", by, key ?? null),
    ),
  heldDeliveries: () =>
    reading(() =>
      db
        .all("SELECT key, claimed_by, renewals FROM delivery WHERE claimed_by IS NOT NULL ORDER BY key")
        .map((row): Held => ({ key: Number(row["key"]), by: row["claimed_by"] as string, renewals: Number(row["renewals"]) })),
    ),
  endClaim: ({ key, by, renewals }) =>
    writing(
      () =>
        db.get(
          "UPDATE delivery SET claimed_by = NULL WHERE key = ? AND claimed_by = ? AND renewals = ? RETURNING key",
          ...[key, by, renewals],
        ) !== undefined,
    ),
  beginPost: (...given) => writing(() => beginPost(db, ...given)),
  settlePost: (...given) => writing(() => settlePost(db, ...given)),
});

/** What stands before another in its channel: a run that was begun, for what it tells is no news to the next; then the longest due. */
const order = (t: string): string => `(${t}.kind <> 'digest' OR ${t}.state <> 'sending'), ${t}.due, ${t}.number, ${t}.key`;

const NEXT_OF_CHANNELS = `SELECT d.key FROM delivery d
  WHERE d.ended_at IS NULL AND d.claimed_by IS NULL AND d.platform IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (
    SELECT 1 FROM delivery e WHERE e.ended_at IS NULL
      AND e.workspace = d.workspace AND e.platform = d.platform AND e.channel = d.channel AND e.key <> d.key
      AND (e.claimed_by IS NOT NULL OR (${order("e")}) < (${order("d")}))
  )
  AND NOT EXISTS (
    SELECT 1 FROM post p WHERE p.delivery = d.key AND p.state IN ('planned', 'sending') AND p.retry_at > ?2 AND p.attempted_at <= ?2
  )
  ORDER BY d.due, d.number, d.key LIMIT ?3`;

function takeOver(db: Database, platforms: readonly string[], { by, now }: Claim, limit: number): Delivery[] {
  const keys = db.all(NEXT_OF_CHANNELS, JSON.stringify(platforms), now.getTime(), limit).map((row) => row["key"]!);
  return keys.flatMap((key) => {
    db.run("UPDATE delivery SET claimed_by = ?, renewals = 0 WHERE key = ?", by, key);
    return findDeliveries(db, "d.key = ?", key);
  });
}

const WHOSE = "delivery IN (SELECT key FROM delivery WHERE claimed_by = ? AND ended_at IS NULL)";

const beginPost = (db: Database, id: string, by: string, now: Date): boolean =>
  db.get(
    `UPDATE post SET state = 'sending', attempts = attempts + 1, attempted_at = ?, first_attempt_at = coalesce(first_attempt_at, ?),
       retry_at = NULL WHERE id = ? AND state IN ('planned', 'sending') AND ${WHOSE} RETURNING id`,
    ...[now.getTime(), now.getTime(), id, by],
  ) !== undefined;

function settlePost(db: Database, id: string, by: string, attempt: Attempt): boolean {
  const set = (columns: string, ...values: (string | number | null)[]): boolean =>
    db.get(`UPDATE post SET ${columns} WHERE id = ? AND state <> 'sent' AND ${WHOSE} RETURNING id`, ...values, id, by) !==
    undefined;
  if ("sent" in attempt) return set("state = 'sent', retry_at = NULL, message = ?, link = ?", attempt.sent.id, attempt.sent.link);
  if ("failed" in attempt) return set("state = 'failed', retry_at = NULL, said = ?", attempt.failed);
  const { retryAt, said, isUnsure } = attempt;
  return set("state = ?, retry_at = ?, said = ?", isUnsure ? "sending" : "planned", retryAt.getTime(), said);
}
