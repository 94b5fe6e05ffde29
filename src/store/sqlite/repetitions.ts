import type { Article, Hit, Statement } from "../../model.ts";
import { foldNames, readTerms } from "../terms.ts";
import type { Writing } from "./articles.ts";
import type { Database } from "./open.ts";
import { ARTICLE_COLUMNS, type Row, readArticle, readStatement, STATEMENT_COLUMNS, STATEMENT_TABLES } from "./rows.ts";
import { addStatements, isSure, said, sentencesAround } from "./statements.ts";

/** Fewer words are the same only in the same sentence: "No," she said. */
const FEWEST_WORDS = 5;

/** A statement of another article, and the one that is shown for it. */
interface Known {
  readonly shown: bigint;
  /** The arrival since which the shown one is known. */
  readonly arrived: number;
  readonly article: Article;
  readonly statement: Statement;
}

/** Those of an article's statements that articles near it carry already, with the key of the one that is shown. */
export function findRepeated(
  db: Database,
  article: Article,
  statements: readonly Statement[],
  near: readonly bigint[],
): Map<Statement, bigint> {
  if (near.length === 0) return new Map();
  const known = Map.groupBy(
    near.flatMap((key) => statementsOf(db, key)),
    ({ article, statement }) => printedWords(said(article, statement)),
  );
  const repeated = new Map<Statement, bigint>();
  for (const statement of statements) {
    const others = known.get(printedWords(said(article, statement))) ?? [];
    const same = others.find((other) => isSame({ article, statement }, other));
    if (same) repeated.set(statement, same.shown);
  }
  return repeated;
}

/** All statements of an article, those that are shown for it in others among them. */
export function statementsOf(db: Database, key: bigint): Known[] {
  const row = db.get(`SELECT ${ARTICLE_COLUMNS} FROM article a WHERE key = ?`, key);
  if (!row) return [];
  const article = readArticle(row);
  const own = db
    .all(`SELECT s.key, s.arrived, ${STATEMENT_COLUMNS} FROM ${STATEMENT_TABLES} WHERE s.article = ? ORDER BY s.key DESC`, key)
    .map((row) => ({ ...readShown(row), article, statement: readStatement(row) }));
  const repeated = db
    .all(
      `SELECT s.key, s.arrived, r.said FROM repetition r JOIN statement s ON s.key = r.statement WHERE r.article = ? ORDER BY r.rowid`,
      key,
    )
    .map((row) => ({ ...readShown(row), article, statement: JSON.parse(row["said"] as string) as Statement }));
  return [...own, ...repeated];
}

const readShown = ({ key, arrived }: Row) => ({ shown: key as bigint, arrived: Number(arrived) });

/** The statements as other articles print them, by the ids of those that are shown. */
export function findElsewhere(db: Database, workspace: number, statements: readonly Statement[]): Map<string, Hit[]> {
  const found = statements.map(({ id, articleId }) => {
    const rows = db.all(
      `SELECT r.said, ${ARTICLE_COLUMNS} FROM article shown JOIN statement s ON s.article = shown.key
         JOIN repetition r ON r.statement = s.key JOIN article a ON a.key = r.article
       WHERE shown.workspace = ? AND shown.id = ? AND s.id = ? ORDER BY r.rowid`,
      ...[workspace, articleId, id],
    );
    const hits = rows.map((row) => ({ statement: JSON.parse(row["said"] as string) as Statement, article: readArticle(row) }));
    return [id, hits] as const;
  });
  return new Map(found.filter(([, hits]) => hits.length > 0));
}

export function addRepetition(db: Database, shown: bigint, article: bigint, statement: Statement): void {
  db.run("INSERT INTO repetition (statement, article, said) VALUES (?, ?, ?)", shown, article, JSON.stringify(statement));
}

/** A statement that was shown in an article which goes. */
interface Orphan {
  readonly shown: bigint;
  readonly arrived: number;
  readonly article: bigint;
  readonly statement: Statement;
}

/** Takes the statements of other articles off those of one that goes, so that `rehome` can show them elsewhere. */
export function takeOrphans(db: Database, key: bigint): Orphan[] {
  const rows = db.all(
    `DELETE FROM repetition WHERE statement IN (SELECT key FROM statement WHERE article = ?)
     RETURNING rowid, statement AS key, (SELECT arrived FROM statement WHERE key = repetition.statement) AS arrived, article, said`,
    key,
  );
  return rows
    .toSorted((a, b) => Number(a["rowid"]) - Number(b["rowid"]))
    .map((row) => ({
      ...readShown(row),
      article: row["article"] as bigint,
      statement: JSON.parse(row["said"] as string) as Statement,
    }));
}

/** Shows each by the same statement of the articles in `near`, or as the first article says it that has it left. */
export function rehome({ db, workspace, touched }: Writing, orphans: readonly Orphan[], near: readonly bigint[]): void {
  const shownNow = new Map<bigint, bigint>();
  for (const { shown, arrived, article: articleKey, statement } of orphans) {
    const row = db.get(`SELECT ${ARTICLE_COLUMNS} FROM article a WHERE key = ?`, articleKey);
    if (!row) continue;
    const article = readArticle(row);
    const instead = shownNow.get(shown) ?? findRepeated(db, article, [statement], near).get(statement);
    if (instead !== undefined) addRepetition(db, instead, articleKey, statement);
    else {
      const place = { workspace, article, articleKey, touched, arrivedOf: () => arrived };
      shownNow.set(shown, addStatements(db, place, [statement]).get(statement)!);
    }
  }
}

type Said = Pick<Known, "article" | "statement">;

/**
 * Whether the second can be shown for the first, which has the same words, without telling of either what it does not print: it is no less
 * sure, tells of the same saying in the same way, and names the same speaker. Where the first names nobody, or says next to nothing, it must
 * be the same sentence.
 */
function isSame(one: Said, other: Said): boolean {
  if (isSure(one.statement) && !isSure(other.statement)) return false;
  if (one.statement.kind !== other.statement.kind || cueOf(one) !== cueOf(other)) return false;
  const [name, others] = [nameOf(one), nameOf(other)];
  if (name.size > 0 && others.size === 0) return false;
  if (!name.isSubsetOf(others) && !others.isSubsetOf(name)) return false;
  const isNamedAlike = name.size > 0 || others.size === 0;
  if (isNamedAlike && readTerms(said(one.article, one.statement)).length >= FEWEST_WORDS) return true;
  const around = ({ article, statement }: Said) => printedWords(sentencesAround(article, statement));
  return around(one) === around(other);
}

/** Words as printed, whatever the white space, the form of quotation marks and apostrophes, and the marks that a sentence's end brings. */
const printedWords = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:.]+|[\s,;:.]+$/gu, "");

/** The words that tell of the saying: of one who "denied" something nobody may read that he "said" it. */
const cueOf = ({ article, statement: { cue } }: Said): string =>
  cue === null ? "" : printedWords(article.text.slice(cue.start, cue.end));

const nameOf = ({ statement: { speaker } }: Said): Set<string> =>
  new Set(
    foldNames(speaker?.name ?? "")
      .split(" ")
      .filter(Boolean),
  );
