import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { StoreError } from "../store.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Row } from "./rows.ts";

const BUSY = 5_000; // milliseconds to wait for another process that writes

/** One open file: statements are prepared once, whole numbers come back as bigint. */
export interface Database {
  run(sql: string, ...values: Values): void;
  get(sql: string, ...values: Values): Row | undefined;
  all(sql: string, ...values: Values): Row[];
  /** Runs `work` wholly or not at all. */
  transaction<T>(work: () => T): T;
  close(): void;
}

type Values = SQLInputValue[] | [Record<string, SQLInputValue>];

/**
 * Opens the library's file, makes it where it is missing, and brings it up to date. Nothing is changed in a file of a newer
 * version. Throws a `StoreError` with the remedy.
 */
export function openDatabase(file: string): Database {
  return refusing(file, () => {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    const db = new DatabaseSync(file, { timeout: BUSY });
    try {
      const version = readVersion(db);
      if (version > MIGRATIONS.length) {
        throw new StoreError(
          `The library ${file} was made by a newer version of On Record (${version}, this one knows ${MIGRATIONS.length}): ` +
            "update On Record, or name another folder in DATA_DIR.",
        );
      }
      if (version === 0) db.exec("PRAGMA auto_vacuum = INCREMENTAL;"); // see shrinking.ts
      // 16 MB of the file in memory: with twice as much, searching 100,000 statements and storing take as long.
      db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;");
      if (version < MIGRATIONS.length) migrate(db);
      return prepared(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Takes the lock first and reads the version again, so that two processes that start together migrate once. */
function migrate(db: DatabaseSync): void {
  transaction(db, () => {
    for (const migration of MIGRATIONS.slice(readVersion(db))) db.exec(migration);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

const readVersion = (db: DatabaseSync) => (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;

function prepared(db: DatabaseSync): Database {
  const cache = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = cache.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statement.setReadBigInts(true);
    cache.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => void prepare(sql).run(...(values as SQLInputValue[])),
    get: (sql, ...values) => prepare(sql).get(...(values as SQLInputValue[])),
    all: (sql, ...values) => prepare(sql).all(...(values as SQLInputValue[])),
    transaction: (work) => transaction(db, work),
    close: () => db.close(),
  };
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** What SQLite and the file system refuse, by (primary) result code or errno, with what a person can do about it. */
const REMEDIES: readonly (readonly [codes: readonly (number | string)[], remedy: string])[] = [
  [[13, "ENOSPC", "EDQUOT"], "the disk is full: free some space and try again; nothing that was stored is lost"],
  [[8, "EROFS"], "it is read-only: make it writable, or name another folder in DATA_DIR"],
  [
    [14, 23, "EACCES", "EPERM", "ENOENT"],
    "it may not be opened: check the folder and its permissions, or name another folder in DATA_DIR",
  ],
  [[5, 6], "another program keeps it locked: close that program and try again"],
  [[11, 26], "the file is damaged or is not a library: restore a backup, or name another folder in DATA_DIR"],
  [[10], "the disk reports an error: check it, then try again"],
  [["ENOTDIR", "EEXIST", "EISDIR"], "there is a file where a folder should be: name another folder in DATA_DIR"],
];

/** Runs `work` and turns what the disk or the file refuses into a `StoreError`; any other error passes. */
export function refusing<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    const { errcode, code } = error as { errcode?: number; code?: string };
    const reason = errcode === undefined ? code : errcode & 0xff;
    const remedy = REMEDIES.find(([codes]) => reason !== undefined && codes.includes(reason))?.[1];
    throw remedy === undefined ? error : new StoreError(`The library ${file} cannot be used, ${remedy}.`, { cause: error });
  }
}
