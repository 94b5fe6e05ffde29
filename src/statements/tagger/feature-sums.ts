import { addRows, type PackedRows } from "./byte-rows.ts";
import { compileTemplates, type Template, writeHashes } from "./templates.ts";

/** What it takes to sum the weight rows of a token's features. */
export interface FeatureSums {
  readonly table: PackedRows;
  /** How many rows a sum adds up. */
  readonly rows: number;
  readonly templates: Int32Array;
  /** Room for a token's hashes. */
  readonly hashes: Int32Array;
}

/** Sums over a list of templates. */
export function createFeatureSums(table: PackedRows, templates: readonly Template[]): FeatureSums {
  const rows = templates.length;
  return { table, rows, templates: compileTemplates(templates), hashes: new Int32Array(rows) };
}

/** Adds the weight rows of a token's features to `lanes`; `values` is what their templates read. */
export function addSums({ table, templates, hashes }: FeatureSums, values: Int32Array, lanes: Int32Array): void {
  addRows(table, hashes, writeHashes(templates, values, hashes, 0), lanes);
}
