import { isIn, POS_CODE, posSet } from "./parts-of-speech.ts";
import type { Tokens } from "./tokens.ts";
import { hashText } from "./words.ts";

/** How much of a sentence or paragraph stands in quotation marks. */
export const QUOTED = { beyond: 0, none: 1, some: 2, all: 3 } as const;

/**
 * What features need of a token's surroundings. Left and right are the nearest tokens of a kind in its sentence, the token itself not counted;
 * -1 where there is none.
 */
export interface Context {
  /** 1 for a word that may be a cue. */
  readonly cue: Uint8Array;
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  readonly verbRight: Int32Array;
  readonly markLeft: Int32Array;
  readonly markRight: Int32Array;
  /** Commas and verbs since the last word that may be a cue, up to 3 each: how deep in clauses a token stands. */
  readonly depth: Uint8Array;
  /** Words that open a clause or phrase of their own. */
  readonly openerLeft: Int32Array;
  readonly openerRight: Int32Array;
  /** Words outside quotation marks that may be cues, of the whole paragraph. */
  readonly outerLeft: Int32Array;
  readonly outerRight: Int32Array;
  /** At a quotation's first token, the token behind its last; -1 elsewhere. */
  readonly quotationEnd: Int32Array;
  /** Number of the stretch of tokens that share their sentence, cues, marks and quotation: what features read there is the same for all. */
  readonly stretch: Int32Array;
  /** How much of each sentence stands in quotation marks, and of each paragraph: one of `QUOTED`. */
  readonly quoting: Uint8Array;
  readonly paragraphQuoting: Uint8Array;
}

const COLON = hashText(":");
const COMMA = hashText(",");
const ACCORDING = hashText("according");
const CUE_PARTS = posSet("VERB", "NOUN", "AUX", "ADJ");
const OPENERS = posSet("SCONJ", "CCONJ", "ADP", "PART", "PRON");
const VERB = POS_CODE.VERB!;
const AUX = POS_CODE.AUX!;
const PUNCT = POS_CODE.PUNCT!;

function quotingOf(tokens: Tokens, from: number, to: number): number {
  let inside = 0;
  for (let k = from; k < to; k++) inside += tokens.quoted[k]!;
  return inside === 0 ? QUOTED.none : inside === to - from ? QUOTED.all : QUOTED.some;
}

/** Finds each token's nearest cue candidates, verbs and marks within its sentence; `lexicon` holds hashes of cue lemmas. */
export function readContext(tokens: Tokens, lexicon: ReadonlySet<number>): Context {
  const n = tokens.count;
  const sentences = tokens.sentenceAt.length - 1;
  const paragraphs = tokens.paragraphAt.length - 1;
  const context: Context = {
    cue: new Uint8Array(n),
    cueLeft: new Int32Array(n),
    cueRight: new Int32Array(n),
    verbRight: new Int32Array(n),
    markLeft: new Int32Array(n),
    markRight: new Int32Array(n),
    depth: new Uint8Array(n),
    openerLeft: new Int32Array(n),
    openerRight: new Int32Array(n),
    outerLeft: new Int32Array(n),
    outerRight: new Int32Array(n),
    quotationEnd: new Int32Array(n).fill(-1),
    stretch: new Int32Array(n),
    quoting: new Uint8Array(sentences),
    paragraphQuoting: new Uint8Array(paragraphs),
  };
  for (let k = 0; k < n; k++) {
    const named = isIn(CUE_PARTS, tokens.pos[k]!) && lexicon.has(tokens.lemma[k]!);
    if (named || tokens.form[k]! === COLON || tokens.form[k]! === ACCORDING) context.cue[k] = 1;
  }
  for (let s = 0; s < sentences; s++) sweepSentence(tokens, context, s);
  for (let p = 0; p < paragraphs; p++) {
    const from = tokens.paragraphAt[p]!;
    const to = tokens.paragraphAt[p + 1]!;
    context.paragraphQuoting[p] = quotingOf(tokens, from, to);
    sweepParagraph(tokens, context, from, to);
  }
  numberStretches(tokens, context);
  return context;
}

function numberStretches({ count, sentence, quoted }: Tokens, context: Context): void {
  const { cueLeft, cueRight, markLeft, markRight, outerLeft, outerRight, stretch } = context;
  for (let k = 1; k < count; k++) {
    const same =
      sentence[k] === sentence[k - 1] &&
      markLeft[k] === markLeft[k - 1] &&
      markRight[k] === markRight[k - 1] &&
      cueLeft[k] === cueLeft[k - 1] &&
      cueRight[k] === cueRight[k - 1] &&
      outerLeft[k] === outerLeft[k - 1] &&
      outerRight[k] === outerRight[k - 1] &&
      quoted[k] === quoted[k - 1];
    stretch[k] = stretch[k - 1]! + (same ? 0 : 1);
  }
}

function sweepSentence(tokens: Tokens, context: Context, s: number): void {
  const from = tokens.sentenceAt[s]!;
  const to = tokens.sentenceAt[s + 1]!;
  let cue = -1;
  let mark = -1;
  let opener = -1;
  let commasSince = 0;
  let verbsSince = 0;
  for (let k = from; k < to; k++) {
    context.openerLeft[k] = opener;
    context.depth[k] = commasSince * 4 + verbsSince;
    context.cueLeft[k] = cue;
    context.markLeft[k] = mark;
    const pos = tokens.pos[k]!;
    if (context.cue[k]!) {
      cue = k;
      commasSince = 0;
      verbsSince = 0;
    }
    if ((pos === VERB || pos === AUX) && verbsSince < 3) verbsSince += 1;
    if (isIn(OPENERS, pos)) opener = k;
    if (pos === PUNCT) {
      mark = k;
      if (tokens.form[k]! === COMMA && commasSince < 3) commasSince += 1;
    }
  }
  cue = -1;
  let verb = -1;
  mark = -1;
  opener = -1;
  for (let k = to - 1; k >= from; k--) {
    context.openerRight[k] = opener;
    context.cueRight[k] = cue;
    context.verbRight[k] = verb;
    context.markRight[k] = mark;
    const pos = tokens.pos[k]!;
    if (context.cue[k]!) cue = k;
    if (pos === VERB || pos === AUX) verb = k;
    if (pos === PUNCT) mark = k;
    if (isIn(OPENERS, pos)) opener = k;
  }
  context.quoting[s] = quotingOf(tokens, from, to);
}

function sweepParagraph(tokens: Tokens, context: Context, from: number, to: number): void {
  let outer = -1;
  for (let k = from; k < to; k++) {
    context.outerLeft[k] = outer;
    if (context.cue[k]! && !tokens.quoted[k]!) outer = k;
  }
  outer = -1;
  let end = to;
  for (let k = to - 1; k >= from; k--) {
    context.outerRight[k] = outer;
    if (context.cue[k]! && !tokens.quoted[k]!) outer = k;
    const fragment = tokens.fragment[k]!;
    if (fragment < 0) continue;
    if (k === to - 1 || tokens.fragment[k + 1]! !== fragment) end = k + 1;
    if (k === from || tokens.fragment[k - 1]! !== fragment) context.quotationEnd[k] = end;
  }
}
