import { expect, test } from "vitest";
import { readTranscript } from "../../src/statements/transcript.ts";

const said = (text: string): string[][] =>
  readTranscript(text).map(({ source, content }) => [source!, ...content].map(({ start, end }) => text.slice(start, end)));

test("each line of a transcript is its speaker's", () => {
  const text =
    "Two sat down.\n\nVasquero: How is it?\nBurt Hale:  It bends: badly. \r\n\r\nVasquero: And now?\nBurt Hale: Ask me later.\n";
  expect(said(text)).toEqual([
    ["Vasquero", "How is it?"],
    ["Burt Hale", "It bends: badly."],
    ["Vasquero", "And now?"],
    ["Burt Hale", "Ask me later."],
  ]);
});

test.each([
  ["one label alone", "Vasquero: How is it?\nVasquero: And now?\nVasquero: Well?"],
  ["labels that never come back", "Hale: One.\nLund: Two.\nVenn: Three."],
  ["a list", "Date: Monday\nLocation: Velisse\nDate: Tuesday\nLocation: Lorvia"],
  ["a colon within a sentence", "There is one question: who pays?\nThere is one answer: nobody.\nThere is one question: why?"],
])("%s makes no transcript", (_, text) => expect(said(text)).toEqual([]));

test("reads long lines and many", () => {
  expect(readTranscript("Hale: It bends.\nLund: It holds.\n".repeat(30_000))).toHaveLength(60_000);
  expect(readTranscript("Aa ".repeat(300_000))).toEqual([]);
  expect(readTranscript(`${"Aa ".repeat(19)}: ${"x ".repeat(300_000)}`)).toEqual([]);
});
