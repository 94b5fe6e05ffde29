import { WIDTH } from "./tags.ts";

/**
 * Rows of eight int8 weights, packed four to an int32 and each raised by 128, so that two at a time can be added up in 16-bit lanes:
 * 257 rows fit before a lane overflows.
 */
const RAISE = 128;
const EVEN = 0x00ff00ff;

/** Packs tables of int8 weights side by side: row r of the result is row r of each table in turn, two int32 a table. */
export function packRows(...tables: readonly Int8Array[]): Int32Array {
  const rows = tables[0]!.length / WIDTH;
  const bytes = new Uint8Array(rows * WIDTH * tables.length);
  tables.forEach((table, t) => {
    for (let r = 0; r < rows; r++)
      for (let y = 0; y < WIDTH; y++) bytes[(r * tables.length + t) * WIDTH + y] = table[r * WIDTH + y]! + RAISE;
  });
  return new Int32Array(bytes.buffer);
}

function unload(even: number, odd: number, less: number, sums: Int32Array, at: number): void {
  sums[at] = (even & 0xffff) - less;
  sums[at + 1] = (odd & 0xffff) - less;
  sums[at + 2] = (even >>> 16) - less;
  sums[at + 3] = (odd >>> 16) - less;
}

/**
 * Adds up rows of one of the tables packed side by side, chosen by `hashes` under `mask`: eight sums to `sums[at...]`. `stride` is the
 * int32 a row, `first` where in it the table stands. Four lanes at a time stay in registers; the second look at a row finds it in the cache.
 */
export function sumRows(
  packed: Int32Array,
  stride: number,
  first: number,
  hashes: Int32Array,
  count: number,
  mask: number,
  sums: Int32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < count; i++) {
    const row = Math.imul(hashes[i]! & mask, stride) + first;
    const p = packed[row]!;
    const q = packed[row + 1]!;
    a = (a + (p & EVEN)) | 0;
    b = (b + ((p >>> 8) & EVEN)) | 0;
    c = (c + (q & EVEN)) | 0;
    d = (d + ((q >>> 8) & EVEN)) | 0;
  }
  const less = count * RAISE;
  unload(a, b, less, sums, at);
  unload(c, d, less, sums, at + 4);
}
