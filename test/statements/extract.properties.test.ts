import fc from "fast-check";
import { expect, test } from "vitest";
import { extractStatements } from "../../src/statements/extract.ts";
import { expectSound } from "./sound.ts";

const marks = fc.constantFrom("“", "”", "„", "‘", "’", '"', "'", "''", "``", "«", "»", "‹", "›");
const noise = fc.constantFrom(
  "😀",
  "👩‍👩‍👧",
  "\u2067",
  "\u2069",
  "\u200b",
  "\u00a0",
  "\r\n",
  "\n",
  "\n\n",
  "—",
  "...",
  "…",
  "(",
  ")",
  ":",
  ",",
  ".",
  "?",
  "\ud83d",
);
const words = fc.constantFrom(
  "Orla Venn",
  "she",
  "said",
  "told",
  "according to",
  "that",
  "the dam",
  "would hold",
  "adding",
  "which",
  "who",
  "and",
  "not",
  "as",
  "in a statement",
  "called",
  "urged",
  "to go",
);
const anything = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 3, arbitrary: marks },
  { weight: 2, arbitrary: noise },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
);
const texts = fc
  .array(fc.tuple(anything, fc.constantFrom(" ", " ", " ", "")), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));

test("every statement is made of slices of the text, in order, without its outer marks", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = extractStatements("a", text);
      expectSound(text, read);
      expect(extractStatements("a", text)).toEqual(read);
    }),
    { numRuns: 400 },
  );
});
