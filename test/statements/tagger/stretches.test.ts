import { expect, test } from "vitest";
import { readDocument } from "../../../src/statements/document.ts";
import { readFragments } from "../../../src/statements/fragments.ts";
import { readQuotations } from "../../../src/statements/quotations.ts";
import { readContext } from "../../../src/statements/tagger/context.ts";
import { FIRST_VALUES, readFirstSurroundings } from "../../../src/statements/tagger/first-features.ts";
import { readSecondContext } from "../../../src/statements/tagger/second-context.ts";
import { readSecondSurroundings, SECOND_VALUES } from "../../../src/statements/tagger/second-features.ts";
import { WIDTH } from "../../../src/statements/tagger/tags.ts";
import { readTokens } from "../../../src/statements/tagger/tokens.ts";
import { hashText } from "../../../src/statements/tagger/words.ts";
import { createRandom } from "../../../train/random.ts";

const TEXT = `“We count, then we close,” said Ada Orlen, who runs the mill. “Nobody, not one, has left: they wait.”
The council says it knew, and that Orlen told it so in May; she denied that. According to Bram Teller, “it's done”.
“Go home,” he said.`;

const tokens = readTokens(readDocument(TEXT), readFragments(readQuotations(TEXT)));
const random = createRandom(5);
const copies = (length: number, read: (k: number, values: Int32Array) => void): number[][] =>
  Array.from({ length: tokens.count }, (_, k) => {
    const values = new Int32Array(length);
    read(k, values);
    return [...values];
  });

function expectSameWithin(stretch: Int32Array, read: number[][]): void {
  expect(new Set(stretch).size).toBeGreaterThan(3);
  for (let k = 1; k < tokens.count; k++) if (stretch[k] === stretch[k - 1]) expect(read[k]).toEqual(read[k - 1]);
}

test("a stretch of the first pass has one set of surroundings", () => {
  const context = readContext(tokens, new Set(["say", "tell", "know"].map(hashText)));
  expectSameWithin(
    context.stretch,
    copies(FIRST_VALUES, (k, values) => readFirstSurroundings(tokens, context, k, values)),
  );
});

test("a stretch of the second pass has one set of surroundings, whatever the first pass said", () => {
  for (let trial = 0; trial < 20; trial++) {
    const tags = Uint8Array.from({ length: tokens.count }, () => (random() > 0 ? 0 : random() & 7));
    const marginals = Float32Array.from({ length: tokens.count * WIDTH }, (_, i) => (tags[i >> 3] === (i & 7) ? 0.93 : 0.01));
    const context = readSecondContext(tokens, { tags, marginals });
    expectSameWithin(
      context.stretch,
      copies(SECOND_VALUES, (k, values) => readSecondSurroundings(tokens, context, k, values)),
    );
  }
});
