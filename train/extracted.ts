import type { Span, StatementKind } from "../src/model.ts";
import { cueClassOf } from "../src/statements/cue-class.ts";
import type { CueClass } from "../src/statements/cues.ts";
import { type Document, readDocument } from "../src/statements/document.ts";
import { type Fragment, readFragments, readQuotations } from "../src/statements/quotations.ts";
import type { Report } from "../src/statements/report.ts";
import { shapeOf } from "../src/statements/shape.ts";
import { readReports } from "../src/statements/tagger/reports.ts";
import type { Weights } from "../src/statements/tagger/weights.ts";

/** One statement of the tagger alone, without its speaker's name; spans are UTF-16 code units of the text. */
export interface Extracted {
  readonly kind: StatementKind;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  /** What the cue tells of the content; null where it is in no lexicon, or where there is none. */
  readonly class: CueClass | null;
  readonly source: Span | null;
  readonly confidence: number;
}

/** Who said what in a text, by the tagger alone, in the text's order. */
export function extract(text: string, weights: Weights): Extracted[] {
  const document = readDocument(text);
  const fragments = readFragments(readQuotations(text));
  return toExtracted(document, fragments, readReports(document, fragments, weights));
}

/** Gives reports their kind, their content without marks and their class, in the order of the text. */
export function toExtracted(document: Document, fragments: readonly Fragment[], reports: readonly Report[]): Extracted[] {
  const extracted: Extracted[] = [];
  for (const { cue, source, confidence, content: spans } of reports) {
    const { kind, content } = shapeOf(document.text, fragments, spans);
    if (content.length > 0) extracted.push({ kind, content, cue, class: cue && cueClassOf(document, cue), source, confidence });
  }
  return extracted.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}
