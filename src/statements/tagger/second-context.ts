import { isIn, posSet } from "./parts-of-speech.ts";
import { beginMass, partMass, type Tagging } from "./tagging.ts";
import { begins, PART, partOf, TAG } from "./tags.ts";
import type { Tokens } from "./tokens.ts";
import { hashText, SHAPE } from "./words.ts";

/** What the second pass sees of the first: binned marginals, the tags' order in each sentence, the nearest cues it found. */
export interface SecondContext {
  readonly tags: Uint8Array;
  readonly part: Uint8Array;
  /** Binned probabilities, `LIKELY.count` a token. */
  readonly likely: Uint8Array;
  /** Binned probabilities of source, cue and content, and of their beginnings, 3 bits each. */
  readonly parts: Int32Array;
  readonly starts: Int32Array;
  /** First token of the content a token is in or last behind, in its sentence; -1 where there is none. */
  readonly contentAt: Int32Array;
  /** Rank of the token's span in its sentence. */
  readonly rank: Uint8Array;
  readonly cueLeft: Int32Array;
  readonly cueLeftEnd: Int32Array;
  readonly cueRight: Int32Array;
  /** The last and next four marks between a token and those cues, a byte each. */
  readonly marksLeft: Int32Array;
  readonly marksRight: Int32Array;
  /** Number of the stretch of tokens that share their sentence, part, cues and content. */
  readonly stretch: Int32Array;
  /** How often the article's other mentions of a name are in a source, and one; 0 for what is no name. */
  readonly sourceCount: Uint8Array;
  /** Per sentence: order of parts, the same cut shorter for its neighbours. */
  readonly order: Int32Array;
  readonly shortOrder: Int32Array;
}

/** Columns of `likely`. */
export const LIKELY = { source: 0, content: 1, count: 2 } as const;

const BINS = [0.03, 0.1, 0.25, 0.5, 0.75, 0.93];
const NAMES = posSet("NOUN", "PROPN", "PRON");
const MARK_CODES: ReadonlyMap<number, number> = new Map(
  [",", '"', ":", ";", "(", ")", "—", "–", "-", "--"].map((mark, k) => [hashText(mark), Math.min(k + 1, 7)]),
);

/** The code of a mark, undefined for words, which need no look into the table. */
const markCode = ({ shape, form }: Tokens, k: number): number | undefined =>
  shape[k] === SHAPE.other ? MARK_CODES.get(form[k]!) : undefined;

function bin(p: number): number {
  let b = 0;
  while (b < BINS.length && p >= BINS[b]!) b++;
  return b;
}

/** Reads the first pass's answer into what the second pass's features need. */
export function readSecondContext(tokens: Tokens, first: Tagging): SecondContext {
  const n = tokens.count;
  const sentences = tokens.sentenceAt.length - 1;
  const context: SecondContext = {
    tags: first.tags,
    part: new Uint8Array(n),
    likely: new Uint8Array(n * LIKELY.count),
    parts: new Int32Array(n),
    starts: new Int32Array(n),
    contentAt: new Int32Array(n),
    rank: new Uint8Array(n),
    cueLeft: new Int32Array(n),
    cueLeftEnd: new Int32Array(n),
    cueRight: new Int32Array(n).fill(-1),
    marksLeft: new Int32Array(n),
    marksRight: new Int32Array(n),
    stretch: new Int32Array(n),
    sourceCount: new Uint8Array(n),
    order: new Int32Array(sentences),
    shortOrder: new Int32Array(sentences),
  };
  readBins(context, first, n);
  countMentions(tokens, context, first);
  for (let s = 0; s < sentences; s++) sweep(tokens, context, first, s);
  numberStretches(tokens, context);
  return context;
}

function numberStretches({ count, sentence, quoted }: Tokens, context: SecondContext): void {
  const { part, rank, cueLeft, marksLeft, cueRight, marksRight, contentAt, stretch } = context;
  for (let k = 1; k < count; k++) {
    const same =
      sentence[k] === sentence[k - 1] &&
      part[k] === part[k - 1] &&
      rank[k] === rank[k - 1] &&
      cueLeft[k] === cueLeft[k - 1] &&
      marksLeft[k] === marksLeft[k - 1] &&
      cueRight[k] === cueRight[k - 1] &&
      marksRight[k] === marksRight[k - 1] &&
      contentAt[k] === contentAt[k - 1] &&
      quoted[k] === quoted[k - 1];
    stretch[k] = stretch[k - 1]! + (same ? 0 : 1);
  }
}

