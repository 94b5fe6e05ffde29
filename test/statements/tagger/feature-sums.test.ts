import { expect, test } from "vitest";
import { createRows, readLanes } from "../../../src/statements/tagger/byte-rows.ts";
import { addSums, createFeatureSums } from "../../../src/statements/tagger/feature-sums.ts";
import { FIRST_TEMPLATES, FIRST_VALUES } from "../../../src/statements/tagger/first-features.ts";
import { mix } from "../../../src/statements/tagger/mix.ts";
import { packTable, unpackTable } from "../../../src/statements/tagger/sparse-rows.ts";
import { WIDTH } from "../../../src/statements/tagger/tags.ts";
import { createRandom } from "../../../train/random.ts";

const ROWS = 2 ** 10;
const random = createRandom(3);
const weights = (): Int8Array => Int8Array.from({ length: ROWS * WIDTH }, () => (random() % 3 === 0 ? 0 : random() % 128));

test("sums are those of the weights of each template's hash, in every table", () => {
  const tables = [weights(), weights()];
  const rows = createRows(ROWS, tables.length);
  for (const [t, table] of tables.entries()) unpackTable(packTable(table), rows, t);
  const sums = createFeatureSums(rows, FIRST_TEMPLATES);
  for (let trial = 0; trial < 50; trial++) {
    const values = Int32Array.from({ length: FIRST_VALUES }, (_, place) => (place === 0 ? 0 : random()));
    const lanes = new Int32Array(sums.table.lanes);
    addSums(sums, values, lanes);
    const found = new Int32Array(2 * WIDTH);
    readLanes(lanes, sums.rows, found);
    const expected = new Int32Array(2 * WIDTH);
    for (const [number, a = 0, b = 0, c = 0] of FIRST_TEMPLATES) {
      const row = mix(number, values[a]!, values[b]!, values[c]!) & (ROWS - 1);
      for (let i = 0; i < 2 * WIDTH; i++) expected[i]! += tables[i >> 3]![row * WIDTH + (i & 7)]!;
    }
    expect(found).toEqual(expected);
  }
});
