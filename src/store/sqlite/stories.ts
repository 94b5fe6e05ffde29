import type { Article } from "../../model.ts";
import { findEarlier } from "../stories/copies.ts";
import { CENTRAL_OF, choose, join, lookedUp, read } from "../stories/settle.ts";
import { readShingles } from "../stories/shingles.ts";
import { add, type Telling } from "../stories/telling.ts";
import { createCopyIndex, holdFingerprints } from "./copy-index.ts";
import { shelfKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";
import { createStoryIndex, holdTerms } from "./story-index.ts";
import { readTelling, writeNumbers } from "./vectors.ts";

/** Lets later articles find an article by its words. */
export function arrive(db: Database, workspace: number, key: bigint, fingerprints: readonly number[]): void {
  const { number } = db.get(
    "INSERT INTO arrival (article, fingerprints, terms, weights) VALUES (?, ?, x'', x'') RETURNING number",
    ...[key, fingerprints.length],
  )!;
  holdFingerprints(db, workspace, fingerprints, Number(number), true);
}

/** Gives an article that has arrived its story: the one it had, or the one most like it, or a new one; `form` is that of `Earlier`. */
export function settle(
  db: Database,
  workspace: number,
  key: bigint,
  article: Article,
  { form, had = null }: { form: ReadonlySet<string>; had?: number | null },
): void {
  const index = createStoryIndex(db, workspace);
  const telling = read(index, article, form);
  const story = had ?? choose(index, telling, article.publishedAt);
  const { centre, first, last } = join(
    story === null ? null : (index.stories([story]).get(story) ?? null),
    telling,
    article.publishedAt,
  );
  const { terms, weights } = blobs(centre);
  const { key: settled } =
    story === null
      ? db.get(
          "INSERT INTO story (workspace, articles, first, last, terms, weights) VALUES (?, 1, ?, ?, ?, ?) RETURNING key",
          ...[workspace, milliseconds(first), milliseconds(last), terms, weights],
        )!
      : db.get(
          "UPDATE story SET articles = articles + 1, first = ?, last = ?, terms = ?, weights = ? WHERE key = ? RETURNING key",
          ...[milliseconds(first), milliseconds(last), terms, weights, story],
        )!;
  const own = blobs(telling);
  const { number } = db.get(
    "UPDATE arrival SET terms = ?, weights = ? WHERE article = ? RETURNING number",
    ...[own.terms, own.weights, key],
  )!;
  db.run("UPDATE article SET story = ? WHERE key = ?", settled as bigint, key);
  holdTerms(db, workspace, lookedUp(telling), Number(number), true);
}

/** Later articles no longer find it; to be called before an article goes, and `tidyStory` after. */
export function leave(db: Database, workspace: number, key: bigint, text: string): void {
  const row = db.get("SELECT number, terms, weights FROM arrival WHERE article = ?", key);
  if (!row) return;
  holdFingerprints(db, workspace, readShingles(text).fingerprints, Number(row["number"]), false);
  holdTerms(db, workspace, lookedUp(readTelling(row)), Number(row["number"]), false);
}

/** Makes a story what its articles are now, by the newest of them; one that has none goes. */
export function tidyStory(db: Database, story: number): void {
  const { articles, first, last } = db.get(
    `SELECT count(*) AS articles, min(published_at) AS first, max(published_at) AS last FROM article
     WHERE story = ? AND key NOT IN (SELECT article FROM copy)`,
    story,
  )!;
  if (articles === 0n) {
    db.run("UPDATE article SET story = NULL WHERE story = ?", story);
    db.run("DELETE FROM story WHERE key = ?", story);
    return;
  }
  const { terms, weights } = blobs(add(...tellings(db, story).map(({ telling }) => telling)));
  db.run(
    "UPDATE story SET articles = ?, first = ?, last = ?, terms = ?, weights = ? WHERE key = ?",
    ...([articles, first, last, terms, weights, story] as [bigint, bigint | null, bigint | null, Uint8Array, Uint8Array, number]),
  );
}

/** What the newest articles of a story tell, in the order in which they came in. */
export function tellings(db: Database, story: number): { article: bigint; telling: Telling }[] {
  return db
    .all(
      `SELECT article, terms, weights FROM arrival WHERE number IN (
         SELECT n.number FROM article a JOIN arrival n ON n.article = a.key
         WHERE a.story = ? AND a.key NOT IN (SELECT article FROM copy) ORDER BY n.number DESC LIMIT ?
       ) ORDER BY number`,
      ...[story, CENTRAL_OF],
    )
    .map((row) => ({ article: row["article"] as bigint, telling: readTelling(row) }));
}

/** Whether every article has its story, which only those from before there were stories may not. */
export function isSettled(db: Database, workspace: number): boolean {
  const { from, to } = shelfKeys({ workspace });
  return db.get("SELECT 1 FROM unsettled WHERE article >= ? AND article < ? LIMIT 1", from, to) === undefined;
}

/** Gives articles of a library from before there were stories theirs, oldest first; returns how many are left. */
export function settleOld(db: Database, workspace: number, most: number): number {
  const { from, to } = shelfKeys({ workspace });
  const rows = db.all(
    `SELECT a.key, ${ARTICLE_COLUMNS} FROM unsettled u JOIN article a ON a.key = u.article
     WHERE u.article >= ? AND u.article < ? ORDER BY u.article LIMIT ?`,
    ...[from, to, most],
  );
  for (const row of rows) {
    const [key, article] = [row["key"] as bigint, readArticle(row)];
    const reading = readShingles(article.text);
    const { form } = findEarlier(createCopyIndex(db, workspace), article, reading);
    arrive(db, workspace, key, reading.fingerprints);
    settle(db, workspace, key, article, { form });
    db.run("DELETE FROM unsettled WHERE article = ?", key);
  }
  return Number(db.get("SELECT count(*) AS n FROM unsettled WHERE article >= ? AND article < ?", from, to)!["n"]);
}

const blobs = ({ terms, weights }: Telling) => ({ terms: writeNumbers(terms), weights: writeNumbers(weights) });
const milliseconds = (date: Date | null) => date?.getTime() ?? null;
