import { expect, test } from "vitest";
import { addSums, createFeatureSums } from "../../../src/statements/tagger/feature-sums.ts";
import { FIRST_TEMPLATES, FIRST_VALUES } from "../../../src/statements/tagger/first-features.ts";
import { mix } from "../../../src/statements/tagger/mix.ts";
import { packTable, unpackTable } from "../../../src/statements/tagger/sparse-rows.ts";
import { WIDTH } from "../../../src/statements/tagger/tags.ts";
import { createRows, SUMS } from "../../../src/statements/tagger/weight-rows.ts";
import { createRandom } from "../../../train/random.ts";

const ROWS = 2 ** 10;
const random = createRandom(3);
const weights = (): Int8Array => Int8Array.from({ length: ROWS * WIDTH }, () => (random() % 3 === 0 ? 0 : random() % 128));

test.each([1, 2] as const)("sums are those of the weights of each template's hash, in %i tables side by side", (count) => {
  const tables = Array.from({ length: count }, weights);
  const rows = createRows(ROWS, count);
  for (const [t, table] of tables.entries()) unpackTable(packTable(table), rows, t);
  const sums = createFeatureSums(rows, FIRST_TEMPLATES);
  const expected = new Int16Array(count * WIDTH);
  for (let trial = 0; trial < 50; trial++) {
    const values = Int32Array.from({ length: FIRST_VALUES }, (_, place) => (place === 0 ? 0 : random()));
    addSums(sums, values, SUMS.none, SUMS.around);
    addSums(sums, values, SUMS.around, SUMS.token);
    expected.fill(0);
    for (const [number, a = 0, b = 0, c = 0] of FIRST_TEMPLATES) {
      const row = mix(number, values[a]!, values[b]!, values[c]!) & (ROWS - 1);
      for (let i = 0; i < expected.length; i++) expected[i]! += tables[i >> 3]![row * WIDTH + (i & 7)]!;
    }
    expect(rows.sums[SUMS.around]).toEqual(expected);
    expect(rows.sums[SUMS.token]).toEqual(expected.map((sum) => 2 * sum));
    expect(rows.sums[SUMS.none]).toEqual(expected.fill(0));
  }
});

test("as many rows as there is room for do not overflow a sum", () => {
  const rows = createRows(ROWS, 2);
  rows.weights.fill(-128);
  rows.add(rows.hashes.length, SUMS.none, SUMS.token);
  expect(rows.sums[SUMS.token]).toEqual(new Int16Array(2 * WIDTH).fill(-128 * 256));
});
