import { expect, test } from "vitest";
import { createWordTable } from "../../src/statements/word-table.ts";
import { describeWord } from "../../src/statements/words.ts";

const run = (tag: string) => describeWord("run", "run", tag);

test("keeps words apart by number and part of speech", () => {
  const table = createWordTable(100);
  const [noun, verb, other] = [run("NOUN"), run("VERB"), run("NOUN")];
  table.set(0, 1, noun);
  table.set(0, 2, verb);
  table.set(99, 1, other);
  expect([table.get(0, 1), table.get(0, 2), table.get(99, 1)]).toEqual([noun, verb, other]);
  expect(table.get(99, 1)).toBe(other);
  for (const [number, kind] of [
    [0, 0],
    [0, 3],
    [1, 1],
    [99, 2],
  ] as const)
    expect(table.get(number, kind)).toBeUndefined();
});

test("does not keep what it has no room for", () => {
  const table = createWordTable(100);
  table.set(100, 1, run("NOUN"));
  table.set(1, 20, run("NOUN"));
  expect([table.get(100, 1), table.get(1, 20), table.get(2, 0)]).toEqual([undefined, undefined, undefined]);
});
