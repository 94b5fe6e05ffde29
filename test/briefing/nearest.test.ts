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
  { name: "Ada Lund", statements: 8, also: ["Kessler"] },
  { name: "Viktor Sorenskiy", statements: 5, also: [] },
];
const store = {
  topics: async (_: string, { limit }: { limit: number }) => topics.slice(0, limit),
  speakers: async () => speakers,
};

test.each([
  [{ topic: "ceasefyre" }, ["ceasefire"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{ topic: "negotiators" }, ["negotiation"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{ topic: "Sorenski" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Viktor Sorenskiy"]],
  [{ speaker: "Lunt" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund"]],
  [{ speaker: "Kesler" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund"]],
  [{ topic: "volcano" }, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund", "Viktor Sorenskiy"]],
  [{}, ["prisoners", "ceasefire", "negotiation", "grain", "EU"], ["Ada Lund", "Viktor Sorenskiy"]],
])("%j", async (asked, nearTopics, nearSpeakers) => {
  expect(await findNearest(store, "w", asked)).toEqual({ topics: nearTopics, speakers: nearSpeakers });
});

test("a library with nothing in it has nothing near", async () => {
  const empty = { topics: async () => [], speakers: async () => [] };
  expect(await findNearest(empty, "w", { topic: "ceasefire" })).toEqual({ topics: [], speakers: [] });
});
