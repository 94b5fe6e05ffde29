import { WIDTH } from "./tags.ts";

/** Writes exp(score - the token's highest score) of `n` tokens: 1 for the highest, and for all of a token that was not looked at. */
export type WritePotentials = (scores: Float32Array, n: number, potential: Float64Array) => void;

/** Farther from the highest score, a tag changes no sum. */
const FARTHEST = 60;

/** The highest of the eight scores from `at` on. */
function highest(scores: Float32Array, at: number): number {
  let top = scores[at]!;
  for (let y = at + 1; y < at + WIDTH; y++) if (scores[y]! > top) top = scores[y]!;
  return top;
}

/** Of any scores. */
export const writePotentials: WritePotentials = (scores, n, potential) => {
  for (let at = 0; at < n * WIDTH; at += WIDTH) {
    const top = highest(scores, at);
    for (let y = at; y < at + WIDTH; y++) potential[y] = Math.exp(scores[y]! - top);
  }
};

/** Of scores that are whole multiples of `grain`: by a table, four times as fast. */
export function createPotentials(grain: number): WritePotentials {
  const last = Math.ceil(FARTHEST / grain);
  const table = Float64Array.from({ length: last + 1 }, (_, d) => Math.exp(-d * grain));
  const grains = 1 / grain;
  return (scores, n, potential) => {
    for (let at = 0; at < n * WIDTH; at += WIDTH) {
      const top = highest(scores, at);
      for (let y = at; y < at + WIDTH; y++) potential[y] = table[Math.min(last, ((top - scores[y]!) * grains + 0.5) | 0)]!;
    }
  };
}
