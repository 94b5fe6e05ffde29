/**
 * The tags of a token, in the order of the weights' columns. "between" is a token that belongs to no part of a statement but stands
 * between two of them in one sentence: it lets the chain remember that a statement is under way.
 */
const TAGS = ["none", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content", "between"] as const;

/** Number of tags: the width of a row of weights. */
export const WIDTH = TAGS.length;

/** Tags by name, where code needs one. */
export const TAG = { none: 0, source: 1, cue: 3, content: 5, between: 7 } as const;

/** Parts of a statement, as `partOf` tells them. */
export const PART = { none: 0, source: 1, cue: 2, content: 3 } as const;

/** The part of a statement a tag belongs to. */
export function partOf(tag: number): number {
  return tag === TAG.between ? PART.none : (tag + 1) >> 1;
}

/** The tag of a part's first token. */
export const beginOf = (part: number): number => 2 * part - 1;

/** The tag of a part's other tokens. */
export const insideOf = (part: number): number => 2 * part;

/** True for a tag of a part's other tokens, which stands only behind the same part. */
export function isInside(tag: number): boolean {
  return (tag & 1) === 0 && tag !== TAG.none;
}

/** True for the tag that begins a span. */
export function begins(tag: number): boolean {
  return (tag & 1) === 1 && tag !== TAG.between;
}
