import fc from "fast-check";
import { expect, test } from "vitest";
import { createWordTable } from "../../src/statements/word-table.ts";

test("a word is found wherever it stands in a text, and no other", () => {
  const words = fc.uniqueArray(fc.string({ unit: "binary", minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.string(), fc.string(), (all, before, behind) => {
      const table = createWordTable<string>();
      const added = all.filter((_, i) => i % 2 === 0);
      for (const word of added) table.add(word, `value of ${word}`);
      expect(table.size()).toBe(added.length);
      for (const word of all) {
        const found = table.get(before + word + behind, before.length, before.length + word.length);
        expect(found).toBe(added.includes(word) ? `value of ${word}` : undefined);
      }
    }),
  );
});

test("it grows with words and their characters, and forgets all at once", () => {
  const table = createWordTable<number>();
  const words = Array.from({ length: 20_000 }, (_, i) => `word ${i}`);
  for (const [i, word] of words.entries()) table.add(word, i);
  const long = "x".repeat(300_000);
  table.add(long, -1);
  expect(words.every((word, i) => table.get(word, 0, word.length) === i)).toBe(true);
  expect(table.get(`(${long})`, 1, 1 + long.length)).toBe(-1);
  table.clear();
  expect(table.size()).toBe(0);
  expect(table.get(long, 0, long.length)).toBeUndefined();
  table.add("word 7", 7);
  expect(table.get("word 7", 0, 6)).toBe(7);
});
