import type { ArticleEntry } from "../../model.ts";
import type { CameIn, NewsQuery } from "../news-store.ts";
import { central } from "../stories/settle.ts";
import { readEntry } from "./find-articles.ts";
import { beyond } from "./find-statements.ts";
import { shelfKeys } from "./keys.ts";
import { matchName, matchSpeaker, matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { tellings } from "./stories.ts";
import { findRetired } from "./versions.ts";

/** Articles that came in, themselves or in a later version. */
const CAME = `SELECT key FROM article WHERE workspace = :workspace AND arrived > :after AND arrived <= :upTo
    UNION SELECT key FROM article WHERE workspace = :workspace AND changed > :after AND changed <= :upTo
    UNION SELECT article FROM statement WHERE arrived > :after AND arrived <= :upTo AND key >= :from AND key < :to`;

/** The same of a few stories, which are looked up by story. */
const CAME_OF_STORIES = `SELECT key FROM article WHERE story IN (SELECT value FROM json_each(:stories)) AND +key >= :from AND +key < :to
    AND (+arrived > :after AND +arrived <= :upTo OR +changed > :after AND +changed <= :upTo OR EXISTS (
      SELECT 1 FROM statement s WHERE s.article = article.key AND +s.arrived > :after AND +s.arrived <= :upTo AND +s.key >= :from AND +s.key < :to))`;

/** What came in, and with it the articles that answers show it by and all copies of those. */
const familiesOf = ({ stories }: NewsQuery) => `came (key) AS MATERIALIZED (${stories ? CAME_OF_STORIES : CAME}),
  shown (key) AS MATERIALIZED (SELECT DISTINCT coalesce(copy.of, came.key) FROM came LEFT JOIN copy ON copy.article = came.key),
  family (shown, key) AS MATERIALIZED (SELECT key, key FROM shown UNION ALL SELECT copy.of, copy.article FROM shown JOIN copy ON copy.of = shown.key)`;

/** Statements that are not unsure and came in. */
const freshOf = ({ stories }: NewsQuery) =>
  stories
    ? `came (article) AS MATERIALIZED (${CAME_OF_STORIES}), fresh (key, article) AS MATERIALIZED (
         SELECT s.key, s.article FROM came CROSS JOIN statement s USING (article)
         WHERE +s.arrived > :after AND +s.arrived <= :upTo AND +s.key >= :from AND +s.key < :to)`
    : `fresh (key, article) AS MATERIALIZED (
         SELECT key, article FROM statement WHERE arrived > :after AND arrived <= :upTo AND key >= :from AND key < :to)`;

/**
 * Keeps a search by words to what came in, and first to the keys between which that stands, which are as close to each other as its dates;
 * behind a `+`, so that the search is made once, and not for each of them.
 */
const within = (table: "family" | "fresh") =>
  `t.rowid >= (SELECT min(key) FROM ${table}) AND t.rowid <= (SELECT max(key) FROM ${table}) AND +t.rowid IN (SELECT key FROM ${table})`;

const boundBy = (workspace: number, { after, upTo, stories }: NewsQuery) => ({
  ...{ after, upTo, ...shelfKeys({ workspace }) },
  ...(stories && { stories: JSON.stringify(stories) }),
});

/** See `NewsStore`, as for all that follow. */
export function findCameIn(db: Database, workspace: number, query: NewsQuery): CameIn[] {
  const { after, upTo } = query;
  const rows = db.all(
    `WITH ${familiesOf(query)} SELECT family.shown, a.key, a.key IN (SELECT key FROM came) AS came,
       a.id, a.outlet, a.published_at, a.story, a.arrived, a.arrived_at
     FROM family JOIN article a USING (key) ORDER BY family.shown DESC, a.arrived, a.key`,
    { ...(!query.stories && { workspace }), ...boundBy(workspace, query) },
  );
  const counts = db.all(`WITH ${freshOf(query)} SELECT article, count(*) AS n FROM fresh GROUP BY 1`, {
    ...boundBy(workspace, query),
  });
  const said = new Map(counts.map(({ article, n }) => [article as bigint, Number(n)]));
  return [...Map.groupBy(rows, ({ shown }) => shown as bigint)].map(([key, family]) => {
    const own = family.find((each) => each["key"] === key)!;
    const copies = family.filter((each) => each !== own);
    const came = family.filter((each) => each["came"] === 1n);
    const arrived = Number(own["arrived"]);
    const outlets = [own, ...copies].flatMap(({ outlet }) => (outlet === null ? [] : [outlet as string]));
    return {
      article: own["id"] as string,
      articles: came.length,
      as: own["came"] === 0n ? "copies" : arrived > after && arrived <= upTo ? "new" : "version",
      copies: came.filter((each) => each !== own).map(({ id }) => id as string),
      outlet: own["outlet"] as string | null,
      outlets: [...new Set(outlets)],
      publishedAt: own["published_at"] === null ? null : new Date(Number(own["published_at"])),
      at: new Date(Number(own["arrived_at"])),
      story: own["story"] === null ? null : Number(own["story"]),
      statements: family.reduce((sum, { key }) => sum + (said.get(key as bigint) ?? 0), 0),
    };
  });
}

export function findCameInWith(
  db: Database,
  workspace: number,
  query: NewsQuery,
  words: { topic: string } | { headline: string },
): Set<string> {
  const terms = matchTopic("topic" in words ? words.topic : words.headline);
  if (terms === null) return new Set();
  const rows = db.all(
    `WITH ${familiesOf(query)} SELECT DISTINCT a.id FROM article_text AS t LEFT JOIN copy ON copy.article = t.rowid
       JOIN article a ON a.key = coalesce(copy.of, t.rowid)
     WHERE article_text MATCH :match AND ${within("family")}`,
    {
      ...(!query.stories && { workspace }),
      match: "topic" in words ? terms : `{title} : (${terms})`,
      ...boundBy(workspace, query),
    },
  );
  return new Set(rows.map(({ id }) => id as string));
}

export function countNew(
  db: Database,
  workspace: number,
  query: NewsQuery,
  fitting: { about?: readonly string[]; said?: readonly string[]; by?: readonly string[] },
): Map<string, number> {
  const words = (column: string, asked: readonly string[] = []) =>
    asked.map(matchTopic).flatMap((terms) => (terms === null ? [] : [`({${column}} : (${terms}))`]));
  const by = (fitting.by ?? []).flatMap((name) => {
    const match = matchName(name);
    return match === null ? [] : [matchSpeaker(match, beyond(db, workspace, name, match))];
  });
  const match = [...words("said around", fitting.about), ...words("said", fitting.said), ...by].join(" OR ");
  if (match === "") return new Map();
  const rows = db.all(
    `WITH ${freshOf(query)} SELECT a.id, sum(n) AS n FROM (
       SELECT s.article, count(*) AS n FROM statement_text AS t JOIN statement s ON s.key = t.rowid
       WHERE statement_text MATCH :match AND ${within("fresh")} GROUP BY 1
     ) LEFT JOIN copy USING (article) JOIN article a ON a.key = coalesce(copy.of, article) GROUP BY 1`,
    { match, ...boundBy(workspace, query) },
  );
  return new Map(rows.map(({ id, n }) => [id as string, Number(n)]));
}

export function findStoriesOf(db: Database, workspace: number, articles: readonly string[]): Set<number> {
  const rows = db.all(
    `SELECT story FROM article WHERE workspace = :workspace AND story IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))
     UNION SELECT a.story FROM version v CROSS JOIN article a ON a.key = v.article
       WHERE +a.workspace = :workspace AND a.story IS NOT NULL AND v.id IN (SELECT value FROM json_each(:ids))`,
    { workspace, ids: JSON.stringify(articles) },
  );
  return new Set(rows.map(({ story }) => Number(story)));
}

export function findCentral(db: Database, workspace: number, story: number): string | null {
  if (!db.get("SELECT 1 FROM story WHERE workspace = ? AND key = ?", workspace, story)) return null;
  const told = tellings(db, story);
  const { article } = told[central(told.map(({ telling }) => telling))]!;
  return db.get("SELECT id FROM article WHERE key = ?", article)!["id"] as string;
}

export function readEntries(db: Database, workspace: number, articles: readonly string[]): ArticleEntry[] {
  return articles.flatMap((id) => {
    const row =
      db.get("SELECT key FROM article WHERE workspace = ? AND id = ?", workspace, id) ??
      findRetired(db, workspace, { id, url: null });
    return row ? [readEntry(db, workspace, row["key"] as bigint)] : [];
  });
}
