import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../store.ts";
import { MIGRATIONS } from "./migrations.ts";

/** What a copy of a library holds: articles of all workspaces, and bytes. */
export interface Copied {
  readonly articles: number;
  readonly bytes: number;
}

/** A copy that took the library's place. */
export interface Restored extends Copied {
  /** Digests that were due since it was made, or are due now: what they have posted since is not known in it, so they post once more. */
  readonly due: number;
}

/**
 * Copies a library that others read and write meanwhile, as it is at one moment, without what is free in it; the copy is checked before it
 * has its name. Throws a `StoreError` where there is no library, where `to` is there and `force` is not, and where it cannot be written.
 */
export function backUp(file: string, to: string, force: boolean): Copied {
  if (!existsSync(file)) throw new StoreError(`There is no library at ${file} yet: name its folder in DATA_DIR.`);
  if (existsSync(to) && !force) throw new StoreError(`${to} is there already: name another file, or add --force to replace it.`);
  const part = `${to}.part`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    const copied = copy(file, part);
    renameSync(part, to);
    return copied;
  } catch (error) {
    rmSync(part, { force: true });
    throw worded(error, `The backup ${to} cannot be written`);
  }
}

/**
 * Puts a backup in the place of the library. The backup is copied and checked first. Throws a `StoreError`, and changes nothing, where the backup is no library that we know, where there is a library and `force`
 * is not set, and where another process has it open.
 */
export function restore(from: string, file: string, force: boolean, now = new Date()): Restored {
  if (!existsSync(from)) throw new StoreError(`There is no file ${from}.`);
  if (existsSync(file) && !force)
    throw new StoreError(`There is a library at ${file} already: back it up, then add --force to replace it with ${from}.`);
  const part = `${file}.restoring`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const restored = { ...copy(from, part), due: prepare(part, now) };
    if (existsSync(file)) replace(file, part);
    else {
      forgetLog(file);
      renameSync(part, file);
    }
    return restored;
  } catch (error) {
    rmSync(part, { force: true });
    throw worded(error, `${from} cannot be restored`);
  }
}

/** A copy in one file, on the disk when this returns. */
function copy(from: string, to: string): Copied {
  rmSync(to, { force: true });
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    check(db, from);
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
  const copied = new DatabaseSync(to);
  try {
    const { auto_vacuum: accounting } = copied.prepare("PRAGMA auto_vacuum").get() as { auto_vacuum: number };
    if (accounting === 0) copied.exec("PRAGMA auto_vacuum = INCREMENTAL; VACUUM"); // a library of an earlier version: see shrinking.ts
    check(copied, to);
    const { n } = copied.prepare("SELECT count(*) AS n FROM article").get() as { n: number };
    const descriptor = openSync(to, "r+");
    fsyncSync(descriptor);
    closeSync(descriptor);
    return { articles: n, bytes: statSync(to).size };
  } finally {
    copied.close();
  }
}

/**
 * What was about to be sent when the backup was made has come since, perhaps: as what was being sent, it is looked for before it is sent.
 * Counts the digests that are due. A library of before there were digests has none of both.
 */
function prepare(file: string, now: Date): number {
  const db = new DatabaseSync(file);
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'post'").get() === undefined) return 0;
    db.exec(`UPDATE post SET state = 'sending', first_attempt_at = coalesce(first_attempt_at,
      (SELECT claimed_at FROM delivery WHERE key = post.delivery))
      WHERE state = 'planned' AND delivery IN (SELECT key FROM delivery WHERE ended_at IS NULL)`);
    const due = db.prepare("SELECT count(*) AS n FROM digest WHERE paused_at IS NULL AND next_run <= ?").get(now.getTime());
    return (due as { n: number }).n;
  } finally {
    db.close();
  }
}

/** Throws a `StoreError` for what is no library, or none that we know, or is damaged. */
function check(db: DatabaseSync, file: string): void {
  const { user_version: version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name IN ('workspace', 'article', 'statement')").get();
  if (version < 1 || (tables as { n: number }).n < 3) throw new StoreError(`${file} is not a library of On Record.`);
  if (version > MIGRATIONS.length)
    throw new StoreError(
      `${file} was made by a newer version of On Record (${version}, this one knows ${MIGRATIONS.length}): update On Record.`,
    );
  const { integrity_check: found } = db.prepare("PRAGMA integrity_check(1)").get() as { integrity_check: string };
  if (found !== "ok") throw new StoreError(`${file} is damaged (${found}): use another backup.`);
}

/** Puts a file in the place of a library that nobody else has open, in one step: the old one is there until the new one has its name. */
function replace(file: string, by: string): void {
  const alone = takeAlone(file);
  try {
    forgetLog(file);
    renameSync(by, file);
  } finally {
    alone?.close();
  }
}

/**
 * Locks a library that nobody else has open, and moves what its log holds into it: only then can its journal be of another kind. Null for
 * a file that is no library any more, which may be replaced. Throws a `StoreError` where somebody has it open.
 */
function takeAlone(file: string): DatabaseSync | null {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    if (isCode(error, BUSY))
      throw new StoreError(`The library ${file} is in use: end npm start and whatever else has it open, then try again.`);
    if (isCode(error, DAMAGED)) return null;
    throw error;
  }
}

/** A log that a library left behind would be read into the one that takes its place. */
function forgetLog(file: string): void {
  for (const ending of ["-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}

const BUSY = [5, 6]; // https://sqlite.org/rescode.html
const DAMAGED = [11, 26];

const isCode = (error: unknown, codes: readonly number[]): boolean =>
  codes.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);

function worded(error: unknown, what: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if (isCode(error, DAMAGED)) return new StoreError(`${what}: it is damaged, or not a library of On Record.`, { cause: error });
  if (isCode(error, BUSY)) return new StoreError(`${what}: another program keeps it locked; try again.`, { cause: error });
  return new StoreError(`${what} (${error.message}): check the folder and the disk.`, { cause: error });
}
