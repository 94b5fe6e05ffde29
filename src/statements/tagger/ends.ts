import type { Linked } from "./link.ts";
import { band, mix } from "./mix.ts";
import { POS_CODE } from "./parts-of-speech.ts";
import { partMass, type Tagging } from "./tagging.ts";
import { PART, partOf } from "./tags.ts";
import type { TokenSpan, Tokens } from "./tokens.ts";

/** Rows of weights for the features of a content's end. */
export const END_ROWS = 2 ** 13;

/** The most features a place to end has. */
export const END_WIDTH = 20;

const NEAREST = 6;
const FAINTEST = 0.04;
/** What cutting a content short must be worth: the half that is lost matters more than the half too much. */
const SHORTENING = 1.5;
const VERB = POS_CODE.VERB!;
const AUX = POS_CODE.AUX!;
const PUNCT = POS_CODE.PUNCT!;

const inContent = (tagging: Tagging, k: number): number => partMass(tagging, k, PART.content);

/** How likely content stops between two tokens. */
function stops(tokens: Tokens, tagging: Tagging, k: number, to: number): number {
  return k >= to || tokens.paragraph[k] !== tokens.paragraph[k - 1]
    ? inContent(tagging, k - 1)
    : inContent(tagging, k - 1) - inContent(tagging, k);
}

/** Places where a content outside quotation marks may end, the tagger's own among them; null where the marks have settled it. */
export function endsOf(tokens: Tokens, tagging: Tagging, { from, to }: TokenSpan): number[] | null {
  if (tokens.quoted[to - 1] === 1) return null;
  const tail = tokens.sentenceAt[tokens.sentence[to - 1]! + 1]!;
  const ends = [to];
  for (let k = to - 1, found = 0; k > from && found < NEAREST; k--) {
    if (tokens.fragment[k]! >= 0 && tokens.fragment[k] === tokens.fragment[k - 1]) continue;
    if (stops(tokens, tagging, k, tail) < FAINTEST) continue;
    ends.push(k);
    found++;
  }
  for (let k = to + 1, found = 0; k <= tail && found < NEAREST; k++) {
    if (partOf(tagging.tags[k - 1]!) !== PART.none) break;
    if (k < tail && tokens.fragment[k]! >= 0 && tokens.fragment[k] === tokens.fragment[k - 1]) continue;
    if (stops(tokens, tagging, k, tail) < FAINTEST) continue;
    ends.push(k);
    found++;
  }
  return ends;
}

function bin(p: number): number {
  return p < 0.02 ? 0 : p < 0.05 ? 1 : p < 0.1 ? 2 : Math.min(12, 2 + Math.floor(p * 10));
}

/** Writes the features of a content ending before token `end`, as rows, and returns how many. */
export function writeEndFeatures(
  tokens: Tokens,
  tagging: Tagging,
  { from, to }: TokenSpan,
  cue: TokenSpan | null,
  end: number,
  out: Int32Array,
): number {
  const { form, lemma, pos, tail3 } = tokens;
  const tail = tokens.sentenceAt[tokens.sentence[to - 1]! + 1]!;
  const f0 = end < tail ? form[end]! : 0;
  const p0 = end < tail ? pos[end]! : 0;
  const p1 = end + 1 < tail ? pos[end + 1]! : 0;
  const l1 = end + 1 < tail ? lemma[end + 1]! : 0;
  const said = cue ? lemma[cue.from]! : 0;
  const side = end === to ? 0 : end < to ? 1 : 2;
  const reach = Math.min(end, to);
  const limit = Math.max(end, to);
  let verbs = 0;
  let mass = 0;
  for (let k = reach; k < limit; k++) {
    if (pos[k] === VERB || pos[k] === AUX) verbs++;
    mass += inContent(tagging, k);
  }
  const mean = limit > reach ? bin(mass / (limit - reach)) : 20;
  let commas = 0;
  let within = 0;
  for (let k = from; k < end; k++) {
    if (pos[k] === PUNCT) commas++;
    if (pos[k] === VERB || pos[k] === AUX) within++;
  }
  const cut = bin(Math.max(0, stops(tokens, tagging, end, tail)));
  const last = end >= tail ? 2 : end === tail - 1 ? 1 : 0;
  const before = cue && cue.from < from ? 1 : 0;
  let i = 0;
  const put = (hash: number): void => {
    out[i++] = hash & (END_ROWS - 1);
  };
  put(mix(1, side, band(limit - reach), 0));
  put(mix(2, cut, side, 0));
  put(mix(3, mean, side, 0));
  put(mix(4, mean, cut, side));
  put(mix(5, f0, side, 0));
  put(mix(6, f0, l1, 0));
  put(mix(7, f0, p1, side));
  put(mix(8, said, f0, 0));
  put(mix(9, said, side, 0));
  put(mix(10, Math.min(commas, 4), f0, 0));
  put(mix(11, band(end - from), side, 0));
  put(mix(12, last, before, side));
  put(mix(13, pos[end - 1]!, p0, 0));
  put(mix(14, Math.min(verbs, 3), side, 0));
  put(mix(15, Math.min(within, 2), side, 0));
  put(mix(16, f0, end + 1 < tail ? tail3[end + 1]! : 0, 0));
  put(mix(17, form[from]!, f0, 0));
  put(mix(18, form[end - 1]!, 0, 0));
  put(mix(19, tokens.quoted[end - 1]!, side, 0));
  put(mix(20, l1, side, 0));
  return i;
}

const rows = new Int32Array(END_WIDTH);

/** Moves each content's end to the likeliest place by the learned weights, span by span. */
export function settleEnds(tokens: Tokens, tagging: Tagging, linked: Linked, weights: ArrayLike<number>): Linked {
  const content = linked.content.map((span) => {
    const ends = endsOf(tokens, tagging, span);
    if (!ends || ends.length === 1) return span;
    let best = span.to;
    let most = -Infinity;
    for (const end of ends) {
      const count = writeEndFeatures(tokens, tagging, span, linked.cue, end, rows);
      let sum = 0;
      for (let f = 0; f < count; f++) sum += weights[rows[f]!]!;
      if (end < span.to) sum -= SHORTENING;
      if (sum > most) {
        most = sum;
        best = end;
      }
    }
    return { from: span.from, to: best };
  });
  return { ...linked, content };
}
