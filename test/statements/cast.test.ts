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

const seeds = new URL("../../../shared/seeds/", import.meta.url);

/** Sources in the articles the project began with, by a few words after which they stand; no sentence of them is kept here. */
const SEED_SOURCES: readonly (readonly [
  file: string,
  before: string,
  source: string,
  name: string | null,
  role: string | null,
])[] = [
  ["000", "", "Russian President Vladimir Putin", "Vladimir Putin", "Russian President"],
  ["000", "Elmendorf-Richardson, ", "Putin", "Vladimir Putin", "Russian President"],
  ["000", "power in Europe. ", "He", "Vladimir Putin", "Russian President"],
  ["000", "terrible wound,” ", "Putin", "Vladimir Putin", "Russian President"],
  ["000", "Putin said.\n", "He", "Vladimir Putin", "Russian President"],
  ["000", "welcome that,” ", "Putin", "Vladimir Putin", "Russian President"],
  ["000", "the progress,” ", "he", "Vladimir Putin", "Russian President"],
  ["000", "for the talks.\n", "Ukrainian President Volodymyr Zelenskyy", "Volodymyr Zelenskyy", "Ukrainian President"],
  ["000", "for talks,” ", "he", "Volodymyr Zelenskyy", "Ukrainian President"],
  ["000", "the summit.\n", "The White House", "White House", null],
  ["000", "Before the talks, ", "Trump", "Donald Trump", "US President"],
  ["002", "", "Russian President Vladimir Putin", "Vladimir Putin", "Russian President"],
  ["002", 'intrigues," ', "Putin", "Vladimir Putin", "Russian President"],
  ["002", "on Friday.\n", "Putin", "Vladimir Putin", "Russian President"],
  ["002", "held in Alaska.\n", "He", "Vladimir Putin", "Russian President"],
  ["002", 'very thorough and useful."\n', "Trump", "Donald Trump", "US President"],
  ["002", 'getting there," ', "he", "Donald Trump", "US President"],
  ["002", "main obstacle.\n", "He", "Donald Trump", "US President"],
  ["002", "US-Russia relations, which ", "he", "Vladimir Putin", "Russian President"],
  ["002", 'not have started," ', "Putin", "Vladimir Putin", "Russian President"],
  ["002", 'to cooperation."\n', "He", "Vladimir Putin", "Russian President"],
  ["002", 'the United States," ', "Putin", "Vladimir Putin", "Russian President"],
  ["002", 'be restored," ', "Putin", "Vladimir Putin", "Russian President"],
  ["002", "Putin said.\n", "He", "Vladimir Putin", "Russian President"],
  ["002", "added that ", "he", "Vladimir Putin", "Russian President"],
];

describe.skipIf(!existsSync(seeds))("the articles the project began with (skipped: there is no ../shared/seeds)", () => {
  const texts = existsSync(seeds)
    ? readdirSync(seeds).map((file) => ({ file, text: readFileSync(new URL(file, seeds), "utf8") }))
    : [];
  it.each(SEED_SOURCES)("%s: %s [%s]", (file, before, source, name, role) => {
    const { text } = texts.find((seed) => seed.file.startsWith(file))!;
    const place = text.lastIndexOf(before + source);
    const start = (before === "" ? 0 : place) + before.length;
    expect(place).toBeGreaterThanOrEqual(0);
    expect(castOf(text).speakerOf({ start, end: start + source.length })).toEqual(name && { name, role });
  });
});

describe("the chain of mentions", () => {
  it("leads from a pronoun to the full name", () => {
    const text = "Mayor Ada Kirsch came late. Kirsch was tired. “Good night,” she said.";
    const start = text.indexOf("she");
    expect(castOf(text).why({ start, end: start + 3 })).toEqual(["she", "Kirsch", "Ada Kirsch"]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "Ada",
    "Kirsch",
    "the",
    "mayor",
    "of",
    "said",
    "he",
    "she",
    "they",
    ",",
    ".",
    "\n",
    '"',
    "“",
    "”",
    "'s",
    "who",
    "and",
    "President",
    "al-",
    "Jr.",
    "(",
    ")",
    "🎈",
    "\u200f",
    "KYIV",
    "-",
    "May",
    "42",
    "his",
    "Inc",
    "is",
    "a",
  );

  it("is read without throwing, and twice alike", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (pieces, a, b) => {
          const text = pieces.join(" ");
          const span = { start: Math.min(a, b) % (text.length + 2), end: (Math.max(a, b) % (text.length + 2)) + 1 };
          const name = castOf(text).speakerOf(span);
          expect(castOf(text).speakerOf(span)).toEqual(name);
          castOf(text).why(span);
        },
      ),
      { numRuns: 400 },
    );
  });
});
