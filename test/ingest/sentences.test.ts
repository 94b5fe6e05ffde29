import { expect, test } from "vitest";
import { readSentences } from "../../src/ingest/sentences.ts";

test.each<[string, string | null, string[]]>([
  ["Der Damm hält. Er hielt immer!\n\nWer fragt?", "de", ["Der Damm hält.", "Er hielt immer!", "Wer fragt?"]],
  ["大坝会坚持住。她说没有问题。", "zh", ["大坝会坚持住。", "她说没有问题。"]],
  ["  One. \r\n Two ", null, ["One.", "Two"]],
  ["", null, []],
])("%j", (text, language, expected) => {
  expect(readSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
