import { createLattice } from "../src/statements/tagger/chain.ts";
import { favour } from "../src/statements/tagger/favour.ts";
import { writePotentials } from "../src/statements/tagger/potentials.ts";
import { WIDTH } from "../src/statements/tagger/tags.ts";
import { type Chain, type Corpus, learn, NO_ROW, type Recipe } from "./learn.ts";
import { sumRows } from "./sum-rows.ts";

/** One training: on the `chosen` sequences, then tags for those `held` out. */
export interface Job {
  readonly corpus: Corpus;
  readonly chosen: Int32Array;
  readonly recipe: Recipe;
  /** Chains to train, with seeds from the recipe's on, and to average. */
  readonly bag: number;
  readonly held: Int32Array;
  /** 0 for the first pass, 1 for the second, whose scores lean towards finding more. */
  readonly pass: 0 | 1;
  /** Where the tags and marginals of held-out sequences go, token by token. */
  readonly tags: Uint8Array;
  readonly marginals: Float32Array;
}

/** Weights are rounded to whole multiples of this, which is what the weights file holds in a byte. */
export const GRAIN = 0.02;

function rounded({ weights, steps }: Chain): Chain {
  return { weights: weights.map((w) => Math.max(-127, Math.min(127, Math.round(w / GRAIN))) * GRAIN), steps };
}

/** The mean of chains that differ in their seeds alone: of linear models it is one again, and steadier than each. */
function averaged(chains: readonly Chain[]): Chain {
  const mean = (arrays: readonly Float32Array[]): Float32Array =>
    arrays[0]!.map((_, i) => arrays.reduce((sum, array) => sum + array[i]!, 0) / arrays.length);
  return { weights: mean(chains.map(({ weights }) => weights)), steps: mean(chains.map(({ steps }) => steps)) };
}

/** Trains, and tags what was held out. */
export function run(job: Job): Chain {
  const seeds = Array.from({ length: job.bag }, (_, b) => job.recipe.seed + b);
  const chain = rounded(averaged(seeds.map((seed) => learn(job.corpus, job.chosen, { ...job.recipe, seed }))));
  tagSequences(job, chain);
  return chain;
}

/** Tags the held-out sequences of a job. */
function tagSequences(job: Job, chain: Chain): void {
  const { features, width, sequences, glued } = job.corpus;
  const rows = new Int32Array(width);
  const lattice = createLattice();
  lattice.setSteps(chain.steps);
  let scores = new Float32Array(1024 * WIDTH);
  for (const s of job.held) {
    const begin = sequences[2 * s]!;
    const n = sequences[2 * s + 1]! - begin;
    if (n * WIDTH > scores.length) scores = new Float32Array(n * WIDTH * 2);
    for (let i = 0; i < n; i++) {
      const from = (begin + i) * width;
      let count = 0;
      for (let f = from; f < from + width; f++) if (features[f]! !== NO_ROW) rows[count++] = features[f]! * WIDTH;
      sumRows(chain.weights, rows, 0, count, scores, i * WIDTH);
      if (job.pass === 1 && count > 0) favour(scores, i * WIDTH);
    }
    lattice.reserve(n);
    lattice.scores.set(scores.subarray(0, n * WIDTH));
    lattice.glued.set(glued.subarray(begin, begin + n));
    writePotentials(scores, n, lattice.potential);
    lattice.sumOver(n);
    for (let i = 0; i < n * WIDTH; i++) job.marginals[begin * WIDTH + i] = lattice.forward[i]! * lattice.backward[i]!;
    lattice.bestPath(n, job.tags, begin);
  }
}
