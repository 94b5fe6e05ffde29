import type { ArticleEntry, ArticleQuery, Hit, LibrarySize, Page, StatementQuery } from "../../model.ts";
import type { Tally } from "../store.ts";
import { foldNames } from "../terms.ts";
import { readEntry } from "./find-stories.ts";
import { shelfKeys, speakerKeys, speakerToken } from "./keys.ts";
import { matchName, matchSpeaker, matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, type Row, readArticle, readStatement, STATEMENT_COLUMNS, STATEMENT_TABLES } from "./rows.ts";
import { nameOf } from "./speakers.ts";

/** How many of the newest matches are ranked: a topic that more statements speak of is answered from the newest ones. */
const RANKED = 1_000;

/** How much a word weighs in what was said and in the rest of its sentence (bm25, Robertson and Zaragoza 2009). */
const WEIGHTS = "4, 1, 0, 0";

/** Scores of at least five sixths of the best are a tie, which the newest wins; so on by thirds. bm25 is negative: the lower, the better. */
const BEST_FIRST = "round(3 * score / (SELECT min(score) FROM ranked)) DESC, key DESC";

export function findStatements(db: Database, name: string, query: StatementQuery): Page<Hit> {
  const workspace = findWorkspace(db, name);
  const topic = query.topic === undefined ? undefined : matchTopic(query.topic);
  const by = query.by === undefined ? undefined : matchName(query.by);
  if (workspace === null || topic === null || by === null) return { items: [], total: 0 };

  const match = [topic && `{said around} : (${topic})`, by && matchSpeaker(by, beyond(db, workspace, query.by!, by))]
    .filter(Boolean)
    .join(" AND ");
  const from = match ? "statement_text AS t" : "statement AS t";
  const key = match ? "t.rowid" : "t.key";
  const where = `${from} ${query.kind ? `JOIN statement AS k ON k.key = ${key} AND k.kind = :kind` : ""}
    WHERE ${match ? "statement_text MATCH :match AND" : ""} ${key} >= :from AND ${key} < :to`;
  const bound = {
    ...shelfKeys({ workspace, unsure: query.unsure }, query.since),
    ...(match && { match }),
    ...(query.kind && { kind: query.kind }),
  };
  const total = Number(db.get(`SELECT count(*) AS total FROM ${where}`, bound)!["total"]);
  if (total <= query.offset) return { items: [], total };

  const page = topic
    ? `WITH ranked AS MATERIALIZED (
         SELECT ${key} AS key, bm25(statement_text, ${WEIGHTS}) AS score FROM ${where} ORDER BY ${key} DESC LIMIT ${RANKED}
       )
       SELECT key FROM ranked ORDER BY ${BEST_FIRST} LIMIT :limit OFFSET :offset`
    : `SELECT ${key} AS key FROM ${where} ORDER BY ${key} DESC LIMIT :limit OFFSET :offset`;
  const keys = db.all(page, { ...bound, limit: query.limit, offset: query.offset });
  const items = keys.map(({ key }) => {
    const row = db.get(
      `SELECT ${STATEMENT_COLUMNS}, ${ARTICLE_COLUMNS} FROM ${STATEMENT_TABLES} WHERE s.key = ?`,
      key as bigint,
    )!;
    const knownAs = row["person"] === null ? null : nameOf(db, row["person"] as bigint);
    const also = repeatedBy(db, key as bigint);
    return { statement: readStatement(row), article: readArticle(row), knownAs, ...(also.length > 0 && { also }) };
  });
  return { items, total };
}

/**
 * What identity changes about the names that match: those that are one speaker with them come in; and when a name of the library was
 * given in full, those that were split from its speaker by hand go out.
 */
function beyond(db: Database, workspace: number, name: string, match: string): { and: string[]; not: string[] } {
  const bound = { ...speakerKeys(workspace), match };
  const matching = "SELECT rowid FROM speaker_text WHERE speaker_text MATCH :match AND rowid >= :from AND rowid < :to";
  const tokens = (sql: string, values: typeof bound & { name?: string }) =>
    db.all(`WITH matching (key) AS MATERIALIZED (${matching}) ${sql}`, values).map(({ key }) => speakerToken(key as bigint));
  return {
    and: tokens(
      `SELECT key FROM speaker WHERE person IN (SELECT person FROM speaker JOIN matching USING (key) WHERE person IS NOT NULL)
       EXCEPT SELECT key FROM matching`,
      bound,
    ),
    not: tokens(
      `, given (person) AS (SELECT person FROM speaker JOIN matching USING (key) WHERE lower(name) = lower(:name)),
       own (key) AS (SELECT key FROM speaker WHERE person IN (SELECT person FROM given)),
       apart (key) AS (
         SELECT other FROM speaker_decision WHERE one = 0 AND speaker IN (SELECT key FROM own)
         UNION SELECT speaker FROM speaker_decision WHERE one = 0 AND other IN (SELECT key FROM own)
       )
       SELECT key FROM speaker WHERE person IN (SELECT person FROM speaker JOIN apart USING (key))
       INTERSECT SELECT key FROM matching`,
      { ...bound, name: name.replace(/\s+/g, " ").trim() },
    ),
  };
}

