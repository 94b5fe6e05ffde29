import { expect, test } from "vitest";
import { relevance } from "../../src/briefing/relevance.ts";

test.each([
  ["ceasefire", "Both sides kept the cease-fire.", 1],
  ["ceasefire", "They would cease fire at noon.", 1],
  ["cease fire", "The ceasefires held.", 1],
  ["Kyiv", "He flew to Kiev.", 1],
  ["prisoner exchange", "The prisoners went home.", 0.5],
  ["the prisoners", "The road is open.", 0],
  ["the", "The road is open.", 1],
  ["?", "The road is open.", 0],
])("%j in %j", (topic, text, expected) => {
  expect(relevance(topic)(text)).toBe(expected);
});
