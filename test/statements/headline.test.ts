import { expect, test } from "vitest";
import { standsInHeadline } from "../../src/statements/headline.ts";

test.each([
  ["Sheriff: ‘We Will Find the Goat’\n\nThe sheriff widened his search.", "We Will", true],
  ["MAYOR SAYS DAM WILL HOLD\nThe dam leaks.", "DAM", true],
  ["The search goes on.\nMayor of Velisse Says Dam Will Hold", "Says", true],
  ["The mayor of Velisse says the dam will hold", "says", false],
  ["“It holds,” said Dr. J. P. Orme, 45, of the Harbour Board. “For now it does.”", "It holds", false],
  ["The dam leaks.", "The", false],
  [`${"dams leak ".repeat(3)}dams ${"Dam ".repeat(18).trim()}`, "Dam", true],
  [`${"dams leak ".repeat(4)}${"Dam ".repeat(17).trim()}`, "Dam", false],
  [`${"Mayor Says Dam Holds ".repeat(40)}`, "Holds", false],
])("%s", (text, words, expected) => {
  expect(standsInHeadline(text, text.indexOf(words))).toBe(expected);
});
