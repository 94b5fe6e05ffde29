import { expect, test } from "vitest";

import { extractStatements } from "../../src/statements/extract.ts";
import { MINIMUM_CONFIDENCE } from "../../src/store/store.ts";

const page = (label: string, other: string): string =>
  [
    "The old dam may go, an engineer of the valley told the council on Monday.",
    `${label}: The dam is the best thing that we have ever built, and it holds.`,
    `${other}: It leaks on us every day of the year.`,
    `${label}: We have been there for years.`,
  ].join("\n\n");

test.each([
  ["Pros", "Cons"],
  ["Q", "A"],
  ["Summary", "Details"],
  ["Report", "Poll"],
  ["Newspaper", "Insiders"],
])("a line behind %s: or %s: is nobody's statement", (label, other) => {
  const text = page(label, other);
  const shown = extractStatements("a", text).statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE);
  expect(shown.filter(({ content }) => content[0]!.start > text.indexOf("\n"))).toEqual([]);
});

test("one letter is no speaker's name", () => {
  const text = page("Q", "A");
  for (const { speaker } of extractStatements("a", text).statements) expect(speaker?.name ?? "").not.toMatch(/^.$/);
});
