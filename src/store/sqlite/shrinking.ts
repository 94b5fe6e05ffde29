import type { Database } from "./open.ts";
import { inSlices, type Writing } from "./slices.ts";

const PAGES = 50; // of the file that move at once
const MERGED = 20; // pages of an index that are merged at once
const INDEXES = ["statement_text", "article_text", "speaker_text"] as const;

const pragma = (db: Database, name: string): number => Number(Object.values(db.get(`PRAGMA ${name}`)!)[0]);

/** What the file takes on the disk, without its log: bytes. */
export const fileSize = (db: Database): number => pragma(db, "page_count") * pragma(db, "page_size");

/**
 * Gives what is free in the file back to the disk, in short steps: a VACUUM would hold up everybody for seconds. It needs a file that
 * keeps account of its pages (`auto_vacuum`), as `openDatabase` makes them. Search keeps its place for what was deleted until its parts are
 * merged, so that comes first.
 */
export async function compact(db: Database, writing: Writing, wasSearched: boolean, signal?: AbortSignal): Promise<void> {
  if (wasSearched) for (const index of INDEXES) await inSlices(writing, () => merge(db, index), signal);
  await inSlices(writing, () => giveBack(db), signal);
  if (!signal?.aborted) emptyLog(db);
}

/** Brings the log into the file, unless others read it just then, as a backup does for seconds: nobody waits for them, the next time will do. */
function emptyLog(db: Database): void {
  const patience = pragma(db, "busy_timeout");
  db.all("PRAGMA busy_timeout = 0");
  try {
    db.all("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    db.all(`PRAGMA busy_timeout = ${patience}`);
  }
}

/** Whether there is more to merge (https://sqlite.org/fts5.html, "The merge command"). */
function merge(db: Database, index: (typeof INDEXES)[number]): boolean {
  const changes = () => Number(db.get("SELECT total_changes() AS n")!["n"]);
  const before = changes();
  db.run(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`, MERGED);
  return changes() - before >= 2;
}

function giveBack(db: Database): boolean {
  const free = pragma(db, "freelist_count");
  if (free === 0) return false;
  db.all(`PRAGMA incremental_vacuum(${PAGES})`);
  return pragma(db, "freelist_count") < free;
}
