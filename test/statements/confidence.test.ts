import { expect, test } from "vitest";
import type { Assembled } from "../../src/statements/assemble.ts";
import { confidenceOf, EVIDENCE } from "../../src/statements/confidence.ts";
import { readDocument } from "../../src/statements/document.ts";

const TEXT = "Venn smiled at Hale. “It holds.”";
const SOURCE = { start: 0, end: 4 };
const QUOTATION: Assembled = {
  source: SOURCE,
  cue: null,
  content: [{ start: TEXT.indexOf("It"), end: TEXT.length - 1 }],
  kind: "direct",
  rules: 0.7,
  tagger: 0.6,
  rival: null,
  disputed: false,
};

/** Weights by which nothing is likely: what is left is what confidence holds on to. */
const UNLIKELY = EVIDENCE.map((evidence) => (evidence === "always" ? -5 : 0));
const confidence = (change: Partial<Assembled>): number =>
  confidenceOf(readDocument(TEXT), { ...QUOTATION, ...change }, UNLIKELY);

test("a quotation that carries on what was said before keeps what the rules gave it", () => {
  expect(confidence({})).toBe(0.7);
  expect(confidence({ tagger: null })).toBe(0.7);
});

test.each([
  ["the readers name two speakers", { disputed: true, rival: { start: 15, end: 19 } }],
  ["the rules alone are unsure", { rules: 0.55, tagger: null }],
  ["the rules have not found it", { rules: null }],
  ["it has a cue of its own", { cue: { start: 5, end: 11 } }],
])("it is weighed like any other where %s", (_, change) => expect(confidence(change)).toBeLessThan(0.01));
