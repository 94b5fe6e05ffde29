import fc from "fast-check";
import { expect, test } from "vitest";
import { inList, lastOfList, readList } from "../../src/chat/list.ts";

test.each<[string, string[]]>([
  ["", []],
  ["ceasefire", ["ceasefire"]],
  ["ceasefire, prisoner exchange", ["ceasefire", "prisoner exchange"]],
  ["a;b , c", ["a", "b", "c"]],
  [",, a ,", ["a"]],
  ['"talks, again", dam', ["talks, again", "dam"]],
  ['dam, "talks; again"', ["dam", "talks; again"]],
  ["“talks, again”;„dam, dry“", ["talks, again", "dam, dry"]],
  ['the "quiet, river" talks', ['the "quiet', 'river" talks']],
  ['"open, mark', ['"open', "mark"]],
])("reads %j", (typed, expected) => {
  expect(readList(typed)).toEqual(expected);
});

test("what is put in a list is read from it again", () => {
  const value = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/["“”„«»]/g, "").trim());
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const some = values.filter((each) => each !== "");
      expect(readList(some.map(inList).join(", "))).toEqual(some);
    }),
  );
});

test("a list is read in linear time", () => {
  for (const part of ['"', " ", ",", '" ', '", ']) {
    const began = performance.now();
    readList(part.repeat(100_000));
    expect(performance.now() - began, part).toBeLessThan(2_000);
  }
});

test.each<[string, string, string]>([
  ["cea", "", "cea"],
  ["ceasefire, pri", "ceasefire, ", "pri"],
  ["ceasefire;", "ceasefire; ", ""],
  ['"talks, ag', "", '"talks, ag'],
  ['"talks, again", d', '"talks, again", ', "d"],
])("the last value of %j", (typed, before, last) => {
  expect(lastOfList(typed)).toEqual({ before, last });
});
