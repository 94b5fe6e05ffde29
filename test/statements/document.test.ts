import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/statements/document.ts";

const sentences = (text: string): string[] => readDocument(text).sentences.map(({ start, end }) => text.slice(start, end));
const tokens = (text: string): string[] => {
  const { starts, ends } = readDocument(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};

describe("readDocument", () => {
  test.each([
    ["a question before its tag", "“Is it?” he asked. She left.", ["“Is it?” he asked.", "She left."]],
    ["an ellipsis", "All of it ... must go. Now.", ["All of it ... must go.", "Now."]],
    ["an officer's title", "The chief, Maj. Orrin Vale, left. Rain fell.", ["The chief, Maj. Orrin Vale, left.", "Rain fell."]],
    ["paragraphs", "One\nTwo\r\n\r\nThree", ["One", "Two", "Three"]],
    ["a dateline", "VELISSE, Aldermark (Northlight) - Talks began.", ["Talks began."]],
    ["a dateline with a day", "ORRE, May 4 — Rain fell. ORRE was wet.", ["Rain fell.", "ORRE was wet."]],
    ["capitals that are no dateline", "NATO said so. THE END - or not.", ["NATO said so.", "THE END - or not."]],
    ["white space only", " \n\t\r\n", []],
    ["nothing", "", []],
  ])("ends sentences where they end: %s", (_, text, expected) => expect(sentences(text)).toEqual(expected));

  test.each([
    ["contractions", "We can't go; it's Lee's dam.", ["We", "ca", "n't", "go", ";", "it", "'s", "Lee", "'s", "dam", "."]],
    ["curly apostrophes", "It’s so", ["It", "’s", "so"]],
    ["two apostrophes are one mark", "''So,'' he said", ["''", "So", ",", "''", "he", "said"]],
    ["no-break and zero-width spaces", "a\u00a0b \u2067c\u2069", ["a", "b", "\u2067", "c", "\u2069"]],
  ])("keeps every offset: %s", (_, text, expected) => expect(tokens(text)).toEqual(expected));

  test("reads words that are members of every object", () => {
    expect(tokens("constructor toString hasOwnProperty")).toEqual(["constructor", "toString", "hasOwnProperty"]);
  });

  test("reads the same whatever was read before", () => {
    const text = "It is the Orrims’ dam, Venn's and Orrim's. Orrim's dam holds.";
    const before = readDocument(text);
    readDocument("The dam was Venn's. The mill was Orrim's, the Orrims', and Orrim's!");
    expect(readDocument(text)).toEqual(before);
    expect(tokens("Venn's dam")).toEqual(["Venn", "'s", "dam"]);
  });

  test("reads the same after more unknown words than the tokeniser keeps", () => {
    const text = 'Orla Venn’s co-worker can\'t re-elect the velissers; "Gonna try," she said.';
    const before = readDocument(text);
    for (let from = 0; from < 30_000; from += 300)
      readDocument(Array.from({ length: 300 }, (_, i) => `Vq${(from + i).toString(36)}`).join(" "));
    expect(readDocument(text)).toEqual(before);
  });

  test("reads a paragraph of more different words than the tokeniser keeps, and the same after it", () => {
    const text = 'Orla Venn’s co-worker said: "It can\'t."';
    const before = readDocument(text);
    const long = Array.from({ length: 60_000 }, (_, i) => `${i}`).join(" ");
    expect(tokens(long).join(" ")).toBe(long);
    expect(readDocument(text)).toEqual(before);
  });

  test("cuts a run without white space, which the tokeniser reads in quadratic time", () => {
    const { starts, ends } = readDocument("a-b'".repeat(5_000));
    expect(starts.length).toBeGreaterThan(20);
    expect(ends.at(-1)).toBe(20_000);
  });
});
