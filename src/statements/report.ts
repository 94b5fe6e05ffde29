import type { Span } from "../model.ts";

/** What one statement consists of before its speaker is known; spans are UTF-16 code units of the document's text. */
export interface Report {
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In the order of the text, not overlapping, quotation marks included. */
  readonly content: readonly Span[];
  /** The probability that this is a statement and its source the one named. */
  readonly confidence: number;
}
