import fc from "fast-check";
import { expect, test } from "vitest";
import { extractStatements } from "../../src/statements/extract.ts";

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
      const { sentences, statements } = extractStatements("a", text);
      let last = 0;
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      let first = 0;
      for (const { content, source, cue, confidence, kind } of statements) {
        expect(content.length).toBeGreaterThan(0);
        expect(content[0]!.start).toBeGreaterThanOrEqual(first);
        first = content[0]!.start;
        for (const span of [source, cue])
          if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        let at = 0;
        for (const { start, end } of content) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
          if (kind === "direct") expect(text[start - 1]).toMatch(/["“”„«»'’‘`‹›\s\p{Cf}]/u);
        }
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
      expect(extractStatements("a", text)).toEqual({ sentences, statements });
    }),
    { numRuns: 400 },
  );
});
