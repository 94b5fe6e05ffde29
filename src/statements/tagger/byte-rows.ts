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
  /** The same memory, a byte a weight. */
  readonly bytes: Uint8Array;
  /** One less than the number of rows, a power of two. */
  readonly mask: number;
  /** Tables side by side. */
  readonly tables: number;
  /** Int32 that hold the lanes of a sum. */
  readonly lanes: number;
}

/** Rows of `tables` tables side by side, all weights 0: row r holds row r of each table in turn, two int32 a table. */
export function createRows(rows: number, tables: number): PackedRows {
  const bytes = new Uint8Array(rows * WIDTH * tables).fill(RAISE);
  return { bytes, words: new Int32Array(bytes.buffer), mask: rows - 1, tables, lanes: 4 * tables };
}

/** Sets a weight, given as the byte of an int8. */
export function setWeight({ bytes, tables }: PackedRows, table: number, row: number, tag: number, weight: number): void {
  bytes[(row * tables + table) * WIDTH + tag] = weight ^ RAISE;
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
