import { WIDTH } from "./tags.ts";

/** What makes a weight a byte that is never negative. */
const RAISE = 128;
const EVEN = 0x00ff00ff;

/**
 * Rows of eight int8 weights a table, packed four to an int32 and each raised by 128, so that two at a time can be added up in 16-bit
 * lanes: 257 rows fit before a lane overflows.
 */
export interface PackedRows {
  readonly words: Int32Array;
  /** One less than the number of rows, a power of two. */
  readonly mask: number;
  /** Tables side by side. */
  readonly tables: number;
  /** Int32 that hold the lanes of a sum. */
  readonly lanes: number;
}

/** Packs tables of int8 weights side by side: row r of the result is row r of each table in turn, two int32 a table. */
export function packRows(...tables: readonly Int8Array[]): PackedRows {
  const rows = tables[0]!.length / WIDTH;
  const bytes = new Uint8Array(rows * WIDTH * tables.length);
  tables.forEach((table, t) => {
    for (let r = 0; r < rows; r++)
      for (let y = 0; y < WIDTH; y++) bytes[(r * tables.length + t) * WIDTH + y] = table[r * WIDTH + y]! + RAISE;
  });
  return { words: new Int32Array(bytes.buffer), mask: rows - 1, tables: tables.length, lanes: 4 * tables.length };
}

/**
 * Adds the rows chosen by the first `count` of `hashes` to `lanes`, table by table: four lanes at a time stay in registers, and the second
 * look at a row finds it in the cache.
 */
export function addRows({ words, mask, tables }: PackedRows, hashes: Int32Array, count: number, lanes: Int32Array): void {
  for (let t = 0; t < tables; t++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const word = ((hashes[i]! & mask) * tables + t) * 2;
      const p = words[word]!;
      const q = words[word + 1]!;
      a = (a + (p & EVEN)) | 0;
      b = (b + ((p >>> 8) & EVEN)) | 0;
      c = (c + (q & EVEN)) | 0;
      d = (d + ((q >>> 8) & EVEN)) | 0;
    }
    const to = 4 * t;
    lanes[to]! += a;
    lanes[to + 1]! += b;
    lanes[to + 2]! += c;
    lanes[to + 3]! += d;
  }
}

/** Turns lanes that `count` rows were added to into sums, tag by tag and table by table. */
export function readLanes(lanes: Int32Array, count: number, sums: Int32Array): void {
  const less = count * RAISE;
  for (let i = 0; i < lanes.length; i += 2) {
    const even = lanes[i]!;
    const odd = lanes[i + 1]!;
    sums[2 * i] = (even & 0xffff) - less;
    sums[2 * i + 1] = (odd & 0xffff) - less;
    sums[2 * i + 2] = (even >>> 16) - less;
    sums[2 * i + 3] = (odd >>> 16) - less;
  }
}
