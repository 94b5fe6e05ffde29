import { createLattice } from "./chain.ts";
import { readContext } from "./context.ts";
import { favour } from "./favour.ts";
import { addSums } from "./feature-sums.ts";
import { FIRST_VALUES, readFirstSurroundings, readFirstValues } from "./first-features.ts";
import type { WritePotentials } from "./potentials.ts";
import { readSecondContext } from "./second-context.ts";
import { readSecondSurroundings, readSecondValues, SECOND_VALUES } from "./second-features.ts";
import type { Tagging } from "./tagging.ts";
import { WIDTH } from "./tags.ts";
import { gluedTokens, isDeep, type Tokens } from "./tokens.ts";
import { SUMS } from "./weight-rows.ts";
import type { Weights } from "./weights.ts";

/** Tokens: bounds the memory that one line of a megabyte takes. */
const LONGEST_SEQUENCE = 4096;

const lattice = createLattice();

/** Tags a document's tokens in two passes; the second knows what the first thought of the whole article. */
export function tagTokens(tokens: Tokens, weights: Weights): Tagging {
  const { count } = tokens;
  const scores = new Float32Array(count * WIDTH);
  const later = new Float32Array(count * WIDTH);
  const glued = gluedTokens(tokens);
  scoreFirst(tokens, weights, scores, later);
  const first = decode(tokens, glued, scores, weights.firstSteps, weights.writePotentials);
  scoreSecond(tokens, weights, first, later);
  return decode(tokens, glued, later, weights.secondSteps, weights.writePotentials);
}

/** One look at a token's features gives its scores in the first pass and their share of those in the second. */
function scoreFirst(tokens: Tokens, weights: Weights, scores: Float32Array, later: Float32Array): void {
  const { grain, first } = weights;
  const context = readContext(tokens, weights.lexicon);
  const values = new Int32Array(FIRST_VALUES);
  const sums = first.own.rows.sums[SUMS.token]!;
  let stretch = -1;
  for (let k = 0; k < tokens.count; k++) {
    if (isDeep(tokens, k)) continue;
    if (context.stretch[k] !== stretch) {
      stretch = context.stretch[k]!;
      readFirstSurroundings(tokens, context, k, values);
      addSums(first.surroundings, values, SUMS.none, SUMS.around);
    }
    const opens = readFirstValues(tokens, context, k, values);
    addSums(first.own, values, SUMS.around, SUMS.token);
    if (opens) addSums(first.quotation, values, SUMS.token, SUMS.token);
    for (let y = 0; y < WIDTH; y++) {
      scores[k * WIDTH + y] = sums[y]! * grain;
      later[k * WIDTH + y] = sums[WIDTH + y]! * grain;
    }
  }
}

/** Adds what the second pass's own features say to its scores. */
function scoreSecond(tokens: Tokens, weights: Weights, tagging: Tagging, scores: Float32Array): void {
  const { grain, second } = weights;
  const context = readSecondContext(tokens, tagging);
  const values = new Int32Array(SECOND_VALUES);
  const sums = second.own.rows.sums[SUMS.token]!;
  let stretch = -1;
  for (let k = 0; k < tokens.count; k++) {
    if (isDeep(tokens, k)) continue;
    if (context.stretch[k] !== stretch) {
      stretch = context.stretch[k]!;
      readSecondSurroundings(tokens, context, k, values);
      addSums(second.surroundings, values, SUMS.none, SUMS.around);
    }
    readSecondValues(tokens, context, k, values);
    addSums(second.own, values, SUMS.around, SUMS.token);
    for (let y = 0; y < WIDTH; y++) scores[k * WIDTH + y]! += sums[y]! * grain;
    favour(scores, k * WIDTH);
  }
}

/** Marginals and the best path, a paragraph at a time, or a block of one that is longer than any in print. */
function decode(
  tokens: Tokens,
  glued: Uint8Array,
  scores: Float32Array,
  steps: Float32Array,
  writePotentials: WritePotentials,
): Tagging {
  const tags = new Uint8Array(tokens.count);
  lattice.setSteps(steps);
  for (let p = 0; p + 1 < tokens.paragraphAt.length; p++) {
    const to = tokens.paragraphAt[p + 1]!;
    for (let from = tokens.paragraphAt[p]!; from < to; from += LONGEST_SEQUENCE) {
      const n = Math.min(LONGEST_SEQUENCE, to - from);
      const part = scores.subarray(from * WIDTH, (from + n) * WIDTH);
      lattice.reserve(n);
      lattice.scores.set(part);
      lattice.glued.set(glued.subarray(from, from + n));
      lattice.bestPath(n, tags, from);
      writePotentials(part, n, lattice.potential);
      lattice.sumOver(n);
      // The scores are not needed again: their place takes the marginals.
      const { forward, backward } = lattice;
      for (let i = 0; i < n * WIDTH; i++) part[i] = forward[i]! * backward[i]!;
    }
  }
  return { tags, marginals: scores };
}
