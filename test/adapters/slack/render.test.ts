import { describe, expect, test } from "vitest";
import type { Part } from "../../../src/adapters/slack/piece.ts";
import { actions, renderParts, withButtons } from "../../../src/adapters/slack/render.ts";
import { buttonsOf } from "../../../src/chat/buttons.ts";
import { type Block, type Card, heading, note, type Receipt } from "../../../src/chat/card.ts";
import { CARDS } from "../cards.ts";
import { problemsOf } from "./validate.ts";

/** A card with what stands under its last part, as one person sees it. */
function shown(card: Card): Part[] {
  const buttons = buttonsOf({ card, session: "s1" }, { rest: null, canShare: true });
  return renderParts(card).map((part, k, parts) => (k === parts.length - 1 ? withButtons(part, buttons) : part));
}

test.each(Object.keys(CARDS))("%s, as Slack gets it", async (name) => {
  const parts = shown(CARDS[name]!);
  await expect(`${JSON.stringify(parts, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.json`);
  for (const part of parts) expect(problemsOf(part)).toEqual([]);
});

const wire: Receipt = { title: null, outlet: "Wire", publishedAt: null, url: "https://wire.example/a", file: null };
const full = Array.from({ length: 5 }, (_, k) => ({ id: `${"s".repeat(24)}:a${k}`, label: "W".repeat(40) }));

describe("many small blocks are as few messages as they may be, each with room for buttons", () => {
  const segments = Array.from({ length: 8 }, () => ({ text: "word", part: "cue" as const }));
  test.each<[string, Block]>([
    ["notes", note("x")],
    ["excerpts", { type: "excerpt", text: "It rained.", receipt: wire }],
    ["statements", { type: "statement", speaker: null, kind: "direct", cue: null, passages: [], receipt: wire }],
    [
      "explained statements",
      {
        ...{ type: "statement", speaker: null, kind: "direct", cue: null, passages: [], receipt: wire },
        explanation: { segments, mentions: [], confidence: 1 },
      },
    ],
    ["lists", { type: "list", items: Array.from({ length: 30 }, () => ({ term: "a", text: "b" })) }],
  ])("%s", (_, block) => {
    const blocks = Array.from({ length: 200 }, () => block);
    const parts = renderParts({ title: "Many", blocks });
    for (const part of parts) expect(problemsOf(withButtons(part, full))).toEqual([]);
    const sizes = parts
      .slice(0, -1)
      .map((part) => Math.max(part.blocks.length / 49, JSON.stringify(part.blocks).length / 10_500));
    for (const size of sizes) expect(size).toBeGreaterThan(0.65);
  });
});

test("an item whose name ends in a colon gets no other in plain words", () => {
  const items = [
    { term: "by:", text: "A speaker" },
    { term: "topic", text: "Words" },
  ];
  expect(renderParts({ blocks: [{ type: "list", items }] })[0]!.text).toBe("by: A speaker\ntopic: Words");
});

test("a heading is never the last of a message, whatever comes before it", () => {
  for (let before = 40; before < 50; before++) {
    const blocks = [...Array.from({ length: before }, () => note("x")), heading("Who said what"), note("the first of it")];
    const texts = renderParts({ blocks }).map(({ text }) => text);
    expect(texts.filter((text) => text.endsWith("Who said what"))).toEqual([]);
  }
});

test("a file's lines are shown, or its name where it is handed over apart", () => {
  expect(JSON.stringify(renderParts(CARDS["file"]!))).toContain("outline");
  const handedOver = JSON.stringify(renderParts(CARDS["file"]!, { attach: true }));
  expect(handedOver).toContain("feeds.opml");
  expect(handedOver).not.toContain("outline");
});

test("a card that holds nothing says so", () => {
  expect(renderParts({ blocks: [] })).toHaveLength(1);
  expect(problemsOf(renderParts({ blocks: [note("\u200b")] })[0])).toEqual([]);
});

test("buttons give back their ids as they are", () => {
  expect(actions([{ id: "s1:a0", label: "Next" }]).elements).toMatchObject([{ action_id: "s1:a0", value: "s1:a0" }]);
});

describe("what is read aloud", () => {
  test("tells who said it, how, and where, in one sentence", () => {
    const [, statement] = renderParts(CARDS["who-said"]!)[0]!.text.split("\n\n");
    expect(statement).toBe(
      "1. Oksana Horvay, Lorvia’s chief negotiator (quoted, “told reporters”): “A ceasefire is a beginning.” … “What we owe the people along " +
        "the coast is a peace that outlasts the winter.” Northlight Wire, also Valley Post, Aldermark Chronicle, 14 September 2026: " +
        "https://northlightwire.example/2026/09/14/talks-open?from=lake&amp;lang=en",
    );
  });

  test("numbers the parts of what is long, each with its speaker", () => {
    const parts = renderParts(CARDS["long"]!);
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text).toMatch(/Oksana Horvay, Lorvia’s chief negotiator \(\d of \d\) \(quoted/);
  });
});
