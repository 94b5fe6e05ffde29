import { WIDTH } from "./tags.ts";
import type { WeightRows } from "./weight-rows.ts";

/** Packs a table of int8 weights: a byte for every row that tells which of its columns are not 0, and behind those bytes the columns themselves. */
export function packTable(table: Int8Array): Uint8Array {
  const rows = table.length / WIDTH;
  const packed = new Uint8Array(rows + table.length);
  let at = rows;
  for (let r = 0; r < rows; r++) {
    for (let y = 0; y < WIDTH; y++) {
      if (table[r * WIDTH + y]! === 0) continue;
      packed[r]! |= 1 << y;
      packed[at++] = table[r * WIDTH + y]!;
    }
  }
  return packed.slice(0, at);
}

/** Sets the weights of one of the tables side by side from what `packTable` made. */
export function unpackTable(packed: Uint8Array, { weights, width }: WeightRows, table: number): void {
  const rows = weights.length / width;
  let at = rows;
  for (let r = 0; r < rows; r++)
    for (let columns = packed[r]!; columns !== 0; columns &= columns - 1)
      weights[r * width + table * WIDTH + 31 - Math.clz32(columns & -columns)] = packed[at++]!;
}
