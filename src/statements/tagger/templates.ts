import { mixFrom, seedOf } from "./mix.ts";

/** A kind of feature: its number and the places, among a token's values, of up to three that are mixed into its hash. */
export type Template = readonly [number: number, ...places: number[]];

/** Where 0 stands among a token's values, for what a template leaves out. */
const NOTHING = 0;

/** Numbers a template takes: the seed of its own and three places. */
const PARTS = 4;

/** Templates as plain numbers, `PARTS` each, to run through without a look at an object. */
export function compileTemplates(templates: readonly Template[]): Int32Array {
  const compiled = new Int32Array(templates.length * PARTS).fill(NOTHING);
  templates.forEach(([number, ...places], t) => {
    compiled.set([seedOf(number), ...places], t * PARTS);
  });
  return compiled;
}

/** Writes the hash of each feature that `compiled` templates make of a token's `values` to `out[at...]`, in their order; returns how many. */
export function writeHashes(compiled: Int32Array, values: Int32Array, out: Int32Array, at: number): number {
  const count = compiled.length / PARTS;
  for (let t = 0; t < count; t++) {
    const from = t * PARTS;
    const a = values[compiled[from + 1]!]!;
    const b = values[compiled[from + 2]!]!;
    const c = values[compiled[from + 3]!]!;
    out[at + t] = mixFrom(compiled[from]!, a, b, c);
  }
  return count;
}
