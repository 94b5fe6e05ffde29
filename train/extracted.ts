import type { Span, StatementKind } from "../src/model.ts";
import { type Assembled, assemble } from "../src/statements/assemble.ts";
import { readCast } from "../src/statements/cast.ts";
import { confidenceOf } from "../src/statements/confidence.ts";
import { cueClassOf } from "../src/statements/cue-class.ts";
import type { CueClass } from "../src/statements/cues.ts";
import { type Document, readDocument } from "../src/statements/document.ts";
import { createQuotedTest, readFragments } from "../src/statements/fragments.ts";
import { readQuotations } from "../src/statements/quotations.ts";
import type { Report } from "../src/statements/report.ts";
import { readReports } from "../src/statements/tagger/reports.ts";
import type { Weights } from "../src/statements/tagger/weights.ts";

/** One statement without its speaker's name; spans are UTF-16 code units of the text. */
export interface Extracted {
  readonly kind: StatementKind;
  readonly content: readonly Span[];
  /** What the cue tells of the content; null where it is in no lexicon, or where there is none. */
  readonly class: CueClass | null;
  readonly source: Span | null;
  readonly confidence: number;
}

/** Who said what in a text, by the whole engine. */
export function extract(text: string, weights: Weights): Extracted[] {
  const document = readDocument(text);
  const assembled = assembleAll(document, readReports(document, readFragments(readQuotations(text)), weights));
  return assembled.map((statement) => toExtracted(document, statement, weights.combined));
}

/** What the rules and the tagger's reports come to. */
export function assembleAll(document: Document, tagged: readonly Report[]): Assembled[] {
  const quotations = readQuotations(document.text);
  const fragments = readFragments(quotations);
  const cast = readCast(document, createQuotedTest(fragments));
  return assemble(document, quotations, fragments, tagged, (source) => cast.speakerOf(source)?.name ?? null);
}

/** Gives a statement its class and its confidence by the weights of `EVIDENCE`. */
export function toExtracted(document: Document, statement: Assembled, weights: ArrayLike<number>): Extracted {
  const { kind, content, cue, source } = statement;
  return {
    kind,
    content,
    class: cue && cueClassOf(document, cue),
    source,
    confidence: confidenceOf(document, statement, weights),
  };
}
