import { firstIndex } from "../bisect.ts";
import { label, type Signed, signature, transcript } from "./signed.ts";
import { partMass, type Tagging } from "./tagging.ts";
import { begins, PART, partOf } from "./tags.ts";
import { gapBetween, MARK, type TokenSpan, type Tokens } from "./tokens.ts";

/** A statement in tokens, before it becomes spans of text. */
export interface Linked {
  readonly content: readonly TokenSpan[];
  readonly cue: TokenSpan | null;
  readonly source: TokenSpan | null;
}

/** What a border of sentences between two spans counts as, in tokens. */
const ANOTHER_SENTENCE = 50;
/** Tokens by which a cue behind its content, or a source behind its cue, counts as farther off. */
const CUE_AFTER_CONTENT = 3;
const SOURCE_AFTER_CUE = 4;
/** Tokens over which a cue has its source. */
const FARTHEST_SOURCE = 60;
/** Below this, a token is no source. */
const FAINTEST_SOURCE = 0.15;
/** Spans on each side that are looked at. */
const REACH = 4;

function spansOf(tags: Uint8Array, from: number, to: number, part: number): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (let k = from; k < to; ) {
    if (partOf(tags[k]!) !== part) {
      k++;
      continue;
    }
    let end = k + 1;
    while (end < to && partOf(tags[end]!) === part && !begins(tags[end]!)) end += 1;
    spans.push({ from: k, to: end });
    k = end;
  }
  return spans;
}

/** Sentences between two spans, 0 where they share one. */
function sentencesApart(tokens: Tokens, a: TokenSpan, b: TokenSpan): number {
  const first = tokens.sentence[Math.min(a.to, b.to) - 1]!;
  const second = tokens.sentence[Math.max(a.from, b.from)]!;
  return Math.max(0, second - first);
}

function distance(tokens: Tokens, a: TokenSpan, b: TokenSpan): number {
  return gapBetween(a, b) + ANOTHER_SENTENCE * sentencesApart(tokens, a, b);
}

/** The spans nearest to another by position, a few on each side: one farther off is never the nearest by any cost. */
function around(spans: readonly TokenSpan[], { from }: TokenSpan): TokenSpan[] {
  const next = firstIndex(spans.length, (k) => spans[k]!.from >= from);
  return spans.slice(Math.max(0, next - REACH), next + REACH);
}

function nearest(spans: readonly TokenSpan[], cost: (span: TokenSpan) => number): TokenSpan | null {
  let best: TokenSpan | null = null;
  let least = Infinity;
  for (const span of spans) {
    const value = cost(span);
    if (value < least) {
      least = value;
      best = span;
    }
  }
  return best;
}

/** The likeliest source token of the cue's sentence and not far from it, for a cue that has no source of its own. */
function faintSource(tokens: Tokens, tagging: Tagging, cue: TokenSpan, from: number, to: number): TokenSpan | null {
  const s = tokens.sentence[cue.from]!;
  let best = -1;
  let most = FAINTEST_SOURCE;
  const first = Math.max(from, tokens.sentenceAt[s]!, cue.from - FARTHEST_SOURCE);
  const last = Math.min(to, tokens.sentenceAt[s + 1]!, cue.to + FARTHEST_SOURCE);
  for (let k = first; k < last; k++) {
    const mass = partMass(tagging, k, PART.source);
    if (mass > most) {
      most = mass;
      best = k;
    }
  }
  return best < 0 ? null : { from: best, to: best + 1 };
}

/** True where a content begins and ends with quotation marks. */
function standsInMarks(tokens: Tokens, content: TokenSpan): boolean {
  return tokens.quoted[content.from]! === 1 && tokens.quoted[content.to - 1]! === 1;
}

/** One statement under way; the next paragraph may still add to it. */
interface Draft {
  readonly content: TokenSpan[];
  readonly cue: TokenSpan | null;
  readonly source: TokenSpan | null;
  /** The last paragraph it reaches. */
  paragraph: number;
}

/** What is known while the paragraphs are gone through. */
interface Progress {
  readonly tokens: Tokens;
  readonly tagging: Tagging;
  readonly linked: Draft[];
  readonly labels: ReadonlyMap<number, Signed>;
  /** The source named last, which carries over to what names none. */
  carried: TokenSpan | null;
}

/** Joins tagged contents, cues and sources into statements, paragraph by paragraph. */
export function link(tokens: Tokens, tagging: Tagging): Linked[] {
  const progress: Progress = { tokens, tagging, linked: [], labels: transcript(tokens), carried: null };
  for (let p = 0; p + 1 < tokens.paragraphAt.length; p++) linkParagraph(progress, p);
  return progress.linked;
}

