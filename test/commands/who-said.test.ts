import { expect, test } from "vitest";
import { ask, lines } from "./asking.ts";

const FAILED = "1. Viktor Sorenskiy: two ceasefires had failed (Northern Wire)";
const HOLD = "Ada Lund, Mayor: the cease-fire would hold (Valley Post)";

test.each<[string, string[]]>([
  ["who-said ceasefire", [FAILED, `2. ${HOLD}`]],
  ["who-said cease-fires", [FAILED, `2. ${HOLD}`]],
  ["who-said ceasefire by:Lund", [`1. ${HOLD}`]],
  ["who-said ceasefire by:sorensky", [FAILED]],
  ["who-said ceasefire since:2d", [FAILED]],
  ["who-said quiet kind:direct", ["1. Ada Lund, Mayor: “The river is quiet,” (Valley Post)"]],
])("/%s", async (line, expected) => {
  expect(lines(await ask(line))).toEqual(expected);
});

test("shows the sentences around it on request", async () => {
  const { blocks } = await ask("who-said quiet context:yes");
  expect(blocks).toMatchObject([
    { context: "Mayor Ada Lund said the cease-fire would hold. “The river is quiet,” she said. Engineers left at noon." },
  ]);
  expect((await ask("who-said quiet")).blocks[0]).not.toHaveProperty("context");
});

test("explains on request how it was read", async () => {
  expect((await ask("who-said ceasefire by:Lund explain:yes")).blocks).toMatchObject([
    {
      explanation: {
        segments: [
          { text: "Mayor Ada Lund", part: "source" },
          { text: " ", part: null },
          { text: "said", part: "cue" },
          { text: " ", part: null },
          { text: "the cease-fire would hold", part: "content" },
          { text: ".", part: null },
        ],
        mentions: ["Mayor Ada Lund"],
        confidence: 1,
      },
    },
  ]);
});

test("shows what is unsure to those who ask for it alone", async () => {
  expect(lines(await ask("who-said road unsure:yes"))).toEqual(["1. Viktor Sorenskiy: the road was safe (Northern Wire)"]);
  expect(lines(await ask("who-said safe"))).toEqual([
    "Nobody in the library speaks of “safe”.",
    expect.stringMatching(/^Nearest topics: /),
    expect.stringMatching(/^Nearest speakers: /),
    "1 more statement read with little confidence: add unsure:yes to see them.",
  ]);
});

test("carries the receipt: outlet, date, link or file name, role and cue", async () => {
  expect((await ask("who-said ceasefire by:Lund")).blocks).toMatchObject([
    {
      cue: "said",
      speaker: { name: "Ada Lund", role: "Mayor" },
      receipt: { outlet: "Valley Post", publishedAt: new Date("2026-05-02"), url: "https://valley.example/dam", file: null },
    },
  ]);
  expect((await ask("who-said failed")).blocks).toMatchObject([{ receipt: { url: null, file: "road.txt" } }]);
});

test.each<[string, string, string[]]>([
  [
    "a misspelt topic names the nearest ones",
    "who-said ceasefyre",
    [
      "Nobody in the library speaks of “ceasefyre”.",
      "Nearest topics: cease-fire, ceasefires.",
      "Nearest speakers: Ada Lund, Viktor Sorenskiy.",
    ],
  ],
  [
    "a speaker typed as topic is named as speaker",
    "who-said Sorenskaya",
    [
      "Nobody in the library speaks of “Sorenskaya”.",
      expect.stringMatching(/^Nearest topics: /) as unknown as string,
      "Nearest speakers: Viktor Sorenskiy.",
    ],
  ],
  [
    "options that leave nothing say what there is without them",
    "who-said ceasefire kind:direct",
    ["Without them there are 2 statements: type /who-said ceasefire"],
  ],
  [
    "a speaker who did not say it",
    "who-said quiet by:Sorensky",
    [
      "Without them there is 1 statement: type /who-said quiet",
      "Speakers with a name like it, or quoted most: Viktor Sorenskiy.",
    ],
  ],
])("finds nothing: %s", async (_, line, expected) => {
  expect(lines(await ask(line))).toEqual(expected);
});

test("an empty library says how to fill it", async () => {
  expect(await ask("who-said ceasefire", { empty: true })).toMatchObject({ title: "The library is empty" });
});
