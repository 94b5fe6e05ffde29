import type { Article, Statement } from "../../model.ts";
import { MINIMUM_CONFIDENCE } from "../store.ts";
import { foldNames, foldText, readTerms } from "../terms.ts";
import { countTopics } from "../topics.ts";
import { minuteKeys, nextKeys, type Shelf, speakerToken } from "./keys.ts";
import type { Database } from "./open.ts";
import { writeSpan, writeSpans } from "./rows.ts";
import { addSpeaker } from "./speakers.ts";

/** An article that statements are kept of. */
export interface Place {
  readonly workspace: number;
  readonly article: Article;
  readonly articleKey: bigint;
  /** Collects where identity has to be told again. */
  readonly touched: Set<string>;
  /** The arrival since which a statement is known. */
  readonly arrivedOf: (statement: Statement) => number;
}

export const isSure = ({ confidence }: Statement): boolean => confidence >= MINIMUM_CONFIDENCE;

/** Keeps statements with their search terms and tallies, and gives the key of each. */
export function addStatements(db: Database, place: Place, statements: readonly Statement[]): Map<Statement, bigint> {
  const { sure = [], unsure = [] } = Object.groupBy(statements, (each) => (isSure(each) ? "sure" : "unsure"));
  const keys = [...addToShelf(db, place, sure, false), ...addToShelf(db, place, unsure, true)];
  addTopics(db, place.workspace, countTopics(place.article, sure), 1);
  return new Map(keys);
}

/** The first statement gets the highest number: newest first is then in the order of the text within an article. */
function addToShelf(
  db: Database,
  place: Place,
  statements: readonly Statement[],
  unsure: boolean,
): (readonly [Statement, bigint])[] {
  if (statements.length === 0) return [];
  const shelf = { workspace: place.workspace, unsure };
  const first = nextKeys(db, "statement", minuteKeys(shelf, place.article.publishedAt), statements.length);
  return statements.map((statement, k) => {
    const key = first + BigInt(statements.length - 1 - k);
    addStatement(db, { ...place, ...shelf }, key, statement);
    return [statement, key] as const;
  });
}

function addStatement(db: Database, place: Place & Shelf, key: bigint, statement: Statement): void {
  const { workspace, unsure, article, articleKey, touched } = place;
  const { kind, content, cue, source, mentions, speaker, confidence } = statement;
  const name = speaker && addSpeaker(db, workspace, speaker.name, unsure ? 0 : 1, touched);
  db.run(
    `INSERT INTO statement (key, article, id, kind, content, cue, source, mentions, speaker, role, confidence, arrived)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, articleKey, statement.id, kind, writeSpans(content), writeSpan(cue), writeSpan(source), JSON.stringify(mentions)],
    ...[name, speaker?.role ?? null, confidence, place.arrivedOf(statement)],
  );
  db.run(
    "INSERT INTO statement_text (rowid, said, around, speaker, speaker_key) VALUES (?, ?, ?, ?, ?)",
    ...[key, foldText(said(article, statement)), foldText(sentencesAround(article, statement))],
    ...[foldNames(speaker?.name ?? ""), name === null ? "" : speakerToken(name)],
  );
}

export function addTopics(db: Database, workspace: number, counts: ReadonlyMap<string, number>, sign: 1 | -1): void {
  for (const [name, count] of counts) {
    db.run(
      `INSERT INTO topic (workspace, name, folded, statements) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (workspace, name) DO UPDATE SET statements = statements + ?4`,
      ...[workspace, name, readTerms(name)[0]?.forms[0] ?? "", sign * count],
    );
    if (sign < 0) db.run("DELETE FROM topic WHERE workspace = ? AND name = ? AND statements <= 0", workspace, name);
  }
}

/** The words of a statement, a line a fragment. */
export const said = ({ text }: Article, { content }: Statement) =>
  content.map(({ start, end }) => text.slice(start, end)).join("\n");

/** The whole sentences that a statement's words stand in. */
export function sentencesAround({ text, sentences }: Article, { content }: Statement): string {
  return sentences
    .filter((sentence) => content.some(({ start, end }) => start < sentence.end && end > sentence.start))
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}
