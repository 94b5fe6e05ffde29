import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cast, readCast } from "../../src/statements/cast.ts";
import { readDocument } from "../../src/statements/document.ts";
import { readQuotations } from "../../src/statements/quotations.ts";
import { CASES } from "./cast.cases.ts";

const castOf = (text: string): Cast => {
  const marked = new Uint8Array(text.length + 1);
  for (const { outer } of readQuotations(text)) for (const span of outer) marked.fill(1, span.start, span.end);
  return readCast(readDocument(text), (offset) => marked[offset] === 1);
};

/** Takes the [[ ]] out of a passage and gives the spans they marked. */
const unmark = (marked: string): { text: string; spans: { start: number; end: number }[] } => {
  let text = "";
  const spans = [];
  for (const [at, piece] of marked.split(/\[\[|\]\]/).entries()) {
    if (at % 2 === 1) spans.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, spans };
};

describe("whom a mention names", () => {
  it.each(CASES)("$about", ({ text: marked, speakers }) => {
    const { text, spans } = unmark(marked);
    const cast = castOf(text);
    const found = spans.map((span, n) => {
      const speaker = cast.speakerOf(span);
      return speaker && (speakers[n]?.includes(" |") ? `${speaker.name} | ${speaker.role ?? ""}`.trim() : speaker.name);
    });
    expect(found).toEqual(speakers);
  });
});
