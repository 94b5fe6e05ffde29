import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText, pack } from "../../src/chat/cut.ts";

const one = () => 1;

describe("a text is cut", () => {
  test.each([
    ["", 10, []],
    ["Short.", 10, ["Short."]],
    ["One is here. Two is here. Three.", 26, ["One is here. Two is here.", "Three."]],
    ["He said “no.” Then he left the room.", 20, ["He said “no.”", "Then he left the", "room."]],
    ["I. a long one without an end", 16, ["I. a long one", "without an end"]],
    ["unbreakable", 4, ["unbr", "eaka", "ble"]],
    ["𝒳𝒳𝒳", 1, ["𝒳", "𝒳", "𝒳"]],
  ])("%j into %d", (text, room, pieces) => {
    expect(cutText(text, room, one)).toEqual(pieces);
  });

  test("without losing anything but white space, and never above the room", () => {
    const cost = (character: string) => (character === "&" ? 5 : character.length);
    const text = fc.array(fc.constantFrom("a", "&", " ", ". ", "𝒳", "word", "\n")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 30 }), (text, room) => {
        const pieces = cutText(text, room, cost);
        expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const piece of pieces)
          expect([...piece].reduce((sum, character) => sum + cost(character), 0)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

test("things are packed in order, as many as there is room for of everything", () => {
  expect(pack([3, 3, 3, 9, 1, 1, 1, 1], (size) => [size, 1], [6, 3])).toEqual([[3, 3], [3], [9], [1, 1, 1], [1]]);
  expect(pack([], () => [1], [1])).toEqual([]);
});
