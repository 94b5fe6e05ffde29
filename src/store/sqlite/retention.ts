import type { Limits, Removed } from "../upkeep-store.ts";
import { removeGone } from "./forgetting.ts";
import type { Database } from "./open.ts";
import { compact, fileSize } from "./shrinking.ts";
import { inSlices, type Writing } from "./slices.ts";
import { removeKeys } from "./write.ts";

const AT_ONCE = 1; // articles that go together, with all that counts them: two hold up others half as long again
const ROWS = 100; // small rows that go together

/** Whether a delivery `d` told something, as `toldUpTo` has it. */
const TOLD = "(d.state IN ('sent', 'empty') OR EXISTS (SELECT 1 FROM post WHERE delivery = d.key AND state = 'sent'))";

/** The arrival up to which each workspace needs nothing any more; what is paused needs nothing until it goes on. */
const NEEDED = `
  SELECT workspace, min(done) AS done FROM (
    SELECT g.workspace, max(g.since, coalesce((
      SELECT max(d.up_to) FROM delivery d WHERE d.workspace = g.workspace AND d.kind = 'digest' AND d.number = g.number
        AND d.platform = g.platform AND d.channel = g.channel AND ${TOLD}), 0)) AS done
    FROM digest g WHERE g.paused_at IS NULL
    UNION ALL SELECT workspace, seen FROM watch WHERE paused_at IS NULL
    UNION ALL SELECT workspace, after FROM delivery WHERE ended_at IS NULL
  ) GROUP BY workspace`;

/** See `UpkeepStore.removeOld`. */
export async function removeOld(db: Database, writing: Writing, limits: Limits, signal?: AbortSignal): Promise<Removed> {
  const before = fileSize(db);
  await removeGone(db, writing, signal);
  const { articles, statements } = await removeArticlesBefore(db, writing, limits.articles, signal);
  const counted = async (sql: string, at: Date | null): Promise<number> => {
    let count = 0;
    const step = () => {
      const gone = db.all(`${sql} RETURNING 1`, at!.getTime(), ROWS).length;
      count += gone;
      return gone === ROWS;
    };
    if (at !== null) await inSlices(writing, step, signal);
    return count;
  };
  const answers = await counted("DELETE FROM session WHERE id IN (SELECT id FROM session WHERE until <= ? LIMIT ?)", limits.now);
  const told = await counted(
    "DELETE FROM told WHERE (watch, said) IN (SELECT watch, said FROM told WHERE at < ? LIMIT ?)",
    limits.told,
  );
  const deliveries = await counted(
    `DELETE FROM delivery WHERE key IN (
       SELECT d.key FROM delivery d WHERE d.ended_at < ? AND NOT (
         d.kind = 'digest' AND ${TOLD}
         AND EXISTS (SELECT 1 FROM digest g WHERE g.workspace = d.workspace AND g.number = d.number)
         AND NOT EXISTS (
           SELECT 1 FROM delivery n WHERE n.workspace = d.workspace AND n.kind = 'digest' AND n.number = d.number
             AND n.platform = d.platform AND n.channel = d.channel AND (n.up_to, n.key) > (d.up_to, d.key)
             AND ${TOLD.replaceAll("d.", "n.")}
         )
       ) LIMIT ?)`,
    limits.ended,
  );
  await compact(db, writing, articles > 0, signal);
  return { articles, statements, deliveries, told, answers, bytes: Math.max(0, before - fileSize(db)) };
}

async function removeArticlesBefore(db: Database, writing: Writing, at: Date | null, signal: AbortSignal | undefined) {
  let articles = 0;
  let statements = 0;
  const step = () => {
    const rows = db.all(
      `SELECT a.key, a.workspace FROM article a LEFT JOIN (${NEEDED}) n ON n.workspace = a.workspace
       WHERE a.arrived_at < ? AND (n.done IS NULL OR max(a.arrived, coalesce(a.changed, 0)) <= n.done) ORDER BY a.arrived_at LIMIT ?`,
      ...[at!.getTime(), AT_ONCE],
    );
    for (const [workspace, own] of Map.groupBy(rows, (row) => Number(row["workspace"]))) {
      const keys = own.map((row) => row["key"] as bigint);
      statements += Number(db.get(`SELECT count(*) AS n FROM statement WHERE article IN (${keys.join(",")})`)!["n"]);
      removeKeys(db, workspace, keys);
    }
    articles += rows.length;
    return rows.length === AT_ONCE;
  };
  if (at !== null) await inSlices(writing, step, signal);
  return { articles, statements };
}
