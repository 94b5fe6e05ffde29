import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderCard } from "../../../src/adapters/terminal/render.ts";
import type { Block, Receipt } from "../../../src/chat/card.ts";
import { plainLine } from "../../../src/chat/plain.ts";

const fragment = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\u001b[31m",
    "\u009b2J",
    "\u202e",
    "\u200b",
    "\n",
    "\r",
    "\t",
    "停戰停戰停戰",
    "ᄀ".repeat(30),
    "\u0bbe".repeat(30),
    "👩‍👩‍👧",
    " a b ",
    "e\u0301",
  ),
  fc.lorem({ maxCount: 12 }),
);
const text = fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join(""));
const maybe = fc.option(text);
const receipt: fc.Arbitrary<Receipt> = fc.record(
  {
    title: maybe,
    outlet: maybe,
    also: fc.array(text, { maxLength: 3 }),
    publishedAt: fc.option(fc.date()),
    url: fc.option(fc.oneof(text, fc.webUrl())),
    file: maybe,
  },
  { requiredKeys: ["title", "outlet", "publishedAt", "url", "file"] },
);
const passages = fc.array(fc.record({ text, quoted: fc.boolean(), gap: fc.boolean() }), { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    role: fc.constantFrom("body" as const, "heading" as const, "note" as const),
    text,
  }),
  fc.record({ type: fc.constant("list" as const), items: fc.array(fc.record({ term: text, text }), { maxLength: 3 }) }),
  fc.record({ type: fc.constant("excerpt" as const), text, receipt }),
  fc.record({
    type: fc.constant("article" as const),
    receipt,
    author: maybe,
    changedAt: fc.option(fc.date()),
    note: text,
  }),
  fc.record(
    {
      type: fc.constant("statement" as const),
      number: fc.nat(20_000),
      speaker: fc.option(fc.record({ name: text, role: maybe })),
      kind: fc.constantFrom("direct" as const, "mixed" as const, "indirect" as const),
      cue: maybe,
      passages,
      receipt,
      context: text,
      elsewhere: fc.record({ contexts: fc.array(fc.record({ context: text, receipt }), { maxLength: 3 }), left: fc.nat(9) }),
    },
    { requiredKeys: ["type", "speaker", "kind", "cue", "passages", "receipt"] },
  ),
);
const squeezed = (words: string) => words.normalize().replace(/\s/gu, "");

test("whatever a card holds: no control character, no line too wide but a link, every word of every passage", () => {
  fc.assert(
    fc.property(
      fc.record({ title: text, blocks: fc.array(block, { maxLength: 4 }) }),
      fc.integer({ min: 2, max: 120 }),
      (card, width) => {
        const shown = renderCard(card, { width, colour: false });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
        const lines = shown.split("\n").filter((line) => !/^ *https?:\/\/\S+$/.test(line));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(stripVTControlCharacters(renderCard(card, { width, colour: true }))).toBe(shown);
        let rest = squeezed(shown);
        for (const each of card.blocks) {
          const said =
            each.type === "statement" ? each.passages.map((passage) => passage.text) : each.type === "excerpt" ? [each.text] : [];
          for (const words of said.map((said) => squeezed(plainLine(said)))) {
            expect(rest).toContain(words);
            rest = rest.slice(rest.indexOf(words) + words.length);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
