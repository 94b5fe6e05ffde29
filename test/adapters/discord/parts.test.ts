import { expect, test } from "vitest";
import { type Item, packParts, withButtons } from "../../../src/adapters/discord/parts.ts";
import { messageOf } from "./message.ts";
import { problemsOf } from "./validate.ts";

const item = (shown: Item["shown"], more: Partial<Item> = {}): Item => ({ apart: "space", shown, ...more });
const inside = (items: readonly Item[]) =>
  packParts(items, 0).map(({ components }) => (components[0] as { components: unknown[] }).components);

test("on the line below, further down, below a rule", () =>
  expect(inside([item("a", { apart: "rule" }), item("b", { apart: "line" }), item("c"), item("d", { apart: "rule" })])).toEqual([
    [
      { type: 10, content: "a\nb" },
      { type: 10, content: "c" },
      { type: 14, divider: true, spacing: 1 },
      { type: 10, content: "d" },
    ],
  ]));

test("a further message where there are too many characters, components, files or bytes", () => {
  expect(inside([item("x".repeat(2_000)), item("y".repeat(2_000))])).toHaveLength(2);
  expect(inside(Array.from({ length: 60 }, () => item("x")))).toHaveLength(2);
  const file = (k: number, text: string) => item({ name: `${k}.txt`, mediaType: "text/plain", text });
  expect(inside(Array.from({ length: 11 }, (_, k) => file(k, "x")))).toHaveLength(2);
  expect(inside([file(1, "x".repeat(5_000_000)), file(2, "x".repeat(5_000_000))])).toHaveLength(2);
});

test("a heading goes with what it stands above", () => {
  const parts = inside([item("x".repeat(3_000)), item("### Said", { leads: true }), item("y".repeat(1_000))]);
  expect(parts.map((part) => part.length)).toEqual([1, 2]);
});

test("a heading alone is shown", () => expect(inside([item("### Said", { leads: true })])).toHaveLength(1));

test("there is room for five buttons under every message", () => {
  const buttons = Array.from({ length: 5 }, (_, k) => ({ id: `s:a${k}`, label: "l".repeat(40) }));
  const parts = packParts(
    Array.from({ length: 90 }, () => item("x".repeat(100), { apart: "rule" })),
    0,
  );
  for (const part of parts) expect(problemsOf(messageOf(withButtons(part, buttons)))).toEqual([]);
  expect(parts.length).toBeGreaterThan(1);
});

test("no buttons make no row", () => {
  const [part] = packParts([item("x")], 0);
  expect(withButtons(part!, [])).toBe(part);
});
