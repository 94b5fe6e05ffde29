import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decision, identify } from "../../src/store/identity.ts";
import { readName } from "../../src/store/name.ts";

/** Groups of more than one, as "A = B"; `by` lists decisions such as "A = B" and "A | B". */
function groups(names: readonly string[], by: readonly string[] = []): string[] {
  const known = names.map((name, key) => ({ key, name, reading: readName(name) }));
  const decisions = by.map((decision): Decision => {
    const [speaker, other] = decision.split(/ [=|] /).map((name) => names.indexOf(name)) as [number, number];
    return { speaker, other, one: decision.includes("=") };
  });
  const found = identify(known, decisions);
  return [...Map.groupBy(names, (name) => found.get(names.indexOf(name))!).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted().join(" = "))
    .toSorted();
}

test.each<[string, string[], string[]]>([
  [
    "spellings",
    ["Viktor Sorenskiy", "Victor Sorensky", "Viktor Sorenskyy"],
    ["Victor Sorensky = Viktor Sorenskiy = Viktor Sorenskyy"],
  ],
  [
    "a middle name or initial",
    ["Robert Hale", "Robert J. Hale", "Robert James Hale"],
    ["Robert Hale = Robert J. Hale = Robert James Hale"],
  ],
  [
    "a nickname in quotation marks",
    ["Robert “Bob” Hale", "Bob Hale", "Robert Hale"],
    ["Bob Hale = Robert Hale = Robert “Bob” Hale"],
  ],
  ["no nickname nobody printed", ["Bob Hale", "Robert Hale"], []],
  ["the only one of a surname", ["Hale", "Robert Hale", "Ada Lund"], ["Hale = Robert Hale"]],
  ["nobody of two of a surname", ["Hale", "Robert Hale", "Ada Hale"], []],
  ["an initial", ["R. Hale", "Robert Hale", "Ada Hale"], ["R. Hale = Robert Hale"]],
  ["nobody of two with an initial", ["R. Hale", "Robert Hale", "Rosa Hale"], []],
  [
    "two middle names are two people, whom the short name does not tell",
    ["Robert Hale", "Robert J. Hale", "Robert T. Hale", "Hale"],
    [],
  ],
  ["father and child", ["Robert Hale", "Robert Hale Jr.", "Hale"], []],
  ["a couple", ["Mrs. Hale", "Robert Hale", "Hale"], []],
  ["particles", ["von der Leien", "Leien", "Ursel von der Leien"], ["Leien = Ursel von der Leien = von der Leien"]],
  [
    "Arabic articles",
    ["Bashir al-Masri", "al-Masri", "Masri", "Bashir Masri"],
    ["Bashir Masri = Bashir al-Masri = Masri = al-Masri"],
  ],
  [
    "an organisation with its article and capitals",
    ["the Ministry of Finance", "Ministry of Finance"],
    ["Ministry of Finance = the Ministry of Finance"],
  ],
  [
    "no organisation by a part of its name",
    ["Supreme Court", "Supreme Administrative Court", "Court", "White House", "House"],
    [],
  ],
  ["no place and no paper by a surname", ["Washington", "Lena Washington", "Hill", "Tom Hill"], []],
  ["no unnamed source", ["a senior official", "senior official", "the ministry"], []],
])("%s", (_, names, expected) => {
  expect(groups(names)).toEqual(expected);
  expect(groups(names.toReversed())).toEqual(expected);
});

test.each<[string, string[], string[], string[]]>([
  ["merged", ["Bob Hale", "Robert Hale"], ["Bob Hale = Robert Hale"], ["Bob Hale = Robert Hale"]],
  [
    "a merge brings what is one with each, and makes the surname clear",
    ["Bob Hale", "Robert Hale", "Robert J. Hale", "Hale"],
    ["Bob Hale = Robert Hale"],
    ["Bob Hale = Hale = Robert Hale = Robert J. Hale"],
  ],
  ["a surname merged by hand has its owner", ["Hale", "Robert Hale", "Ada Marsh"], ["Hale = Ada Marsh"], ["Ada Marsh = Hale"]],
  ["split: the surname", ["Hale", "Robert Hale"], ["Hale | Robert Hale"], []],
  ["split: the surname no longer tells", ["Hale", "Robert Hale", "Robert J. Hale"], ["Robert J. Hale | Robert Hale"], []],
  [
    "split: one spelling leaves, the others stay",
    ["Viktor Sorenskiy", "Victor Sorensky", "Viktor Sorenskyy"],
    ["Victor Sorensky | Viktor Sorenskyy"],
    ["Viktor Sorenskiy = Viktor Sorenskyy"],
  ],
  [
    "split: not joined over a third name either",
    ["Robert Hale", "Robert J. Hale", "Bob Hale"],
    ["Bob Hale = Robert Hale", "Robert J. Hale | Bob Hale"],
    ["Bob Hale = Robert Hale"],
  ],
])("%s", (_, names, decisions, expected) => {
  expect(groups(names, decisions)).toEqual(expected);
  expect(groups(names.toReversed(), decisions)).toEqual(expected);
});

const NAMES =
  "Hale|R. Hale|Robert Hale|Robert J. Hale|Robert T. Hale|Rosa Hale|Bob Hale|Robert “Bob” Hale|Robert Hale Jr.|Lund|Ada Lund|Adda Lund";

test("the order of the names tells nothing, and nothing joins what was split", () => {
  const names = fc.uniqueArray(fc.constantFrom(...NAMES.split("|")), { minLength: 2 });
  fc.assert(
    fc.property(names, fc.integer(), fc.nat(), fc.nat(), (some, seed, a, b) => {
      const [one, other] = [some[a % some.length]!, some[b % some.length]!];
      const decisions = one === other ? [] : [`${one} | ${other}`];
      const found = groups(some, decisions);
      expect(
        groups(
          some.toSorted((x, y) => ((x.length * seed) % 7) - ((y.length * seed) % 7)),
          decisions,
        ),
      ).toEqual(found);
      if (one !== other)
        expect(found.some((group) => group.split(" = ").includes(one) && group.split(" = ").includes(other))).toBe(false);
    }),
  );
});

test("where thousands share a surname, nothing is told from it", () => {
  const syllables = ["ba", "da", "fa", "ga", "ma", "na", "pa", "ra", "sa", "ta"];
  const names = Array.from(
    { length: 2_100 },
    (_, k) => `Be${[...String(k)].map((digit) => syllables[Number(digit)]).join("")} Hale`,
  );
  expect(groups([...names.slice(0, 3), "Robert Hale", "R. Hale"])).toEqual(["R. Hale = Robert Hale"]);
  expect(groups(["Hale", "R. Hale", "Robert Hale", ...names])).toEqual(["R. Hale = Robert Hale"]);
});
