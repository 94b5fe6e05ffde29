import { expect, test } from "vitest";
import { createPotentials, writePotentials } from "../../../src/statements/tagger/potentials.ts";
import { WIDTH } from "../../../src/statements/tagger/tags.ts";
import { createRandom } from "../../../train/random.ts";

const GRAIN = 0.02;
const random = createRandom(11);

test("the table gives what working it out gives, near and far from the highest score", () => {
  const tokens = 500;
  const scores = Float32Array.from({ length: tokens * WIDTH }, (_, i) => (random() % (i % 2 === 0 ? 50 : 12_000)) * GRAIN);
  const exact = new Float64Array(scores.length);
  const looked = new Float64Array(scores.length);
  writePotentials(scores, tokens, exact);
  createPotentials(GRAIN)(scores, tokens, looked);
  for (let i = 0; i < scores.length; i++) expect(looked[i]! - exact[i]!).toBeCloseTo(0, 4);
  for (let at = 0; at < scores.length; at += WIDTH) expect(Math.max(...looked.subarray(at, at + WIDTH))).toBe(1);
});
