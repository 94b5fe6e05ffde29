import { NEWEST, type StoryIndex } from "../stories/settle.ts";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";
import { readIntegers, readTelling, writeNumbers } from "./vectors.ts";

/** What tells stories apart, looked up in a workspace's library; the caller holds the transaction. */
export function createStoryIndex(db: Database, workspace: number): StoryIndex {
  return {
    counts: (terms) => ({
      articles: Number(db.get("SELECT counted FROM workspace WHERE key = ?", workspace)!["counted"]),
      having: byNumber(
        db.all(
          "SELECT term AS number, articles FROM term_count WHERE workspace = ? AND term IN (SELECT value FROM json_each(?))",
          ...[workspace, JSON.stringify(terms)],
        ),
        (row) => Number(row["articles"]),
      ),
    }),
    count: (terms, articles) => {
      db.run("UPDATE workspace SET counted = counted + ? WHERE key = ?", articles, workspace);
      db.run(
        `INSERT INTO term_count (workspace, term, articles) SELECT ?, value, ? FROM json_each(?) WHERE true
         ON CONFLICT (workspace, term) DO UPDATE SET articles = articles + excluded.articles`,
        ...[workspace, articles, JSON.stringify([...new Set(terms)])],
      );
    },
    holders: (terms) =>
      byNumber(
        db.all(
          "SELECT term AS number, arrivals FROM term_holders WHERE workspace = ? AND term IN (SELECT value FROM json_each(?))",
          ...[workspace, JSON.stringify([...terms])],
        ),
        (row) => readIntegers(row["arrivals"] as Uint8Array),
      ),
    members: (numbers) =>
      inOrder(
        numbers,
        byNumber(
          db.all(
            `SELECT n.number, n.terms, n.weights, a.story FROM arrival n JOIN article a ON a.key = n.article
             WHERE n.number IN (SELECT value FROM json_each(?)) AND a.story IS NOT NULL`,
            JSON.stringify(numbers),
          ),
          (row) => ({ telling: readTelling(row), story: Number(row["story"]) }),
        ),
      ),
    stories: (keys) =>
      byNumber(
        db.all(
          "SELECT key AS number, first, last, terms, weights FROM story WHERE key IN (SELECT value FROM json_each(?))",
          JSON.stringify(keys),
        ),
        (row) => ({ centre: readTelling(row), first: readDate(row["first"]), last: readDate(row["last"]) }),
      ),
  };
}

/** Lets later articles find an arrival by these terms, or no longer. */
export function holdTerms(db: Database, workspace: number, terms: Int32Array, arrival: number, held: boolean): void {
  for (const term of terms) {
    const row = db.get("SELECT arrivals FROM term_holders WHERE workspace = ? AND term = ?", workspace, term);
    const others = [...(row ? readIntegers(row["arrivals"] as Uint8Array) : [])].filter((each) => each !== arrival);
    const arrivals = Int32Array.from(held ? [...others, arrival].slice(-NEWEST) : others);
    db.run(
      `INSERT INTO term_holders (workspace, term, arrivals) VALUES (?, ?, ?)
       ON CONFLICT (workspace, term) DO UPDATE SET arrivals = excluded.arrivals`,
      ...[workspace, term, writeNumbers(arrivals)],
    );
  }
}

const byNumber = <T>(rows: readonly Row[], read: (row: Row) => T): Map<number, T> =>
  new Map(rows.map((row) => [Number(row["number"]), read(row)]));

const inOrder = <T>(numbers: readonly number[], found: ReadonlyMap<number, T>): Map<number, T> =>
  new Map(numbers.flatMap((number) => (found.has(number) ? [[number, found.get(number)!]] : [])));

const readDate = (value: Row[string] | undefined): Date | null =>
  value === null || value === undefined ? null : new Date(Number(value));
