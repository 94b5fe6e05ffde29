import { expect, test } from "vitest";
import { readDocument } from "../../src/statements/document.ts";

const tagsOf = (text: string, word: string): string[] => {
  const { words, pos } = readDocument(text);
  return words.flatMap((each, k) => (each === word ? [pos[k]!] : []));
};

test.each([
  ["Georg Venn left. Martin Will wrote it. Will said it was over.", "Will"],
  ["Mr May said no. May told the council that he would stay.", "May"],
  ["The judge, Adrian Garland, spoke. Garland denied it.", "Garland"],
  ["Paul Blunt spoke. “It leaks,” Blunt, after a pause, said.", "Blunt"],
])("%s: a surname wherever it stands", (text, word) => {
  const tags = tagsOf(text, word);
  expect(tags.length).toBeGreaterThan(1);
  expect(new Set(tags)).toEqual(new Set(["PROPN"]));
});

test.each([
  ["Martin Will wrote it. Will he go?", "Will", ["PROPN", "AUX"]],
  ["He will go. Will said it.", "Will", ["AUX"]],
  ["Virginia May Vote Again. May the best win.", "May", ["NOUN", "NOUN"]],
  ["Paul Venn Refuses to go. Refuses he? He refuses.", "refuses", ["VERB"]],
])("%s: a word stays one", (text, word, tags) => {
  expect(tagsOf(text, word)).toEqual(tags);
});

test("a surname's base form is the name, not the word's", () => {
  const { words, lemmas } = readDocument("Anna Rose sang. Rose said it.");
  expect(words.map((word, k) => (word === "Rose" ? lemmas[k] : null)).filter(Boolean)).toEqual(["rose", "rose"]);
});
