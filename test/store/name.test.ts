import { expect, test } from "vitest";
import { readName } from "../../src/store/name.ts";

const same = (a: string, b: string) => readName(a).full === readName(b).full;

test.each([
  ["the Ministry of Finance", "Ministry of Finance"],
  ["Ministry of finance", "MINISTRY OF FINANCE"],
  ["Volodar Zelinskyy", "Volodar Zelinsky"],
  ["Robert “Bob” Hale", "Robert Hale"],
  ['Robert "Bob" Hale', "Robert (Bob) Hale"],
  ["Dr. Ada Lund", "Ada Lund"],
  ["Sir Tom Arden, KC", "Tom Arden"],
  ["J.K. Marsh", "J. K. Marsh"],
  ["JK Marsh", "J.K. Marsh"],
  ["Bashir al-Masri", "Bashir Masri"],
  ["Kim Jor-un", "Kim Jor Un"],
  ["Smith & Daughters", "Smith and Daughters"],
  ["Martin O’Mara", "Martin O'Mara"],
])("%j and %j are written alike", (a, b) => expect(same(a, b)).toBe(true));

test.each([
  ["Robert Hale", "Robert Hale Jr."],
  ["Ann Alee", "Anna Lee"],
  ["Mrs. Hale", "Mr. Hale"],
  ["Ministry of Finance", "Ministry of Defence"],
])("%j and %j are not", (a, b) => expect(same(a, b)).toBe(false));

test.each([
  "a senior official",
  "two diplomats",
  "officials",
  "the ministry",
  "a Foreign Ministry spokesman",
  "30 residents",
  "An official",
  "",
  "—",
])("%j names nobody", (name) => expect(readName(name)).toEqual({ full: null, person: null }));

test.each<[string, string | null]>([
  ["Hale", "- | - | hale"],
  ["R. Hale", "r. | - | hale"],
  ["Robert J. Hale", "robert | j. | hale"],
  ["J.K. Marsh", "j. | k. | marsh"],
  ["Robert “Bob” Hale", "robert bob | - | hale"],
  ["Ursel von der Leien", "ursel | - | vonderleien leien"],
  ["Robert De Nira", "robert | - | denira nira"],
  ["von der Leien", "- | - | vonderleien leien"],
  ["Anna Smith-Jones", "ana | - | smithiones"],
  ["Robert Hale Jr.", "robert | - | hale"],
  ["Mrs. Hale", "mrs | - | hale"],
  ["the Hale", null],
  ["White House", null],
  ["New Harbour", null],
  ["Supreme Court", null],
  ["Bank of Lorvia", null],
  ["Robert Hale and Ada Lund", null],
  ["BBN News", null],
  ["NATO", null],
  ["Washington", null],
])("%j is built like %j", (name, expected) => {
  const { person } = readName(name);
  const show = (parts: readonly { folded: string; initial: boolean }[]) =>
    parts.map(({ folded, initial }) => (initial ? `${folded}.` : folded)).join(" ") || "-";
  expect(person && `${show(person.given)} | ${show(person.middle)} | ${person.called.join(" ")}`).toBe(expected);
});

test("any string is read", () => {
  for (const name of ["\ud800", "“”", "( )", "J.", "...", "al-", "\u202e\u0000", "x".repeat(10_000), `“${" ".repeat(10_000)}`]) {
    expect(() => readName(name)).not.toThrow();
  }
});
