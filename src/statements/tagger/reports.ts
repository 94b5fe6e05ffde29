import type { Span } from "../../model.ts";
import type { Document } from "../document.ts";
import type { Fragment } from "../fragments.ts";
import { probabilityOf } from "../logistic.ts";
import type { Report } from "../report.ts";
import { settleEnds } from "./ends.ts";
import { evidenceOf } from "./evidence.ts";
import { type Linked, link } from "./link.ts";
import { tagTokens } from "./tag.ts";
import { readTokens, type TokenSpan } from "./tokens.ts";
import type { Weights } from "./weights.ts";

/** Reads who said what by the trained tagger, in time linear in the text; `fragments` are those of its quotations, in order. */
export function readReports(doc: Document, fragments: readonly Fragment[], weights: Weights): Report[] {
  const tokens = readTokens(doc, fragments);
  if (tokens.count === 0) return [];
  const tagging = tagTokens(tokens, weights);
  const settled = link(tokens, tagging).map((linked) => settleEnds(tokens, tagging, linked, weights.ends));
  return settled.map((linked) => toReport(doc, linked, probabilityOf(evidenceOf(tokens, tagging, linked), weights.confidence)));
}

/** Turns a statement of tokens into spans of the document's text. */
export function toReport(doc: Document, { content, cue, source }: Linked, confidence: number): Report {
  const span = ({ from, to }: TokenSpan): Span => ({ start: doc.starts[from]!, end: doc.ends[to - 1]! });
  return {
    source: source && span(source),
    cue: cue && span(cue),
    content: content.map(span).sort((a, b) => a.start - b.start),
    confidence,
  };
}
