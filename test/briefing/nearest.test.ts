import { expect, test } from "vitest";
import { findNearest } from "../../src/briefing/nearest.ts";

const topics = [
  { name: "prisoners", statements: 9 },
  { name: "ceasefire", statements: 7 },
  { name: "negotiation", statements: 4 },
  { name: "grain", statements: 3 },
  { name: "EU", statements: 2 },
];
const speakers = [
  { name: "Ada Lund", statements: 8 },
  { name: "Viktor Sorenskiy", statements: 5 },
];

test.each([
  [{ topic: "ceasefyre" }, ["ceasefire"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{ topic: "negotiators" }, ["negotiation"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{ topic: "Sorenski" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Viktor Sorenskiy"]],
  [{ speaker: "Lunt" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund"]],
  [{ topic: "volcano" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{}, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund", "Viktor Sorenskiy"]],
])("%j", (asked, nearTopics, nearSpeakers) => {
  expect(findNearest(asked, topics, speakers)).toEqual({ topics: nearTopics, speakers: nearSpeakers });
});

test("a library with nothing in it has nothing near", () => {
  expect(findNearest({ topic: "ceasefire" }, [], [])).toEqual({ topics: [], speakers: [] });
});
