import { expect, test } from "vitest";
import { piecesOf, type Unit } from "../../../src/adapters/discord/pieces.ts";

const asIs = (text: string) => text;
const unit = (...texts: readonly string[]): Unit => ({
  head: (part) => `Ada${part && ` ${part}`}`,
  rows: [{ open: "> ", runs: texts.map((text, k) => ({ before: k === 0 ? "" : " … ", text, show: (words) => `“${words}”` })) }],
  foot: () => "receipt",
});
/** The words of each piece, where each has its head and foot. */
const words = (all: Unit, room: number): string[] => {
  const pieces = piecesOf(all, room);
  for (const [k, piece] of pieces.entries()) {
    expect(piece.length).toBeLessThanOrEqual(room);
    const part = pieces.length === 1 ? "" : ` part ${k + 1} of ${pieces.length}`;
    expect(piece.split("\n").at(0)).toBe(`Ada${part}`);
    expect(piece.split("\n").at(-1)).toBe("receipt");
  }
  return pieces.map((piece) => piece.split("\n").slice(1, -1).join("\n"));
};

test("what fits stays whole", () => expect(words(unit("One.", "Two."), 40)).toEqual(["> “One.” … “Two.”"]));

test("between sentences, each in its quotation marks", () =>
  expect(words(unit("One is one. Two is two. Three is three, or more."), 61)).toEqual([
    "> “One is one. Two is two.”",
    "> “Three is three, or more.”",
  ]));

test("a further fragment says also in another piece that words stand before it", () =>
  expect(words(unit("One is one and all alone.", "Two is two and more."), 61)).toEqual([
    "> “One is one and all alone.”",
    "> … “Two is two and more.”",
  ]));

test("between words, where a sentence is too long", () =>
  expect(words(unit("one two three four five six seven eight nine ten"), 61)).toEqual([
    "> “one two three four five”",
    "> “six seven eight nine ten”",
  ]));

test("between letters, where a word is too long, and never inside of one", () => {
  expect(words(unit("x".repeat(50)), 61)).toEqual([`> “${"x".repeat(25)}”`, `> “${"x".repeat(25)}”`]);
  expect(words(unit("🕊".repeat(24)), 61)).toEqual(Array(2).fill(`> “${"🕊".repeat(12)}”`));
});

test("without head and foot, line by line", () => {
  const rows = ["One.", "", "Two.", "Three."].map((text) => ({
    open: "",
    runs: text === "" ? [] : [{ before: "", text, show: asIs }],
  }));
  expect(piecesOf({ rows }, 100)).toEqual(["One.\nTwo.\nThree."]);
  expect(piecesOf({ rows }, 12)).toEqual(["One.\nTwo.", "Three."]);
  expect(piecesOf({ rows: [] }, 10)).toEqual([]);
});
