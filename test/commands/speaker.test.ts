import { expect, test } from "vitest";
import { makeArticle, makeStatement } from "../fixtures.ts";
import { askAll, lines } from "./asking.ts";

const library = ["Robert Hale", "Bob Hale", "Hale", "Robert “Red” Torv", "Ada Lund", "A. Lund", "a senior official"].map(
  (speaker, k) => {
    const article = makeArticle(`${k}`, `${speaker} said the dam holds ${k}.`);
    return { article, statements: [makeStatement(article, `the dam holds ${k}`, { speaker })] };
  },
);

/** The last of several commands, its title first. */
async function last(...typed: string[]): Promise<string[]> {
  const card = (await askAll(typed, library)).at(-1)!;
  return [...(card.title === undefined ? [] : [card.title]), ...lines(card)];
}

const MERGE = 'speaker merge "Bob Hale" into:"Robert Hale"';
const SPLIT = "speaker split Bob Hale from:Robert Hale";

test.each<[string[], string[]]>([
  [
    ["speaker show Ada Lund"],
    ["Ada Lund", "A. Lund = 1 statement\nAda Lund = 1 statement", 'Not the same? Type /speaker split "A. Lund" from:"Ada Lund"'],
  ],
  [
    ["speaker show robert hale"],
    ["Robert Hale", "Robert Hale = 1 statement", 'Has other names? Type /speaker merge <name> into:"Robert Hale"'],
  ],
  [
    ["speaker show a senior official"],
    [
      "a senior official",
      "“a senior official” names nobody: it may be somebody else in every article.",
      "1 statement: type /quotes a senior official",
    ],
  ],
  [
    [MERGE],
    [
      "One speaker",
      "“Bob Hale” and “Robert Hale” are one speaker now. Answers still show each statement under the name its article prints.",
      "Bob Hale = 1 statement, merged by hand into “Robert Hale”\nHale = 1 statement\nRobert Hale = 1 statement",
      'To undo it, type /speaker split "Bob Hale" from:"Robert Hale"',
    ],
  ],
  [
    [MERGE, SPLIT],
    [
      "Two speakers",
      "“Bob Hale” and “Robert Hale” are two speakers now.",
      "Bob Hale = 1 statement",
      "Robert Hale = 1 statement",
      'To undo it, type /speaker merge "Bob Hale" into:"Robert Hale"',
    ],
  ],
  [
    [SPLIT, MERGE],
    [
      "One speaker",
      expect.stringMatching(/are one speaker now/) as unknown as string,
      "This takes back an earlier split of “Robert Hale”, “Bob Hale”.",
      expect.stringMatching(/merged by hand/) as unknown as string,
      'To undo it, type /speaker split "Bob Hale" from:"Robert Hale"',
    ],
  ],
  [
    [SPLIT, "speaker show Bob Hale"],
    [
      "Bob Hale",
      "Bob Hale = 1 statement",
      "Kept apart by hand from “Robert Hale”.",
      'Has other names? Type /speaker merge <name> into:"Bob Hale"',
    ],
  ],
  [
    ["speaker merge «Robert “Red” Torv» into:Ada Lund", "speaker show Ada Lund"],
    [
      "Ada Lund",
      "A. Lund = 1 statement\nAda Lund = 1 statement\nRobert “Red” Torv = 1 statement, merged by hand into “Ada Lund”",
      'Not the same? Type /speaker split "A. Lund" from:"Ada Lund"',
    ],
  ],
])("%j", async (typed, expected) => {
  expect(await last(...typed)).toEqual(expected);
});

test.each<[string, string]>([
  ["speaker show Bobby Hale", "No speaker in the library has the name “Bobby Hale”. The nearest: Bob Hale, Hale, Robert Hale."],
  ["speaker merge Bob into:Robert Hale", "No speaker in the library has the name “Bob”. The nearest: Bob Hale."],
  ["speaker merge Bob Hale into:bob hale", "Both are the name “Bob Hale”: give two names."],
  ["speaker merge Bob Hale", "/speaker merge needs into: the speaker's other name, which then stands for both."],
  [
    "speaker split a senior official from:Ada Lund",
    "“a senior official” names nobody: it may be somebody else in every article, so it stays on its own.",
  ],
])("/%s is refused", async (typed, message) => {
  const [card] = await askAll([typed], library);
  expect([card!.problem === undefined, ...lines(card!)]).toEqual([false, message]);
});

test("an empty library has no names", async () => {
  const [card] = await askAll(["speaker show Hale"], []);
  expect(lines(card!)).toEqual(["No speaker in the library has the name “Hale”. It holds no statement yet."]);
});

test("what was merged answers to both names, each statement under its own, and says why", async () => {
  expect(await last(MERGE, "quotes Bob Hale")).toEqual([
    "Quotes of Bob Hale",
    "1. Hale: the dam holds 2 (null)",
    "2. Bob Hale: the dam holds 1 (null)",
    "3. Robert Hale: the dam holds 0 (null)",
    '“Hale”, “Bob Hale”: counted as Robert Hale; see /speaker show "Robert Hale"',
  ]);
  expect((await last(MERGE, SPLIT, "quotes Bob Hale")).slice(1)).toEqual(["1. Bob Hale: the dam holds 1 (null)"]);
});