/** Links the statements of paragraph `p`. */
function linkParagraph(progress: Progress, p: number): void {
  const { tokens, tagging, linked, labels } = progress;
  const from = tokens.paragraphAt[p]!;
  const to = tokens.paragraphAt[p + 1]!;
  const speaker = labels.get(p);
  if (speaker) {
    // A transcript's paragraph is its speaker's, all of it.
    linked.push({ content: [{ from: speaker.cue.to, to }], ...speaker, paragraph: p });
    progress.carried = speaker.source;
    return;
  }
  const sources = spansOf(tagging.tags, from, to, PART.source);
  const cues = spansOf(tagging.tags, from, to, PART.cue);
  const contents = spansOf(tagging.tags, from, to, PART.content);
  const before = linked.at(-1);
  const { owned, alone } = assign(tokens, cues, contents);
  for (const [cue, content] of owned) {
    const near = around(sources, cue).filter((s) => distance(tokens, s, cue) <= FARTHEST_SOURCE);
    const source =
      nearest(near, (s) => distance(tokens, s, cue) + (s.from > cue.from ? SOURCE_AFTER_CUE : 0)) ??
      faintSource(tokens, tagging, cue, from, to) ??
      progress.carried;
    progress.carried = source ?? progress.carried;
    linked.push({ content, cue, source, paragraph: p });
  }
  for (const content of alone) linkAlone(progress, p, content, sources, before);
}

/** Gives each content to the nearest cue: in quotation marks to one of the paragraph, otherwise only to one of its own sentence. */
function assign(tokens: Tokens, cues: readonly TokenSpan[], contents: readonly TokenSpan[]) {
  const owned = new Map<TokenSpan, TokenSpan[]>();
  const alone: TokenSpan[] = [];
  let spoken: TokenSpan | null = null;
  for (const content of contents) {
    const quoted = standsInMarks(tokens, content);
    const near = around(cues, content);
    const own = near.filter((c) => sentencesApart(tokens, c, content) === 0);
    let cue = nearest(quoted ? near : own, (c) => distance(tokens, c, content) + (c.from > content.from ? CUE_AFTER_CONTENT : 0));
    // A quotation in a sentence of its own goes on with the quotation before it.
    if (quoted && spoken && own.length === 0) cue = spoken;
    if (!cue) {
      alone.push(content);
      continue;
    }
    if (quoted) spoken = cue;
    const others = owned.get(cue);
    if (others) others.push(content);
    else owned.set(cue, [content]);
  }
  return { owned, alone };
}

/**
 * True for a paragraph that begins with a quotation, after two that did and were of two people, or after one of such a dialogue: whose turn
 * it is, no one tells.
 */
function isDialogue({ tokens, linked }: Progress, p: number): boolean {
  const opens = (paragraph: number): boolean => paragraph >= 0 && tokens.mark[tokens.paragraphAt[paragraph]!] === MARK.open;
  const last = linked.at(-1);
  if (!last || last.paragraph !== p - 1 || !opens(p) || !opens(p - 1) || tokens.continues[p] === 1) return false;
  if (last.cue === null) return last.source === null;
  const other = linked.at(-2);
  if (!other?.source || !last.source || other.paragraph !== p - 2 || !opens(p - 2)) return false;
  const name = (source: TokenSpan): number => tokens.form[source.to - 1]!;
  return name(other.source) !== name(last.source);
}

/** A content without a cue goes on with the quotation before it, or is its layout's, its own sentence's or the last named source's. */
function linkAlone(
  progress: Progress,
  p: number,
  content: TokenSpan,
  sources: readonly TokenSpan[],
  before: Draft | undefined,
): void {
  const { tokens, tagging, linked, carried } = progress;
  const from = tokens.paragraphAt[p]!;
  const labelled = label(tokens, p);
  const signed = signature(tokens, content) ?? labelled;
  if (signed) {
    const rest = { from: Math.max(content.from, signed.cue.to), to: content.to };
    linked.push({ content: [signed === labelled && rest.from < rest.to ? rest : content], ...signed, paragraph: p });
    progress.carried = signed.source;
    return;
  }
  if (isDialogue(progress, p)) {
    linked.push({ content: [content], cue: null, source: null, paragraph: p });
    return;
  }
  const goesOn =
    before?.cue &&
    before.paragraph === p - 1 &&
    tokens.mark[from] === MARK.open &&
    standsInMarks(tokens, content) &&
    standsInMarks(tokens, before.content.at(-1)!);
  if (goesOn) {
    before.content.push(content);
    before.paragraph = p;
    return;
  }
  const near = around(sources, content).filter((s) => sentencesApart(tokens, s, content) === 0);
  const own = nearest(near, (s) => distance(tokens, s, content));
  const source = own ?? faintSource(tokens, tagging, content, from, tokens.paragraphAt[p + 1]!) ?? carried;
  linked.push({ content: [content], cue: null, source, paragraph: p });
}
