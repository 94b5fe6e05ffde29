import { readFileSync } from "node:fs";
import { WIDTH } from "./tags.ts";
import { createMemory, instantiate } from "./webassembly.ts";

/**
 * Rows of int8 weights, one table of eight columns or two side by side, in the memory of the WebAssembly module that sums them: its
 * vector instructions add a row at once, in a quarter of the time that plain numbers take.
 */
export interface WeightRows {
  readonly weights: Int8Array;
  /** Weights a row. */
  readonly width: number;
  /** One less than the number of rows, a power of two. */
  readonly mask: number;
  /** Room for the hashes that choose the rows of a sum, 256 at most, so that no sum overflows. */
  readonly hashes: Int32Array;
  /** By place: the sums, a number a column. */
  readonly sums: readonly Int16Array[];
  /** Writes the sums at one place, and with them the rows chosen by the first `count` of `hashes` (1 at least), to another. */
  readonly add: (count: number, from: number, to: number) => void;
}

/** Places of sums: the first stays zero. */
export const SUMS = { none: 0, around: 1, token: 2, count: 3 } as const;

/** The same parameters for `wide` and `narrow`: addresses in the memory, and the mask. */
type Sum = (table: number, mask: number, hashes: number, end: number, from: number, to: number) => void;

const source = readFileSync(new URL("sum-rows.wasm", import.meta.url));

const MOST_HASHES = 256;
/** Bytes that one place of sums takes. */
const PLACE = 32;
const HASHES_AT = 1024;
const WEIGHTS_AT = 2048;

/** Rows of `tables` tables side by side, all weights 0. */
export function createRows(rows: number, tables: 1 | 2): WeightRows {
  const width = WIDTH * tables;
  const memory = createMemory(WEIGHTS_AT + rows * width);
  const { wide, narrow } = instantiate(source, { rows: { memory } }) as Record<"wide" | "narrow", Sum>;
  const sum = tables === 2 ? wide : narrow;
  const mask = rows - 1;
  return {
    weights: new Int8Array(memory.buffer, WEIGHTS_AT, rows * width),
    width,
    mask,
    hashes: new Int32Array(memory.buffer, HASHES_AT, MOST_HASHES),
    sums: Array.from({ length: SUMS.count }, (_, place) => new Int16Array(memory.buffer, place * PLACE, width)),
    add: (count, from, to) => sum(WEIGHTS_AT, mask, HASHES_AT, HASHES_AT + 4 * count, from * PLACE, to * PLACE),
  };
}
