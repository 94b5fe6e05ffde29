import { expect, test } from "vitest";
import { readTypedLine } from "../../../src/adapters/terminal/typed-line.ts";
import { commands } from "./fixture.ts";

const hint = "Commands begin with a slash, such as /who-said ceasefire; /help lists them.";

test.each([
  ["/who-said ceasefire by:X", { type: "command", command: "who-said", input: "ceasefire by:X" }],
  ['  /who-said   "a  b" \r', { type: "command", command: "who-said", input: '"a  b"' }],
  ["/help", { type: "command", command: "help", input: "" }],
  ["/Help", { type: "command", command: "Help", input: "" }],
  ["/quit", { type: "leave" }],
  ["/EXIT now", { type: "leave" }],
  ["", { type: "empty" }],
  [" \t", { type: "empty" }],
  ["hello there", { type: "hint", text: hint }],
  ["/", { type: "hint", text: hint }],
  ["who-said ceasefire", { type: "hint", text: "Commands begin with a slash: type /who-said" }],
  ["/ help", { type: "hint", text: "Commands begin with a slash: type /help" }],
  ["quit", { type: "hint", text: "Commands begin with a slash: type /quit" }],
  [
    `/help ${" ".repeat(4_000)}x`,
    { type: "too long", text: "A line may hold at most 4,000 characters: please ask in fewer words." },
  ],
])("%j", (typed, expected) => expect(readTypedLine(typed, commands)).toEqual(expected));

test("the first word of a command of two is known", () => {
  const feed = { ...commands[1]!, name: "feed add" };
  expect(readTypedLine("feed add x", [...commands, feed])).toEqual({
    type: "hint",
    text: "Commands begin with a slash: type /feed",
  });
});

test("a line of 4,000 characters is read", () => {
  expect(readTypedLine(`/help ${"x".repeat(3_994)}`, commands)).toMatchObject({ type: "command" });
});
