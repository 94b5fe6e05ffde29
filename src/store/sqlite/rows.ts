import type { SQLOutputValue } from "node:sqlite";
import type { Article, Span, Statement, StatementKind } from "../../model.ts";

/** One result row, by column name. */
export type Row = Record<string, SQLOutputValue>;

/** What `readArticle` needs of `article a`. */
export const ARTICLE_COLUMNS =
  "a.id AS article_id, a.title, a.outlet, a.author, a.published_at, a.modified_at, a.url, a.language, a.file, a.text, a.sentences";

/** What `readStatement` needs, and where it stands. */
export const STATEMENT_COLUMNS =
  "s.id, a.id AS article_id, s.kind, s.content, s.cue, s.source, s.mentions, p.name AS speaker, p.person, s.role, s.confidence";
export const STATEMENT_TABLES = "statement s JOIN article a ON a.key = s.article LEFT JOIN speaker p ON p.key = s.speaker";

export function readArticle(row: Row): Article {
  return {
    id: row["article_id"] as string,
    title: row["title"] as string | null,
    outlet: row["outlet"] as string | null,
    author: row["author"] as string | null,
    publishedAt: readInstant(row["published_at"] as bigint | null),
    modifiedAt: readInstant(row["modified_at"] as bigint | null),
    url: row["url"] as string | null,
    language: row["language"] as string | null,
    file: row["file"] as string | null,
    text: row["text"] as string,
    sentences: readSpans(row["sentences"] as string),
  };
}

const readInstant = (milliseconds: bigint | null): Date | null => (milliseconds === null ? null : new Date(Number(milliseconds)));

export function readStatement(row: Row): Statement {
  const speaker = row["speaker"] as string | null;
  return {
    id: row["id"] as string,
    articleId: row["article_id"] as string,
    kind: row["kind"] as StatementKind,
    content: readSpans(row["content"] as string),
    cue: readSpan(row["cue"] as string | null),
    source: readSpan(row["source"] as string | null),
    speaker: speaker === null ? null : { name: speaker, role: row["role"] as string | null },
    mentions: JSON.parse(row["mentions"] as string) as string[],
    confidence: row["confidence"] as number,
  };
}

/** Spans as a flat JSON list: half the size of objects. */
export const writeSpans = (spans: readonly Span[]): string => JSON.stringify(spans.flatMap(({ start, end }) => [start, end]));
export const writeSpan = (span: Span | null): string | null => (span === null ? null : writeSpans([span]));

function readSpans(json: string): Span[] {
  const flat = JSON.parse(json) as number[];
  return Array.from({ length: flat.length / 2 }, (_, k) => ({ start: flat[2 * k]!, end: flat[2 * k + 1]! }));
}
const readSpan = (json: string | null): Span | null => (json === null ? null : readSpans(json)[0]!);
