import { expect, test } from "vitest";
import { foldNames, foldText, isCommon, readTerms } from "../../src/store/terms.ts";

test.each([
  ["cease-fire", "ceasefire"],
  ["Kiev", "Kyiv"],
  ["Türkiye", "Turkey"],
  ["labour", "labor"],
  ["organisations", "organizations"],
  ["centre", "center"],
  ["defence", "defense"],
  ["analyse", "analyze"],
  ["travelled", "traveled"],
  ["Hizbullah’s", "Hezbollah"],
  ["café", "CAFE"],
  ["1,200", "1200"],
])("%j and %j share a form", (a, b) => {
  const forms = (word: string) => readTerms(word).flatMap(({ forms }) => forms);
  expect(forms(a).filter((form) => forms(b).includes(form))).not.toEqual([]);
});

test.each([
  ["four", "for"],
  ["hour", "hor"],
  ["this", "thiz"],
  ["sell", "sel"],
])("%j keeps its own form", (word, other) => {
  expect(readTerms(word)[0]!.forms).not.toContain(other);
});

test.each([
  ["Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy", "Volodymyr Zelenskyi", "Volodymyr Zelenskij"],
  ["Yelena Horvay", "Elena Horvai"],
  ["Sergey Alexandrov", "Sergei Aleksandrov"],
  ["Mikhail Tchekhov", "Mihail Chekhov"],
  ["Muhammad", "Mohammed"],
])("one name however it is romanised: %s", (...spellings) => {
  expect(new Set(spellings.map(foldNames)).size).toBe(1);
});

test.each([
  ["Ada Lund", "Ida Lund"],
  ["Marin", "Martin"],
])("%s and %s stay two", (a, b) => {
  expect(foldNames(a)).not.toBe(foldNames(b));
});

test("keeps the words of a text in order, a hyphenated one with its parts", () => {
  expect(foldText("The cease-fire, it's “holding”… (so far)")).toBe("the cease ceasefire fire it holding so far");
});

test.each(["", " ", "—", "'''", "\u200b", "…"])("%j holds no terms", (text) => {
  expect(readTerms(text)).toEqual([]);
});

test("a hostile line takes no time to speak of", () => {
  expect(readTerms("-'".repeat(500_000))).toEqual([]);
  expect(readTerms(`a${"-'".repeat(500_000)}b`)).toHaveLength(2);
  expect(readTerms("a-".repeat(500_000))).toHaveLength(1);
});

test("common words are told from telling ones", () => {
  expect(["the", "Said", "ceasefire"].map(isCommon)).toEqual([true, true, false]);
});
