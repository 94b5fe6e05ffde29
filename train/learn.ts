import { createLattice } from "../src/statements/tagger/chain.ts";
import { writePotentials } from "../src/statements/tagger/potentials.ts";
import { WIDTH } from "../src/statements/tagger/tags.ts";
import { createRandom, shuffle } from "./random.ts";
import { sumRows } from "./sum-rows.ts";

/** Tokens with features and tags, cut into sequences; shared between threads, so every array stands on shared memory. */
export interface Corpus {
  /** Row of the table for each of a token's features, `width` a token, the last ones `NO_ROW` where it has fewer. */
  readonly features: Int32Array;
  readonly width: number;
  /** Rows of the table. */
  readonly rows: number;
  readonly tags: Uint8Array;
  /** First and last + 1 token of each sequence, in pairs. */
  readonly sequences: Int32Array;
  /** 1 for a token of the same quotation as the one before it. */
  readonly glued: Uint8Array;
}

/** Stands in `features` where a token has fewer than others. */
export const NO_ROW = -1;

/** How a chain is trained. */
export interface Recipe {
  readonly epochs: number;
  readonly rate: number;
  /** Share of a token's features left out at each visit. */
  readonly dropout: number;
  /** Rows seen fewer times in training stay 0. */
  readonly minimum: number;
  readonly seed: number;
}

/** A trained chain: `weights[row * labels + tag]`, and transitions with the start row last. */
export interface Chain {
  readonly weights: Float32Array;
  readonly steps: Float32Array;
}

interface Rows {
  /** Where in the weights each kept feature's row starts. */
  readonly row: Int32Array;
  /** First kept feature of each token of the chosen sequences, and one past the last. */
  readonly at: Int32Array;
  /** First token of each chosen sequence in `at`. */
  readonly first: Int32Array;
  /** Bucket of each dense row. */
  readonly bucket: Uint32Array;
}

function collectRows(corpus: Corpus, chosen: Int32Array, recipe: Recipe): Rows {
  const { features, width, sequences } = corpus;
  const seen = new Uint32Array(corpus.rows);
  let tokens = 0;
  for (const s of chosen) {
    const from = sequences[2 * s]!;
    const to = sequences[2 * s + 1]!;
    tokens += to - from;
    for (let i = from * width; i < to * width; i += 1) if (features[i]! !== NO_ROW) seen[features[i]!]! += 1;
  }
  let kept = 0;
  let rows = 0;
  const dense = new Int32Array(corpus.rows).fill(-1);
  for (let b = 0; b < corpus.rows; b += 1) if (seen[b]! >= recipe.minimum) kept += seen[b]!;
  const row = new Int32Array(kept);
  const at = new Int32Array(tokens + 1);
  const first = new Int32Array(chosen.length);
  const bucket: number[] = [];
  let t = 0;
  let o = 0;
  for (let c = 0; c < chosen.length; c += 1) {
    const s = chosen[c]!;
    first[c] = t;
    for (let k = sequences[2 * s]!; k < sequences[2 * s + 1]!; k += 1) {
      at[t++] = o;
      for (let i = k * width; i < (k + 1) * width; i += 1) {
        const b = features[i]!;
        if (b === NO_ROW || seen[b]! < recipe.minimum) continue;
        if (dense[b]! < 0) {
          dense[b] = rows++;
          bucket.push(b);
        }
        row[o++] = dense[b]! * WIDTH;
      }
    }
  }
  at[t] = o;
  return { row, at, first, bucket: Uint32Array.from(bucket) };
}

/**
 * Trains a linear-chain CRF by Adagrad (Duchi 2011), one step a sequence, with feature dropout, and averages the
 * weights after each epoch of the second half. Deterministic: the same input and recipe give the same bits.
 */
