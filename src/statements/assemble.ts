import type { Span, StatementKind } from "../model.ts";
import { findAttributions } from "./attribution.ts";
import { firstIndex } from "./bisect.ts";
import { type Combined, combine } from "./combine.ts";
import type { Document } from "./document.ts";
import type { Fragment } from "./fragments.ts";
import { joinQuotations } from "./joining.ts";
import type { Quotation } from "./quotations.ts";
import type { Report } from "./report.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { readTranscript } from "./transcript.ts";

/** A statement before its confidence is known. */
export interface Assembled extends Combined {
  readonly kind: StatementKind;
  /** The readers name two sources who are not one speaker. */
  readonly disputed: boolean;
}

/**
 * Every statement of an article, from its rules' reports and those `tagged`, in the order of the text; no two of the same words. `nameOf`
 * tells whom a source names, null where that is not known.
 */
export function assemble(
  document: Document,
  quotations: readonly Quotation[],
  fragments: readonly Fragment[],
  tagged: readonly Report[],
  nameOf: (source: Span) => string | null,
): Assembled[] {
  const { text } = document;
  const transcript = readTranscript(document);
  const told = joinQuotations(document, quotations, findAttributions(document, quotations));
  const rules = [...transcript, ...withoutLines(told, transcript)];
  const shapes = new Map<readonly Span[], Shape>();
  /** The shape of a content, which is asked for again and again. */
  const shape = (content: readonly Span[]): Shape => {
    let known = shapes.get(content);
    if (known) return known;
    known = shapeOf(text, fragments, content);
    shapes.set(content, known);
    return known;
  };
  const isDirect = (content: readonly Span[]): boolean => shape(content).kind === "direct";
  const statements = new Map<string, Assembled>();
  for (const report of combine(text, rules, tagged, isDirect)) {
    const { kind, content } = shape(report.content);
    if (content.length === 0) continue;
    const words = `${content[0]!.start}-${content.at(-1)!.end}`;
    const other = statements.get(words);
    if (!other || surest(other) < surest(report))
      statements.set(words, { ...report, kind, content, disputed: isDisputed(report, nameOf) });
  }
  return [...statements.values()].sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || a.content.at(-1)!.end - b.content.at(-1)!.end,
  );
}

/** A line of a transcript is its speaker's, all of it; `transcript` is in the order of the text. */
function withoutLines(reports: readonly Report[], transcript: readonly Report[]): Report[] {
  const lines = transcript.map(({ content }) => content[0]!);
  const standsInLine = ({ start, end }: Span): boolean => {
    const line = lines[firstIndex(lines.length, (k) => lines[k]!.end > start)];
    return line !== undefined && line.start < end;
  };
  return reports.filter(({ content }) => !content.some(standsInLine));
}

const surest = ({ rules, tagger }: Combined): number => Math.max(rules ?? 0, tagger ?? 0);

/** "Venn called for ties, which she said had suffered, and stressed": "Venn" and "she" are one. */
function isDisputed({ source, rival }: Combined, nameOf: (source: Span) => string | null): boolean {
  if (!source || !rival) return false;
  const name = nameOf(source);
  return name === null || name !== nameOf(rival);
}
