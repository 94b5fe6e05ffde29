import { expect, test } from "vitest";
import { extractStatements } from "../../src/statements/extract.ts";
import { readQuotations } from "../../src/statements/quotations.ts";
import { expectSound } from "./sound.ts";

const MEGABYTE = 1_000_000;
const fill = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const PROSE =
  "Orla Venn, the mayor of Velisse, said on Monday that the dam would hold. “We built it to last,” she told reporters, “and last it will.” " +
  "Nobody asked why. According to the Northlight Institute, 14 of 20 towns lie below it; Mr. Orrim called the plan “a mistake” and urged them to go. ";

test.each([
  ["no white space", "a", MEGABYTE],
  ["words without an end", "dam ", MEGABYTE / 10],
  ["marks that never close", "“A dam ", MEGABYTE / 10],
  ["right-to-left marks and emoji", "\u2067שלום\u2069 👩‍👩‍👧 ", MEGABYTE / 10],
])(
  "reads one long line: %s",
  (_, part, length) => {
    const text = fill(part, length);
    expectSound(text, extractStatements("a", text));
  },
  60_000,
);

test("finds what is said on one line of a megabyte as it does in a short text", () => {
  const text = fill(PROSE, MEGABYTE);
  const read = extractStatements("a", text);
  expectSound(text, read);
  const few = extractStatements("a", PROSE).statements.length;
  expect(few).toBeGreaterThan(2);
  expect(read.statements.length).toBeGreaterThan((few * 0.9 * MEGABYTE) / PROSE.length);
}, 60_000);

test("pairs a megabyte of marks alone", () => {
  const quotations = readQuotations(fill('“‘"” «', MEGABYTE));
  expect(quotations.length).toBeLessThan(MEGABYTE);
  expect(
    quotations.flatMap(({ outer }) => outer).filter(({ start, end }) => start < 0 || end <= start || end > MEGABYTE),
  ).toEqual([]);
}, 60_000);