export function learn(corpus: Corpus, chosen: Int32Array, recipe: Recipe): Chain {
  const L = WIDTH;
  const { tags, sequences } = corpus;
  const rows = collectRows(corpus, chosen, recipe);
  const size = rows.bucket.length * L;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-2);
  const average = new Float64Array(size);
  const steps = new Float32Array((L + 1) * L);
  const stepSquares = new Float32Array((L + 1) * L).fill(1);
  const stepAverage = new Float64Array((L + 1) * L);
  const moveGradient = new Float64Array((L + 1) * L);
  const delta = new Float64Array(L);
  const random = createRandom(recipe.seed);
  // Random numbers are compared as int32, so a share of 0 is the least of them.
  const threshold = Math.floor((recipe.dropout - 0.5) * 2 ** 32);
  const row = rows.row;
  const order = Int32Array.from(chosen, (_, c) => c);
  const lattice = createLattice();
  let scores = new Float32Array(1024 * L);
  let kept = new Int32Array(1 << 16);
  let keptAt = new Int32Array(1024);
  const rate = recipe.rate;
  let averaged = 0;
  let x = random() | 1;
  for (let epoch = 0; epoch < recipe.epochs; epoch += 1) {
    shuffle(order, random);
    for (const c of order) {
      const s = chosen[c]!;
      const begin = sequences[2 * s]!;
      const n = sequences[2 * s + 1]! - begin;
      const base = rows.first[c]!;
      if (n * L > scores.length) scores = new Float32Array(n * L * 2);
      if (n + 1 > keptAt.length) keptAt = new Int32Array(n * 2);
      const most = rows.at[base + n]! - rows.at[base]!;
      if (most >= kept.length) kept = new Int32Array(most * 2);
      let o = 0;
      for (let i = 0; i < n; i += 1) {
        keptAt[i] = o;
        const stop = rows.at[base + i + 1]!;
        for (let f = rows.at[base + i]!; f < stop; f += 1) {
          x ^= x << 13;
          x ^= x >>> 17;
          x ^= x << 5;
          kept[o] = row[f]!;
          if (x >= threshold) o += 1;
        }
        sumRows(weights, kept, keptAt[i]!, o, scores, i * L);
      }
      keptAt[n] = o;
      lattice.setSteps(steps);
      lattice.reserve(n);
      lattice.glued.set(corpus.glued.subarray(begin, begin + n));
      writePotentials(scores, n, lattice.potential);
      lattice.sumOver(n);
      const { forward, backward, potential, scale, moves } = lattice;
      moveGradient.fill(0);
      for (let i = 1; i < n; i += 1) {
        if (corpus.glued[begin + i]! === 1) continue;
        const at = i * L;
        const inverse = 1 / scale[i]!;
        for (let y = 0; y < L; y += 1) {
          const right = potential[at + y]! * backward[at + y]! * inverse;
          if (right < 1e-9) continue;
          for (let p = 0; p < L; p += 1) moveGradient[p * L + y]! += forward[at - L + p]! * moves[p * L + y]! * right;
        }
        moveGradient[tags[begin + i - 1]! * L + tags[begin + i]!]! -= 1;
      }
      for (let y = 0; y < L; y += 1) moveGradient[L * L + y]! += forward[y]! * backward[y]!;
      moveGradient[L * L + tags[begin]!]! -= 1;
      for (let i = 0; i < n; i += 1) {
        let wrong = false;
        const gold = tags[begin + i]!;
        for (let y = 0; y < L; y += 1) {
          const g = forward[i * L + y]! * backward[i * L + y]! - (y === gold ? 1 : 0);
          delta[y] = Math.abs(g) > 1e-3 ? g : 0;
          if (delta[y]! !== 0) wrong = true;
        }
        if (!wrong) continue;
        const stop = keptAt[i + 1]!;
        for (let y = 0; y < L; y += 1) {
          const g = delta[y]!;
          if (g === 0) continue;
          const gg = g * g;
          const step = rate * g;
          for (let f = keptAt[i]!; f < stop; f += 1) {
            const w = kept[f]! + y;
            const total = squares[w]! + gg;
            squares[w] = total;
            weights[w]! -= step / Math.sqrt(total);
          }
        }
      }
      for (let m = 0; m < steps.length; m += 1) {
        const g = moveGradient[m]!;
        stepSquares[m]! += g * g;
        steps[m]! -= (rate * g) / Math.sqrt(stepSquares[m]!);
      }
    }
    if (epoch >= recipe.epochs >> 1) {
      for (let w = 0; w < size; w += 1) average[w]! += weights[w]!;
      for (let m = 0; m < steps.length; m += 1) stepAverage[m]! += steps[m]!;
      averaged += 1;
    }
  }
  // Without dropout a score sums more features than training saw: shrink each so that the expectation stays.
  const keep = 1 - recipe.dropout;
  const table = new Float32Array(corpus.rows * L);
  for (let r = 0; r < rows.bucket.length; r += 1) {
    const to = rows.bucket[r]! * L;
    for (let y = 0; y < L; y += 1) table[to + y] = (average[r * L + y]! / averaged) * keep;
  }
  return { weights: table, steps: Float32Array.from(stepAverage, (total) => total / averaged) };
}
