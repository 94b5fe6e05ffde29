import { randomUUID } from "node:crypto";
import type { Holdings, OwnHoldings } from "../../model.ts";
import type { Person } from "../upkeep-store.ts";
import { countHoldings, countOwn } from "./holdings.ts";
import { type KeyRange, shelfKeys, speakerKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { compact } from "./shrinking.ts";
import { inSlices, type Writing } from "./slices.ts";
import { findWorkspace } from "./workspaces.ts";

/** Begins the name of a workspace that was forgotten and is still being taken out, and the address of its feeds: nobody else has such a name. */
const GONE = "~";
const gone = (): string => `${GONE}${randomUUID()}`;
const ROWS = 20; // that go together
const FEW = 2; // with much that hangs on them
const MANY = 100; // that are small

/** See `UpkeepStore.forgetPerson`. */
export function forgetPerson(db: Database, workspace: number, person: Person): OwnHoldings {
  const counted = countOwn(db, workspace, person);
  const { platform, user } = person;
  for (const table of ["digest", "watch", "delivery"])
    db.run(`DELETE FROM ${table} WHERE workspace = ? AND platform = ? AND channel = ?`, workspace, platform, `@${user}`);
  for (const table of ["follow", "digest", "watch"])
    db.run(`UPDATE ${table} SET by = '' WHERE workspace = ? AND platform = ? AND by = ?`, workspace, platform, user);
  return counted;
}

/**
 * See `UpkeepStore.forgetWorkspace`. One short transaction makes the workspace one that nobody can name, and nothing posts or reads for
 * it any more; what is left goes a little at a time, and with the next `removeOld` where the process dies meanwhile.
 */
export async function forgetWorkspace(db: Database, writing: Writing, name: string): Promise<Holdings> {
  const counted = await writing(() => {
    const workspace = findWorkspace(db, name);
    const holdings = countHoldings(db, name);
    if (workspace === null) return holdings;
    leaveFeeds(db, workspace);
    db.run("DELETE FROM digest WHERE workspace = ?", workspace);
    db.run("UPDATE watch SET paused_at = 0 WHERE workspace = ?", workspace);
    db.run("DELETE FROM delivery WHERE workspace = ? AND ended_at IS NULL", workspace);
    db.run("UPDATE workspace SET name = ? WHERE key = ?", gone(), workspace);
    return holdings;
  });
  await removeGone(db, writing);
  await compact(db, writing, counted.articles > 0);
  return counted;
}

/** Thousands of entries hang on each feed that it follows, so they stay with one that nobody else follows and that is never asked. */
function leaveFeeds(db: Database, workspace: number): void {
  for (const { key, feed } of db.all("SELECT key, feed FROM follow WHERE workspace = ?", workspace)) {
    const never = db.get("INSERT INTO feed (address, wishes) VALUES (?, '{}') RETURNING key", gone())!["key"]!;
    db.run("UPDATE follow SET feed = ? WHERE key = ?", never, key!);
    db.run("DELETE FROM feed WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM follow WHERE feed = ?1)", feed!);
  }
}

/** Takes out what is left of workspaces that were forgotten. */
export async function removeGone(db: Database, writing: Writing, signal?: AbortSignal): Promise<void> {
  const workspaces = db.all("SELECT key FROM workspace WHERE substr(name, 1, 1) = ?", GONE);
  for (const { key } of workspaces) await removeRows(db, writing, Number(key), signal);
}

async function removeRows(db: Database, writing: Writing, workspace: number, signal: AbortSignal | undefined): Promise<void> {
  const sure = shelfKeys({ workspace });
  const shelves: KeyRange = { from: sure.from, to: shelfKeys({ workspace, unsure: true }).to };
  const ofKeys = (table: string, { from, to }: KeyRange, most: number): boolean => {
    const rows = db.all(`SELECT key FROM ${table} WHERE key >= ? AND key < ? LIMIT ?`, from, to, most);
    const keys = rows.map(({ key }) => key as bigint).join(",");
    db.run(`DELETE FROM ${table}_text WHERE rowid IN (SELECT value FROM json_each(?))`, `[${keys}]`);
    db.run(`DELETE FROM ${table} WHERE key IN (SELECT value FROM json_each(?))`, `[${keys}]`);
    return rows.length === most;
  };
  const ofColumns = (table: string, columns: string, most = ROWS): boolean => {
    const some = `SELECT ${columns} FROM ${table} WHERE workspace = ?1 LIMIT ?2`;
    const rows = db.all(`DELETE FROM ${table} WHERE workspace = ?1 AND (${columns}) IN (${some}) RETURNING 1`, workspace, most);
    return rows.length === most;
  };
  /** What hangs on the workspace's rows of another table. */
  const under = (parent: string, table: string, column: string): boolean => {
    const some = `SELECT ${parent}, ${column} FROM ${parent} p JOIN ${table} t ON t.${parent} = p.key WHERE workspace = ?1 LIMIT ?2`;
    const rows = db.all(`DELETE FROM ${table} WHERE (${parent}, ${column}) IN (${some}) RETURNING 1`, workspace, MANY);
    return rows.length === MANY;
  };
  const feeds = `SELECT key FROM feed WHERE substr(address, 1, 1) = '${GONE}' AND key IN (SELECT feed FROM follow WHERE workspace = ?1)`;
  const steps = [
    () => ofKeys("statement", shelves, ROWS),
    () => ofKeys("article", shelves, FEW),
    () => ofKeys("speaker", speakerKeys(workspace), ROWS),
    () => ofColumns("story", "key"),
    () => ofColumns("fingerprint", "hash, arrival"),
    () => ofColumns("term_holders", "term"),
    () => ofColumns("term_count", "term"),
    () => ofColumns("topic", "name"),
    () => ofColumns("delivery", "key", MANY),
    () => ofColumns("session", "id", MANY),
    () => under("watch", "told", "said"),
    () => under("follow", "seen_entry", "entry"),
  ];
  for (const step of steps) await inSlices(writing, step, signal);
  if (signal?.aborted) return;
  await writing(() => {
    db.run(`DELETE FROM feed WHERE key IN (${feeds})`, workspace);
    db.run("DELETE FROM workspace WHERE key = ?", workspace);
  });
}
