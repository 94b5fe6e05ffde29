import { readFileSync } from "node:fs";
import { EVIDENCE as COMBINED_EVIDENCE } from "../confidence.ts";
import { EVIDENCE } from "./evidence.ts";
import { createFeatureSums, type FeatureSums } from "./feature-sums.ts";
import { FIRST_SURROUNDINGS, FIRST_TEMPLATES, QUOTATION_TEMPLATES } from "./first-features.ts";
import { createPotentials, type WritePotentials } from "./potentials.ts";
import { FIRST_ROWS, SECOND_ROWS } from "./rows.ts";
import { SECOND_SURROUNDINGS, SECOND_TEMPLATES } from "./second-features.ts";
import { packTable, unpackTable } from "./sparse-rows.ts";
import { WIDTH } from "./tags.ts";
import type { Template } from "./templates.ts";
import { createRows, type WeightRows } from "./weight-rows.ts";

/** What was learned, as the tagger uses it. */
export interface Weights extends Learned {
  /** Sums over first-pass features, for the first pass and the second. */
  readonly first: PassSums & { readonly quotation: FeatureSums };
  /** Sums over the features that the second pass adds. */
  readonly second: PassSums;
  readonly writePotentials: WritePotentials;
}

/** Sums over a pass's features: those that are the same all over a stretch of tokens, and the others. */
interface PassSums {
  readonly surroundings: FeatureSums;
  readonly own: FeatureSums;
}

/** Tables of int8 weights, a row a feature and a column a tag. */
interface Tables {
  /** Weights of first-pass features in the first pass, and in the second. */
  readonly first: Int8Array;
  readonly second: Int8Array;
  /** Weights of the features that the second pass adds. */
  readonly added: Int8Array;
}

/** What was learned beside the tables. */
interface Learned {
  /** One step of an int8. */
  readonly grain: number;
  /** Transition scores from tag to tag, in rows, and the start as the last row. */
  readonly firstSteps: Float32Array;
  readonly secondSteps: Float32Array;
  /** Weights of a statement's evidence for its confidence. */
  readonly confidence: Float32Array;
  /** Weights of the evidence for what the tagger and the rules found together. */
  readonly combined: Float32Array;
  /** Weights of the places where a content may end. */
  readonly ends: Float32Array;
  /** Hashes of the lemmas looked for as cues. */
  readonly lexicon: ReadonlySet<number>;
}

const MAGIC = 0x4f525731;
const STEPS = (WIDTH + 1) * WIDTH;

/**
 * The weights as one file, little endian: magic, grain, transitions, confidence, combined, ends, lexicon, then the tables as
 * `packTable` packs them.
 */
export function renderWeights(weights: Learned, { first, second, added }: Tables): Uint8Array {
  const tables = [first, second, added].map(packTable);
  const lexicon = [...weights.lexicon].sort((a, b) => a - b);
  const head =
    8 +
    2 * STEPS * 4 +
    4 +
    weights.confidence.length * 4 +
    4 +
    weights.combined.length * 4 +
    4 +
    weights.ends.length * 4 +
    4 +
    lexicon.length * 4 +
    3 * 4;
  const bytes = new Uint8Array(head + tables.reduce((sum, table) => sum + table.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const int = (value: number): void => {
    view.setInt32(at, value, true);
    at += 4;
  };
  const float = (value: number): void => {
    view.setFloat32(at, value, true);
    at += 4;
  };
  int(MAGIC);
  float(weights.grain);
  for (const step of weights.firstSteps) float(step);
  for (const step of weights.secondSteps) float(step);
  int(weights.confidence.length);
  for (const weight of weights.confidence) float(weight);
  int(weights.combined.length);
  for (const weight of weights.combined) float(weight);
  int(weights.ends.length);
  for (const weight of weights.ends) float(weight);
  int(lexicon.length);
  for (const lemma of lexicon) int(lemma);
  for (const table of tables) int(table.length);
  for (const table of tables) {
    bytes.set(table, at);
    at += table.length;
  }
  return bytes;
}

/** Reads a weights file; throws where it is of another kind. */
export function readWeights(file: URL): Weights {
  return unpackWeights(readFileSync(file));
}

/** Reads what `renderWeights` wrote. */
export function unpackWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const int = (): number => {
    at += 4;
    return view.getInt32(at - 4, true);
  };
  const float = (): number => {
    at += 4;
    return view.getFloat32(at - 4, true);
  };
  if (int() !== MAGIC) throw new Error("These are no weights of this version: train them again");
  const grain = float();
  const firstSteps = Float32Array.from({ length: STEPS }, float);
  const secondSteps = Float32Array.from({ length: STEPS }, float);
  const confidence = Float32Array.from({ length: int() }, float);
  if (confidence.length !== EVIDENCE.length) throw new Error("These weights judge other evidence: train them again");
  const combined = Float32Array.from({ length: int() }, float);
  if (combined.length !== COMBINED_EVIDENCE.length) throw new Error("These weights judge other evidence: train them again");
  const ends = Float32Array.from({ length: int() }, float);
  const lexicon = new Set(Array.from({ length: int() }, int));
  const sizes = [int(), int(), int()];
  const both = createRows(FIRST_ROWS, 2);
  const added = createRows(SECOND_ROWS, 1);
  for (const [t, [rows, table]] of (
    [
      [both, 0],
      [both, 1],
      [added, 0],
    ] as const
  ).entries()) {
    unpackTable(bytes.subarray(at, at + sizes[t]!), rows, table);
    at += sizes[t]!;
  }
  return {
    first: {
      ...createPassSums(both, FIRST_TEMPLATES, FIRST_SURROUNDINGS),
      quotation: createFeatureSums(both, QUOTATION_TEMPLATES),
    },
    second: createPassSums(added, SECOND_TEMPLATES, SECOND_SURROUNDINGS),
    grain,
    firstSteps,
    secondSteps,
    writePotentials: createPotentials(grain),
    confidence,
    combined,
    ends,
    lexicon,
  };
}

function createPassSums(rows: WeightRows, templates: readonly Template[], surroundings: readonly number[]): PassSums {
  const around = ([number]: Template): boolean => surroundings.includes(number);
  return {
    surroundings: createFeatureSums(rows, templates.filter(around)),
    own: createFeatureSums(
      rows,
      templates.filter((template) => !around(template)),
    ),
  };
}
