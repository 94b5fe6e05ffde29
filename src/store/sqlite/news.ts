import type { ArticleEntry } from "../../model.ts";
import type { Arrivals, CameIn } from "../news-store.ts";
import { central } from "../stories/settle.ts";
import { readEntry } from "./find-articles.ts";
import { ARRIVED, beyond } from "./find-statements.ts";
import { shelfKeys } from "./keys.ts";
import { matchName, matchSpeaker, matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { tellings } from "./stories.ts";

/** Articles that came in, themselves or in a later version. */
const CAME = `SELECT key FROM article WHERE workspace = :workspace AND arrived > :after AND arrived <= :upTo
    UNION SELECT key FROM article WHERE workspace = :workspace AND changed > :after AND changed <= :upTo
    UNION SELECT article FROM statement WHERE arrived > :after AND arrived <= :upTo AND key >= :from AND key < :to`;

/** The same of a few stories, which are looked up by story. */
const CAME_OF_STORIES = `SELECT key FROM article WHERE workspace = :workspace AND story IN (SELECT value FROM json_each(:stories))
    AND (+arrived > :after AND +arrived <= :upTo OR +changed > :after AND +changed <= :upTo OR EXISTS (
      SELECT 1 FROM statement s WHERE s.article = article.key AND +s.arrived > :after AND +s.arrived <= :upTo AND +s.key >= :from AND +s.key < :to))`;

/** What came in, and the article that answers show it by. */
const shownFor = (came: string) => `came (key) AS MATERIALIZED (${came}),
  shown (key, came) AS MATERIALIZED (SELECT coalesce(copy.of, came.key), came.key FROM came LEFT JOIN copy ON copy.article = came.key)`;

/** How many statements that are not unsure came in, by their article. */
const SAID = `SELECT article, count(*) AS n FROM statement WHERE key IN (${ARRIVED}) AND key >= :from AND key < :to GROUP BY 1`;
const SAID_OF_CAME = `SELECT s.article, count(*) AS n FROM came CROSS JOIN statement s ON s.article = came.key
  WHERE +s.arrived > :after AND +s.arrived <= :upTo AND +s.key >= :from AND +s.key < :to GROUP BY 1`;

/** See `NewsStore`, as for all that follow. */
export function findCameIn(db: Database, workspace: number, arrivals: Arrivals, stories?: readonly number[]): CameIn[] {
  const { after, upTo } = arrivals;
  const range = shelfKeys({ workspace });
  const bound = { workspace, after, upTo, ...range, ...(stories && { stories: JSON.stringify(stories) }) };
  const SHOWN = shownFor(stories ? CAME_OF_STORIES : CAME);
  const came = db.all(
    `WITH ${SHOWN} SELECT shown.key, a.id, shown.came = shown.key AS own, a.arrived FROM shown JOIN article a ON a.key = shown.came`,
    bound,
  );
  const members = Map.groupBy(came, ({ key }) => key as bigint);
  const counts = stories ? db.all(`WITH ${SHOWN} ${SAID_OF_CAME}`, bound) : db.all(SAID, { after, upTo, ...range });
  const said = new Map(counts.map(({ article, n }) => [article as bigint, Number(n)]));
  const copies = db.all(
    `WITH ${SHOWN} SELECT copy.of, copy.article, c.outlet FROM (SELECT DISTINCT key FROM shown) AS s JOIN copy ON copy.of = s.key
       JOIN article c ON c.key = copy.article ORDER BY c.arrived, c.key`,
    bound,
  );
  const copiesOf = Map.groupBy(copies, ({ of }) => of as bigint);
  const rows = db.all(
    `WITH ${SHOWN} SELECT a.key, a.id, a.outlet, a.published_at, a.story, a.arrived_at FROM (SELECT DISTINCT key FROM shown)
       JOIN article a USING (key) ORDER BY a.key DESC`,
    bound,
  );
  return rows.map((row) => {
    const key = row["key"] as bigint;
    const group = members.get(key)!;
    const own = group.find((each) => each["own"] === 1n);
    const others = copiesOf.get(key) ?? [];
    const arrived = Number(own?.["arrived"]);
    const outlet = row["outlet"] as string | null;
    const outlets = [outlet, ...others.map((each) => each["outlet"] as string | null)].filter((each) => each !== null);
    return {
      article: row["id"] as string,
      articles: group.length,
      as: !own ? "copies" : arrived > after && arrived <= upTo ? "new" : "version",
      copies: group.filter((each) => each !== own).map(({ id }) => id as string),
      outlet,
      outlets: [...new Set(outlets)],
      publishedAt: row["published_at"] === null ? null : new Date(Number(row["published_at"])),
      at: new Date(Number(row["arrived_at"])),
      story: row["story"] === null ? null : Number(row["story"]),
      statements: [key, ...others.map((each) => each["article"] as bigint)].reduce((sum, each) => sum + (said.get(each) ?? 0), 0),
    };
  });
}

export function findCameInWith(
  db: Database,
  workspace: number,
  { after, upTo }: Arrivals,
  words: { topic: string } | { headline: string },
): Set<string> {
  const terms = matchTopic("topic" in words ? words.topic : words.headline);
  if (terms === null) return new Set();
  const rows = db.all(
    `WITH ${shownFor(CAME)} SELECT DISTINCT a.id FROM article_text AS t LEFT JOIN copy ON copy.article = t.rowid
       JOIN article a ON a.key = coalesce(copy.of, t.rowid)
     WHERE article_text MATCH :match AND t.rowid >= :from AND t.rowid < :to AND +a.key IN (SELECT key FROM shown)`,
    { workspace, after, upTo, match: "topic" in words ? terms : `{title} : (${terms})`, ...shelfKeys({ workspace }) },
  );
  return new Set(rows.map(({ id }) => id as string));
}

export function countNew(
  db: Database,
  workspace: number,
  { after, upTo }: Arrivals,
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
    `SELECT a.id, sum(n) AS n FROM (
       SELECT s.article, count(*) AS n FROM statement_text AS t JOIN statement s ON s.key = t.rowid
       WHERE statement_text MATCH :match AND t.rowid >= :from AND t.rowid < :to AND +t.rowid IN (${ARRIVED}) GROUP BY 1
     ) LEFT JOIN copy USING (article) JOIN article a ON a.key = coalesce(copy.of, article) GROUP BY 1`,
    { after, upTo, match, ...shelfKeys({ workspace }) },
  );
  return new Map(rows.map(({ id, n }) => [id as string, Number(n)]));
}

export function findStoriesOf(db: Database, workspace: number, articles: readonly string[]): Set<number> {
  const rows = db.all(
    `SELECT story FROM article WHERE workspace = :workspace AND story IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))
     UNION SELECT a.story FROM version v JOIN article a ON a.key = v.article
       WHERE a.workspace = :workspace AND a.story IS NOT NULL AND v.id IN (SELECT value FROM json_each(:ids))`,
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
    const row = db.get("SELECT key FROM article WHERE workspace = ? AND id = ?", workspace, id);
    return row ? [readEntry(db, workspace, row["key"] as bigint)] : [];
  });
}
