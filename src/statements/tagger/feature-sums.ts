import { compileTemplates, type Template, writeHashes } from "./templates.ts";
import type { WeightRows } from "./weight-rows.ts";

/** What it takes to sum the weight rows of a token's features. */
export interface FeatureSums {
  readonly rows: WeightRows;
  readonly templates: Int32Array;
}

/** Sums over a list of templates. */
export function createFeatureSums(rows: WeightRows, templates: readonly Template[]): FeatureSums {
  return { rows, templates: compileTemplates(templates) };
}

/** Adds the weight rows of a token's features to the sums at one place and writes them to another; `values` is what templates read. */
export function addSums({ rows, templates }: FeatureSums, values: Int32Array, from: number, to: number): void {
  rows.add(writeHashes(templates, values, rows.hashes, 0), from, to);
}
