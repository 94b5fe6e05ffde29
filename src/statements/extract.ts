import type { Span, Statement, StatementKind } from "../model.ts";
import { findAttributions } from "./attribution.ts";
import { readCast } from "./cast.ts";
import { readDocument } from "./document.ts";
import { joinQuotations, type Report } from "./joining.ts";
import { type Quotation, quotationsIn, readQuotations } from "./quotations.ts";

/** Who said what in an article, in the order of the text, with the sentences of the text; never throws, in time linear in it. */
export function extractStatements(articleId: string, text: string): { sentences: Span[]; statements: Statement[] } {
  const document = readDocument(text);
  const quotations = readQuotations(text);
  const outermost = quotations.filter(({ depth }) => depth === 0);
  const quoted = insideOf(outermost);
  const reports = joinQuotations(document, quotations, findAttributions(document, quotations));
  const cast = readCast(document, quoted);
  const statements = new Map<string, Statement>();
  for (const report of reports) {
    const { kind, content } = shapeOf(text, outermost, report);
    if (content.length === 0) continue;
    const id = `${articleId}:${content[0]!.start}`;
    const known = statements.get(id);
    if (known && known.confidence >= report.confidence) continue;
    const { source, cue, confidence } = report;
    statements.set(id, { id, articleId, kind, content, cue, source, speaker: source && cast.speakerOf(source), confidence });
  }
  const inOrder = [...statements.values()].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  return { sentences: [...document.sentences], statements: inOrder };
}

/** Whether an offset stands in quotation marks. */
function insideOf(quotations: readonly Quotation[]): (offset: number) => boolean {
  const spans = quotations.flatMap(({ outer }) => outer).sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return spans[low] !== undefined && spans[low]!.start <= offset;
  };
}

/** Tells the kind from the marks, and takes them off where all stands in them. */
function shapeOf(text: string, outermost: readonly Quotation[], { content }: Report): { kind: StatementKind; content: Span[] } {
  const inner: Span[] = [];
  let marked = false;
  let bare = false;
  for (const span of content) {
    let at = span.start;
    for (const quotation of quotationsIn(outermost, span))
      quotation.outer.forEach((outer, fragment) => {
        if (outer.end <= span.start || outer.start >= span.end) return;
        marked = true;
        bare ||= /[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, outer.start)));
        at = outer.end;
        inner.push(quotation.inner[fragment]!);
      });
    bare ||= /[\p{L}\p{N}]/u.test(text.slice(Math.min(at, span.end), span.end));
  }
  if (!marked || bare)
    return { kind: marked ? "mixed" : "indirect", content: separate(content.filter(({ start, end }) => end > start)) };
  return { kind: "direct", content: separate(inner.filter(({ start, end }) => end > start)) };
}

/** In order, none overlapping another. */
function separate(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (out.at(-1)?.end ?? 0)) out.push(span);
  return out;
}
