import { type CopyIndex, NEWEST_ALIKE } from "../stories/copies.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";

/** What finds articles with the same words, looked up in a workspace's library; the caller holds the transaction. */
export function createCopyIndex(db: Database, workspace: number): CopyIndex {
  return {
    alike: (fingerprints) =>
      new Map(
        fingerprints.map((fingerprint) => [
          fingerprint,
          db
            .all(
              "SELECT arrival FROM fingerprint WHERE workspace = ? AND hash = ? ORDER BY arrival DESC LIMIT ?",
              ...[workspace, fingerprint, NEWEST_ALIKE],
            )
            .map(({ arrival }) => Number(arrival)),
        ]),
      ),
    fingerprints: (numbers) =>
      new Map(
        db
          .all(
            "SELECT number, fingerprints FROM arrival WHERE number IN (SELECT value FROM json_each(?))",
            JSON.stringify(numbers),
          )
          .map(({ number, fingerprints }) => [Number(number), Number(fingerprints)]),
      ),
    printed: (number) => {
      const row = db.get(
        `SELECT ${ARTICLE_COLUMNS} FROM arrival n JOIN article a ON a.key = n.article WHERE n.number = ?`,
        number,
      );
      return readArticle(row!);
    },
  };
}

/** Lets later articles find an arrival by its words, or no longer. */
export function holdFingerprints(
  db: Database,
  workspace: number,
  fingerprints: readonly number[],
  arrival: number,
  held: boolean,
): void {
  for (const fingerprint of fingerprints) {
    if (held)
      db.run("INSERT OR IGNORE INTO fingerprint (workspace, hash, arrival) VALUES (?, ?, ?)", workspace, fingerprint, arrival);
    else db.run("DELETE FROM fingerprint WHERE workspace = ? AND hash = ? AND arrival = ?", workspace, fingerprint, arrival);
  }
}
