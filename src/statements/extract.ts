import type { Span, Statement, StatementKind } from "../model.ts";
import { findAttributions } from "./attribution.ts";
import { readCast } from "./cast.ts";
import { readDocument } from "./document.ts";
import { joinQuotations, type Report } from "./joining.ts";
import { type Fragment, fragmentsIn, readFragments, readQuotations } from "./quotations.ts";

/** Who said what in an article, in the order of the text, with the sentences of the text; never throws, in time linear in it. */
export function extractStatements(articleId: string, text: string): { sentences: Span[]; statements: Statement[] } {
  const document = readDocument(text);
  const quotations = readQuotations(text);
  const fragments = readFragments(quotations);
  const reports = joinQuotations(document, quotations, findAttributions(document, quotations));
  const cast = readCast(document, (offset) => fragmentsIn(fragments, { start: offset, end: offset + 1 }).length > 0);
  const statements = new Map<string, Statement>();
  for (const report of reports) {
    const { kind, content } = shapeOf(text, fragments, report);
    if (content.length === 0) continue;
    const id = `${articleId}:${content[0]!.start}`;
    const known = statements.get(id);
    if (known && known.confidence >= report.confidence) continue;
    const { source, cue, confidence } = report;
    const speaker = source && cast.speakerOf(source);
    const mentions = source && speaker ? cast.why(source) : [];
    statements.set(id, { id, articleId, kind, content, cue, source, speaker, mentions, confidence });
  }
  const inOrder = [...statements.values()].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  return { sentences: [...document.sentences], statements: inOrder };
}

/** Tells the kind from the marks, and takes them off where all stands in them. */
function shapeOf(text: string, fragments: readonly Fragment[], { content }: Report): { kind: StatementKind; content: Span[] } {
  const inner: Span[] = [];
  let bare = false;
  for (const span of content) {
    let at = span.start;
    for (const fragment of fragmentsIn(fragments, span)) {
      bare ||= hasWord(text.slice(at, Math.max(at, fragment.outer.start)));
      at = fragment.outer.end;
      inner.push(fragment.inner);
    }
    bare ||= hasWord(text.slice(Math.min(at, span.end), span.end));
  }
  if (inner.length > 0 && !bare) return { kind: "direct", content: separate(inner) };
  return { kind: inner.length > 0 ? "mixed" : "indirect", content: separate(content) };
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** In order, none empty, none overlapping another. */
function separate(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.end > span.start && span.start >= (out.at(-1)?.end ?? 0)) out.push(span);
  return out;
}