function readBins(context: SecondContext, first: Tagging, n: number): void {
  const { likely, parts, starts, part, tags } = context;
  for (let k = 0; k < n; k++) {
    const to = k * LIKELY.count;
    part[k] = partOf(tags[k]!);
    const source = bin(partMass(first, k, PART.source));
    const cue = bin(partMass(first, k, PART.cue));
    const content = bin(partMass(first, k, PART.content));
    likely[to + LIKELY.source] = source;
    likely[to + LIKELY.content] = content;
    parts[k] = (source << 6) | (cue << 3) | content;
    const sourceStart = bin(beginMass(first, k, PART.source));
    const cueStart = bin(beginMass(first, k, PART.cue));
    const contentStart = bin(beginMass(first, k, PART.content));
    starts[k] = (sourceStart << 6) | (cueStart << 3) | contentStart;
  }
}

const isSource = (first: Tagging, k: number): boolean => partMass(first, k, PART.source) > 0.5;

function countMentions(tokens: Tokens, context: SecondContext, first: Tagging): void {
  const sources = new Map<number, number>();
  for (let k = 0; k < tokens.count; k++) {
    if (isSource(first, k)) sources.set(tokens.form[k]!, (sources.get(tokens.form[k]!) ?? 0) + 1);
  }
  for (let k = 0; k < tokens.count; k++) {
    if (!isIn(NAMES, tokens.pos[k]!)) continue;
    const named = sources.get(tokens.form[k]!) ?? 0;
    context.sourceCount[k] = 1 + Math.min(3, named - (named > 0 && isSource(first, k) ? 1 : 0));
  }
}

function sweep(tokens: Tokens, context: SecondContext, first: Tagging, s: number): void {
  const from = tokens.sentenceAt[s]!;
  const to = tokens.sentenceAt[s + 1]!;
  let spans = 0;
  let order = 1;
  let shortOrder = 1;
  let rank = 0;
  let contentAt = -1;
  let cue = -1;
  let cueEnd = 0;
  let marks = 0;
  for (let k = from; k < to; k++) {
    const tag = first.tags[k]!;
    const part = partOf(tag);
    if (begins(tag)) rank++;
    if (tag === TAG.content || (part === PART.content && contentAt < 0)) contentAt = k;
    context.contentAt[k] = contentAt;
    if (part !== PART.none && (begins(tag) || spans === 0)) {
      spans += 1;
      if (spans <= 6) order = order * 4 + part;
      if (spans <= 5) shortOrder = shortOrder * 4 + part;
    }
    context.rank[k] = rank;
    const inCue = partMass(first, k, PART.cue) > 0.3;
    const continued = inCue && cue >= 0 && cueEnd === k && beginMass(first, k, PART.cue) < 0.5;
    if (continued) {
      cueEnd = k + 1;
      // Inside a cue of several words the cue before it is not known any more, nor needed.
      context.cueLeft[k] = context.cueLeft[k - 1]!;
      context.cueLeftEnd[k] = context.cueLeftEnd[k - 1]!;
      context.marksLeft[k] = context.marksLeft[k - 1]!;
      continue;
    }
    context.cueLeft[k] = cue;
    context.cueLeftEnd[k] = cueEnd;
    context.marksLeft[k] = marks;
    if (inCue) {
      cue = k;
      cueEnd = k + 1;
      marks = 0;
      context.cueRight[k] = k;
    } else {
      const code = markCode(tokens, k);
      if (code) marks = (marks << 8) | code;
    }
  }
  context.order[s] = order;
  context.shortOrder[s] = shortOrder;
  cue = -1;
  marks = 0;
  for (let k = to - 1; k >= from; k--) {
    const starts = context.cueRight[k]! === k;
    context.cueRight[k] = cue;
    context.marksRight[k] = marks;
    if (starts) {
      cue = k;
      marks = 0;
    } else {
      const code = markCode(tokens, k);
      if (code) marks = (marks << 8) | code;
    }
  }
}
