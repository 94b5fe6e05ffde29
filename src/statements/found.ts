import type { Span } from "../model.ts";
import type { Range } from "./clauses.ts";
import type { CueClass } from "./cues.ts";

/** One report within a unit, by items. */
export interface Found {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly class: CueClass;
  readonly confidence: number;
  /** Only possible: "might say". */
  readonly modal?: boolean;
}

/**
 * How sure a cue's class makes it that something was said rather than thought or done. Of the reports so marked, PolNeAR's train part has
 * .9 for speech (.98 with a whole quotation), .8 for requests, .85 for judgements and thoughts: the last are rightly found, yet nobody said them.
 */
export const CLASS_CONFIDENCE: Readonly<Record<CueClass, number>> = {
  speech: 0.9,
  judgement: 0.65,
  request: 0.75,
  commitment: 0.75,
  denial: 0.75,
  question: 0.65,
  thought: 0.4,
  finding: 0.45,
};

/** One report found in the text: who, by which words, what. Spans of content hold their quotation marks. */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly class: CueClass;
  readonly confidence: number;
}
