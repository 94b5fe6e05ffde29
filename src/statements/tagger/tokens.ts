import type { Document } from "../document.ts";
import type { Fragment } from "../fragments.ts";

/** How a token stands to quotation marks. */
export const MARK = { none: 0, open: 1, close: 2 } as const;

/** Tokens `[from, to)`. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Tokens between two spans, 0 where they meet or overlap. */
export const gapBetween = (a: TokenSpan, b: TokenSpan): number => Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to));

/** A document as numbers, one entry a token: all that features read. */
export interface Tokens {
  readonly count: number;
  /** Hashes of the word in lower case, of its lemma, its last letters and its first. */
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly tail3: Int32Array;
  readonly head4: Int32Array;
  readonly shape: Uint8Array;
  readonly pos: Uint8Array;
  /** 1 from an opening mark to its closing one, both included. */
  readonly quoted: Uint8Array;
  readonly mark: Uint8Array;
  /** Number of the outermost quotation's fragment a token stands in, -1 outside. */
  readonly fragment: Int32Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** First token of each sentence and paragraph, and `count` behind the last. */
  readonly sentenceAt: Int32Array;
  readonly paragraphAt: Int32Array;
  /** 1 for a paragraph whose first words go on with a quotation of the one before. */
  readonly continues: Uint8Array;
}

/** Where each run of equal numbers starts, and the length behind the last. */
function runs(numbers: Int32Array): Int32Array {
  const starts: number[] = [];
  for (let k = 0; k < numbers.length; k++) if (k === 0 || numbers[k] !== numbers[k - 1]) starts.push(k);
  starts.push(numbers.length);
  return Int32Array.from(starts);
}

/** Numbers of the runs, from 0 without a gap. */
function ranks(starts: Int32Array): Int32Array {
  const ranks = new Int32Array(starts.at(-1)!);
  for (let r = 0; r + 1 < starts.length; r++) ranks.fill(r, starts[r]!, starts[r + 1]!);
  return ranks;
}

/** Sentence of each token, where an opening mark that the tokeniser left at a sentence's end belongs to the next. */
function sentencesOf(doc: Document, fragments: readonly Fragment[]): Int32Array {
  const sentences = doc.sentenceOf.slice();
  const opening = new Set(fragments.map(({ outer }) => outer.start));
  for (let k = sentences.length - 2; k >= 0; k--)
    if (opening.has(doc.starts[k]!) && doc.paragraphOf[k] === doc.paragraphOf[k + 1]) sentences[k] = sentences[k + 1]!;
  return sentences;
}

/** Turns a document's words into numbers; `fragments` are those of its text's quotations, in order. */
export function readTokens(doc: Document, fragments: readonly Fragment[]): Tokens {
  const count = doc.starts.length;
  const sentenceAt = runs(sentencesOf(doc, fragments));
  const paragraphAt = runs(doc.paragraphOf);
  const form = new Int32Array(count);
  const lemma = new Int32Array(count);
  const tail3 = new Int32Array(count);
  const head4 = new Int32Array(count);
  const shape = new Uint8Array(count);
  const pos = new Uint8Array(count);
  for (let k = 0; k < count; k++) {
    const word = doc.tokens[k]!;
    form[k] = word.form;
    lemma[k] = word.base;
    tail3[k] = word.tail3;
    head4[k] = word.head4;
    shape[k] = word.shape;
    pos[k] = word.pos;
  }
  const tokens: Tokens = {
    count,
    form,
    lemma,
    tail3,
    head4,
    shape,
    pos,
    quoted: new Uint8Array(count),
    mark: new Uint8Array(count),
    fragment: new Int32Array(count).fill(-1),
    sentence: ranks(sentenceAt),
    paragraph: ranks(paragraphAt),
    sentenceAt,
    paragraphAt,
    continues: new Uint8Array(paragraphAt.length - 1),
  };
  markQuotations(doc, tokens, fragments);
  return tokens;
}

function markQuotations(doc: Document, tokens: Tokens, fragments: readonly Fragment[]): void {
  let k = 0;
  for (const [number, { quotation, outer, inner }] of fragments.entries()) {
    while (k < tokens.count && doc.ends[k]! <= outer.start) k++;
    if (quotation.outer[0] !== outer && k < tokens.count) tokens.continues[tokens.paragraph[k]!] = 1;
    for (; k < tokens.count && doc.starts[k]! < outer.end; k++) {
      tokens.quoted[k] = 1;
      tokens.fragment[k] = number;
      if (doc.starts[k]! < inner.start) tokens.mark[k] = MARK.open;
      else if (doc.ends[k]! > inner.end) tokens.mark[k] = MARK.close;
    }
  }
}

/** 1 for each token that stands in one quotation with the token before it: no part of a statement begins or ends there. */
export function gluedTokens({ count, fragment }: Tokens): Uint8Array {
  const glued = new Uint8Array(count);
  for (let k = 1; k < count; k++) if (fragment[k]! >= 0 && fragment[k] === fragment[k - 1]) glued[k] = 1;
  return glued;
}

const EDGE_BEFORE = 6;
const EDGE_AFTER = 3;

/** True for a token deep inside a quotation: all of it is of one part, which its edges tell, so the tagger does not look at the rest. */
export function isDeep({ count, fragment }: Tokens, k: number): boolean {
  const own = fragment[k]!;
  return (
    own >= 0 &&
    k >= EDGE_BEFORE &&
    k + EDGE_AFTER < count &&
    fragment[k - EDGE_BEFORE] === own &&
    fragment[k + EDGE_AFTER] === own
  );
}
