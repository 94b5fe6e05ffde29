import type { Hit, Page, StatementQuery } from "../../model.ts";
import { type KeyRange, shelfKeys, speakerKeys, speakerToken } from "./keys.ts";
import { matchName, matchSpeaker, matchTopic } from "./match.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, readArticle, readStatement, STATEMENT_COLUMNS, STATEMENT_TABLES } from "./rows.ts";
import { nameOf } from "./speakers.ts";
import { findWorkspace } from "./workspaces.ts";

/** How many of the newest matches are ranked: a topic that more statements speak of is answered from the newest ones. Of what came in all are given. */
const RANKED = 1_000;

/** How much a word weighs in what was said and in the rest of its sentence (bm25, Robertson and Zaragoza 2009). */
const WEIGHTS = "4, 1, 0, 0";

/** Scores of at least five sixths of the best are a tie, which the newest wins; so on by thirds. bm25 is negative: the lower, the better. */
const BEST_FIRST = "round(3 * score / (SELECT min(score) FROM ranked)) DESC, key DESC";

/** Those of one article, of a window of arrivals where that is asked for. */
const ofArticle = ({ arrived }: StatementQuery) => `SELECT s.key FROM statement s JOIN article a ON a.key = s.article
  WHERE a.workspace = :workspace AND a.id = :article ${arrived ? "AND s.arrived > :after AND s.arrived <= :upTo" : ""}`;

/** Statements that came in in a window of arrivals; where it stands behind a `+`, a search by words is made once, and not for each of them. */
const ARRIVED = "SELECT key FROM statement WHERE arrived > :after AND arrived <= :upTo";

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
    WHERE ${match ? "statement_text MATCH :match AND" : ""} ${key} >= :from AND ${key} < :to
    ${query.article === undefined ? (query.arrived ? `AND +${key} IN (${ARRIVED})` : "") : `AND ${key} IN (${ofArticle(query)})`}`;
  const bound = {
    ...keysOf(db, workspace, query),
    ...(match && { match }),
    ...(query.kind && { kind: query.kind }),
    ...(query.arrived && { after: query.arrived.after, upTo: query.arrived.upTo }),
    ...(query.article !== undefined && { workspace, article: query.article }),
  };
  const total = Number(db.get(`SELECT count(*) AS total FROM ${where}`, bound)!["total"]);
  if (total <= query.offset) return { items: [], total };

  const page =
    topic && !query.arrived
      ? `WITH ranked AS MATERIALIZED (
         SELECT ${key} AS key, bm25(statement_text, ${WEIGHTS}) AS score FROM ${where} ORDER BY ${key} DESC LIMIT ${RANKED}
       )
       SELECT key FROM ranked ORDER BY ${BEST_FIRST} LIMIT :limit OFFSET :offset`
      : `SELECT ${key} AS key FROM ${where} ORDER BY ${key} DESC LIMIT :limit OFFSET :offset`;
  const keys = db.all(page, { ...bound, limit: query.limit, offset: query.offset });
  const items = keys.map(({ key }) => {
    const row = db.get(
      `SELECT s.arrived, a.arrived_at, ${STATEMENT_COLUMNS}, ${ARTICLE_COLUMNS} FROM ${STATEMENT_TABLES} WHERE s.key = ?`,
      key as bigint,
    )!;
    const knownAs = row["person"] === null ? null : nameOf(db, row["person"] as bigint);
    const also = repeatedBy(db, key as bigint);
    return {
      statement: readStatement(row),
      article: readArticle(row),
      knownAs,
      ...(query.arrived && { arrived: { number: Number(row["arrived"]), at: new Date(Number(row["arrived_at"])) } }),
      ...(also.length > 0 && { also }),
    };
  });
  return { items, total };
}

/** Between which keys a search looks: what came in in a window of arrivals is as close to each other as its dates. */
function keysOf(db: Database, workspace: number, { unsure, since, article, arrived }: StatementQuery): KeyRange {
  const shelf = shelfKeys({ workspace, unsure }, since);
  if (!arrived || article !== undefined) return shelf;
  const { first, last } = db.get(
    `SELECT min(key) AS first, max(key) AS last FROM (${ARRIVED}) WHERE key >= :from AND key < :to`,
    { ...shelf, after: arrived.after, upTo: arrived.upTo },
  )!;
  return first === null ? { from: shelf.from, to: shelf.from } : { from: first as bigint, to: (last as bigint) + 1n };
}

/**
 * What identity changes about the names that match: those that are one speaker with them come in; and when a name of the library was
 * given in full, those that were split from its speaker by hand go out.
 */
export function beyond(db: Database, workspace: number, name: string, match: string): { and: string[]; not: string[] } {
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
