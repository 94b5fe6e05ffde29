import { expect, test } from "vitest";
import { readDocument } from "../../src/statements/document.ts";
import { readTranscript } from "../../src/statements/transcript.ts";

const said = (text: string): string[][] =>
  readTranscript(readDocument(text)).map(({ source, content }) =>
    [source!, ...content].map(({ start, end }) => text.slice(start, end)),
  );

test("each line of a transcript is its speaker's", () => {
  const text =
    "The minister Vasquero sat down.\n\nVasquero: How is it?\nBurt Hale:  It bends: badly. \r\n\r\nVasquero: And now?\nBurt Hale: Ask me later.\n";
  expect(said(text)).toEqual([
    ["Vasquero", "How is it?"],
    ["Burt Hale", "It bends: badly."],
    ["Vasquero", "And now?"],
    ["Burt Hale", "Ask me later."],
  ]);
});

test("a label may be in capitals, a given name or a title", () => {
  const text =
    "Orla Venn met Mr. Lund and Burt Hale.\nORLA VENN: How is it?\nMR. LUND: It bends.\nBurt: It holds.\nVENN: Who is right?\nLUND: I am.\n";
  expect(said(text).map(([label]) => label)).toEqual(["ORLA VENN", "MR. LUND", "Burt", "VENN", "LUND"]);
});

test("who is not known for a person says nothing among those who are", () => {
  const text = "Q: How is it?\nOrla Venn: It bends.\nQ: And now?\nBurt Hale: It holds.\nNote: It leaks.\nOrla Venn: No.\n";
  expect(said(text)).toEqual([
    ["Orla Venn", "It bends."],
    ["Orla Venn", "No."],
  ]);
});

const PEOPLE = "Burt Hale, Orla Venn and Mr Lund sat down.\n";

test.each([
  ["one label alone", `${PEOPLE}Venn: How is it?\nVenn: And now?\nVenn: Well?`],
  ["labels that never come back", `${PEOPLE}Hale: One.\nLund: Two.\nVenn: Three.`],
  ["a list", "Date: Monday\nLocation: Velisse\nDate: Tuesday\nLocation: Lorvia"],
  [
    "a list of things for and against",
    "The pros and cons.\nPros: It is cheap.\nCons: It leaks.\nPros: It is near.\nCons: It bends.",
  ],
  ["links to others", "Read More: The dam leaks.\nSee Also: The dam holds.\nRead More: The dam bends.\nSee Also: A dam."],
  ["results", `${PEOPLE}Orla Venn: 1,769.\nBurt Hale: 1,501.\nVenn: 2,316.\nHale: 1,547.`],
  ["a colon within a sentence", "There is one question: who pays?\nThere is one answer: nobody.\nThere is one question: why?"],
  ["people nobody has named", "Vasquero: How is it?\nOmbele: It bends.\nVasquero: And now?"],
])("%s makes no transcript", (_, text) => expect(said(text)).toEqual([]));

test("reads long lines and many", () => {
  expect(said(`${PEOPLE}${"Hale: It bends.\nLund: It holds.\n".repeat(30_000)}`)).toHaveLength(60_000);
  expect(said("Aa ".repeat(300_000))).toEqual([]);
  expect(said(`${"Aa ".repeat(19)}: ${"x ".repeat(300_000)}`)).toEqual([]);
});

test.each([
  ["behind the words", (blanks: string) => `Hale: It bends.${blanks}x\n`],
  ["before the words", (blanks: string) => `Hale: ${blanks}It bends.\n`],
  ["in a label", (blanks: string) => `Burt${blanks}Hale: It bends.\n`],
  ["alone", (blanks: string) => `${blanks}\n`],
])("comes back from a megabyte of blanks %s", (_, lineOf) => {
  const line = lineOf(" ".repeat(1_000_000));
  expect(said(`${PEOPLE}Hale: It bends.\n${line}Lund: It holds.\nHale: No.\n`).length).toBeGreaterThanOrEqual(2);
});
