import { expect, test } from "vitest";
import { openApi } from "./openapi.ts";
import { problemsOf } from "./validate.ts";

const check = openApi();
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, label = "Next") => ({ type: 2, style: 2, custom_id, label });
const row = (...components: object[]) => ({ type: 1, components });
const box = (...components: object[]) => ({ type: 17, components });
const message = (...components: object[]) => ({ flags: 1 << 15, components });

test.each<[string, object]>([
  ["plain content", { content: "Hello." }],
  [
    "a container with a row under it",
    message(box(text("Hello."), { type: 14, divider: true, spacing: 1 }), row(button("a"), button("b"))),
  ],
  ["4,000 characters", message(text("x".repeat(4_000)))],
  ["40 components", message(...Array.from({ length: 40 }, () => text("x")))],
  [
    "an attached file",
    { ...message({ type: 13, file: { url: "attachment://a.txt" } }), attachments: [{ id: "0", filename: "a.txt" }] },
  ],
])("takes %s", (_, body) => {
  expect(problemsOf(body)).toEqual([]);
  if (check) expect(check("MessageCreateRequest", body)).toEqual([]);
});

test.each<[string, object, boolean]>([
  ["nothing", {}, false],
  ["2,001 characters of content", { content: "x".repeat(2_001) }, false],
  ["content beside components", { ...message(text("x")), content: "x" }, false],
  ["4,001 characters in one text", message(text("x".repeat(4_001))), true],
  ["4,001 characters in two texts", message(text("x".repeat(2_000)), text("x".repeat(2_001))), false],
  ["41 components", message(box(...Array.from({ length: 40 }, () => text("x")))), false],
  ["an empty text", message(text("")), true],
  ["an empty container", message(box()), true],
  ["a container in a container", message(box(box(text("x")))), true],
  ["a button outside a row", message(button("a")), true],
  ["six buttons in a row", message(row(...[..."abcdef"].map((id) => button(id)))), true],
  ["one id twice", message(row(button("a"), button("a"))), false],
  ["one number twice", message({ ...box({ ...text("x"), id: 7 }), id: 7 }), false],
  ["a number of more than 31 bits", message({ ...text("x"), id: 2 ** 31 }), false],
  ["a long label", message(row(button("a", "x".repeat(81)))), true],
  ["a long id", message(row(button("x".repeat(101)))), true],
  ["a file that is not attached", message({ type: 13, file: { url: "attachment://a.txt" } }), false],
  ["components without the flag", { components: [text("x")] }, false],
  ["embeds of 6,001 characters", { embeds: [{ description: "x".repeat(4_000) }, { description: "x".repeat(2_001) }] }, false],
])("refuses %s", (_, body, isDescribed) => {
  expect(problemsOf(body)).not.toEqual([]);
  if (check && isDescribed) expect(check("MessageCreateRequest", body)).not.toEqual([]);
});
