import { randomUUID } from "node:crypto";
import type { Holdings, OwnHoldings } from "../../model.ts";
import type { Person } from "../upkeep-store.ts";
import { countHoldings, countOwn } from "./holdings.ts";
import { type KeyRange, shelfKeys, speakerKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { inSlices, type Writing } from "./slices.ts";
import { findWorkspace } from "./workspaces.ts";

/** Begins the name of a workspace that was forgotten and is still being taken out; no platform has such a name. */
const GONE = "~";
const ROWS = 20; // that go together
const FEW = 2; // with much that hangs on them

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
 * See `UpkeepStore.forgetWorkspace`. One short transaction makes the workspace one that nobody can name and takes out all that would post
 * or read for it; what is left goes a little at a time, and with the next `removeOld` where the process dies meanwhile.
 */
export async function forgetWorkspace(db: Database, writing: Writing, name: string): Promise<Holdings> {
  const counted = await writing(() => {
    const workspace = findWorkspace(db, name);
    const holdings = countHoldings(db, name);
    if (workspace === null) return holdings;
    const feeds = db.all("SELECT feed FROM follow WHERE workspace = ?", workspace).map(({ feed }) => feed as bigint);
    for (const table of ["follow", "digest", "watch", "delivery", "session"])
      db.run(`DELETE FROM ${table} WHERE workspace = ?`, workspace);
    for (const feed of feeds)
      db.run("DELETE FROM feed WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM follow WHERE feed = ?1)", feed);
    db.run("UPDATE workspace SET name = ? WHERE key = ?", `${GONE}${randomUUID()}`, workspace);
    return holdings;
  });
  await removeGone(db, writing);
  return counted;
}

/** Takes out what is left of workspaces that were forgotten. */
export async function removeGone(db: Database, writing: Writing, signal?: AbortSignal): Promise<void> {
  const gone = db.all("SELECT key FROM workspace WHERE substr(name, 1, 1) = ?", GONE);
  for (const { key } of gone) await removeRows(db, writing, Number(key), signal);
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
  const ofColumns = (table: string, columns: string): boolean => {
    const some = `SELECT ${columns} FROM ${table} WHERE workspace = ?1 LIMIT ?2`;
    const rows = db.all(`DELETE FROM ${table} WHERE workspace = ?1 AND (${columns}) IN (${some}) RETURNING 1`, workspace, ROWS);
    return rows.length === ROWS;
  };
  const steps = [
    () => ofKeys("statement", shelves, ROWS),
    () => ofKeys("article", shelves, FEW),
    () => ofKeys("speaker", speakerKeys(workspace), ROWS),
    () => ofColumns("story", "key"),
    () => ofColumns("fingerprint", "hash, arrival"),
    () => ofColumns("term_holders", "term"),
    () => ofColumns("term_count", "term"),
    () => ofColumns("topic", "name"),
  ];
  for (const step of steps) await inSlices(writing, step, signal);
  if (!signal?.aborted) await writing(() => db.run("DELETE FROM workspace WHERE key = ?", workspace));
}
