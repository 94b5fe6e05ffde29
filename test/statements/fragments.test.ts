import { expect, test } from "vitest";
import { createQuotedTest, fragmentsIn, readFragments } from "../../src/statements/fragments.ts";
import { readQuotations } from "../../src/statements/quotations.ts";

const TEXT = "“It holds,” said Venn. “A ‘small’ dam.\n\n“It always did.” Hale left.";
const fragments = readFragments(readQuotations(TEXT));

test("a quotation over two paragraphs has two fragments, and one within another has none", () => {
  expect(fragments.map(({ inner }) => TEXT.slice(inner.start, inner.end))).toEqual([
    "It holds,",
    "A ‘small’ dam.",
    "It always did.",
  ]);
  expect(fragments[1]!.quotation).toBe(fragments[2]!.quotation);
});

test.each([
  ["It holds", 1],
  ["said Venn", 0],
  ["said Venn. “", 1],
  ["holds,” said Venn. “A", 2],
  ["Venn. “A ‘small’ dam.\n\n“It", 2],
  [TEXT, 3],
])("%j shares a character with %i of them", (words, count) => {
  const start = TEXT.indexOf(words);
  expect(fragmentsIn(fragments, { start, end: start + words.length })).toHaveLength(count);
});

test("offsets stand in quotation marks or not, in whatever order they are asked for", () => {
  const isQuoted = createQuotedTest(fragments);
  const offsets = [...TEXT].map((_, offset) => offset);
  const quoted = offsets.filter((offset) => fragments.some(({ outer }) => outer.start <= offset && offset < outer.end));
  expect(offsets.filter(isQuoted)).toEqual(quoted);
  expect(offsets.toReversed().filter(isQuoted).toReversed()).toEqual(quoted);
  expect([60, 3, 40, 12, 25].map(isQuoted)).toEqual([60, 3, 40, 12, 25].map((offset) => quoted.includes(offset)));
});