/** The outlets beside its own that carry a statement. */
function repeatedBy(db: Database, statement: bigint): string[] {
  const rows = db.all(
    `SELECT r.outlet FROM repetition JOIN article r ON r.key = repetition.article
       JOIN statement s ON s.key = repetition.statement JOIN article a ON a.key = s.article
     WHERE repetition.statement = ? AND r.outlet IS NOT NULL AND r.outlet IS NOT a.outlet ORDER BY repetition.rowid`,
    statement,
  );
  return [...new Set(rows.map(({ outlet }) => outlet as string))];
}

/** Articles that stand in some outlets, themselves or as a copy. */
const IN_OUTLETS = `SELECT coalesce(copy.of, a.key) FROM article a LEFT JOIN copy ON copy.article = a.key
  WHERE a.key >= :from AND a.key < :to AND a.outlet IN (SELECT value FROM json_each(:outlets))`;

/** Articles that hold some words, themselves or in a copy. */
const FITTING = `(SELECT DISTINCT coalesce(copy.of, t.rowid) AS key FROM article_text AS t LEFT JOIN copy ON copy.article = t.rowid
  WHERE article_text MATCH :match AND t.rowid >= :from AND t.rowid < :to)`;

export function findArticles(db: Database, name: string, query: ArticleQuery): Page<ArticleEntry> {
  const workspace = findWorkspace(db, name);
  const topic = query.topic === undefined ? undefined : matchTopic(query.topic);
  const headline = query.headline === undefined ? undefined : matchTopic(query.headline);
  if (workspace === null || topic === null || headline === null) return { items: [], total: 0 };

  const match = [topic && `(${topic})`, headline && `{title} : (${headline})`].filter(Boolean).join(" AND ");
  const outlets = query.outlet === undefined ? undefined : JSON.stringify(outletsLike(db, workspace, query.outlet));
  const where = `${match ? FITTING : "article"} WHERE ${match ? "" : "key NOT IN (SELECT article FROM copy) AND"}
    key >= :from AND key < :to ${outlets ? `AND key IN (${IN_OUTLETS})` : ""}`;
  const bound = { ...shelfKeys({ workspace }, query.since), ...(match && { match }), ...(outlets && { outlets }) };
  const total = Number(db.get(`SELECT count(*) AS total FROM ${where}`, bound)!["total"]);
  const rows = db.all(`SELECT key FROM ${where} ORDER BY key DESC LIMIT :limit OFFSET :offset`, {
    ...bound,
    limit: query.limit,
    offset: query.offset,
  });
  return { items: rows.map(({ key }) => readEntry(db, workspace, key as bigint)), total };
}

/** The outlets whose name has every word of this one, in full or as a beginning. */
function outletsLike(db: Database, workspace: number, outlet: string): string[] {
  const asked = foldNames(outlet).split(" ").filter(Boolean);
  if (asked.length === 0) return [];
  const rows = db.all("SELECT DISTINCT outlet FROM article WHERE workspace = ? AND outlet IS NOT NULL", workspace);
  return rows
    .map((row) => row["outlet"] as string)
    .filter((name) => {
      const words = foldNames(name).split(" ");
      return asked.every((word) => words.some((each) => each.startsWith(word)));
    });
}

export function listOutlets(db: Database, workspace: number, limit: number): string[] {
  const sql =
    "SELECT outlet FROM article WHERE workspace = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT ?";
  return db.all(sql, workspace, limit).map(({ outlet }) => outlet as string);
}

/** Words that share their first or last four letters are looked at as misspellings of one another; each arm has an index. */
const ALIKE = `SELECT name, statements FROM topic INDEXED BY topic_beginning WHERE workspace = ? AND substr(folded, 1, 4) = ?
  UNION SELECT name, statements FROM topic INDEXED BY topic_end WHERE workspace = ? AND substr(folded, -4) = ?`;

export function tallyTopics(db: Database, workspace: number, query: { like?: readonly string[]; limit: number }): Tally[] {
  const { like, limit } = query;
  if (like?.length === 0) return [];
  const from = like === undefined ? "topic WHERE workspace = ? AND" : `(${like.map(() => ALIKE).join(" UNION ")}) WHERE`;
  const values =
    like === undefined ? [workspace] : like.flatMap((word) => [workspace, word.slice(0, 4), workspace, word.slice(-4)]);
  const sql = `SELECT name, statements FROM ${from} statements > 0 ORDER BY statements DESC, name LIMIT ?`;
  const rows: Row[] = db.all(sql, ...[...values, limit]);
  return rows.map((row) => ({ name: row["name"] as string, statements: Number(row["statements"]) }));
}

export function holdsArticles(db: Database, workspace: number): boolean {
  const { from, to } = shelfKeys({ workspace });
  return db.get("SELECT 1 FROM article WHERE key >= ? AND key < ? LIMIT 1", from, to) !== undefined;
}

export function measure(db: Database, name: string): LibrarySize {
  const workspace = findWorkspace(db, name);
  if (workspace === null) return { articles: 0, statements: 0, outlets: 0 };
  const { from, to } = shelfKeys({ workspace });
  const count = (sql: string) => Number(db.get(`SELECT count(${sql} WHERE key >= ? AND key < ?`, from, to)!["n"]);
  return {
    articles: count("*) AS n FROM article") - count("*) AS n FROM (SELECT article AS key FROM copy)"),
    statements: count("*) AS n FROM statement"),
    outlets: count("DISTINCT outlet) AS n FROM article"),
  };
}

/** The number of a workspace; null where nothing was ever stored. */
export function findWorkspace(db: Database, name: string): number | null {
  const row = db.get("SELECT key FROM workspace WHERE name = ?", name);
  return row ? Number(row["key"]) : null;
}
