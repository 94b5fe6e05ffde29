import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderCard } from "../../../src/adapters/terminal/render.ts";
import { plainLine } from "../../../src/chat/plain.ts";
import { hostile } from "../hostile.ts";

const { card } = hostile();
/** Blocks are shown one below the other: many are no harder than a few. */
const short = card.map((card) => ({ ...card, blocks: card.blocks.slice(0, 4) }));
const squeezed = (words: string) => words.normalize().replace(/\s/gu, "");

test("whatever a card holds: no control character, no line too wide but a link and a file's, every word of every passage", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(short, fc.integer({ min: 2, max: 120 }), (card, width) => {
      const shown = renderCard(card, { width, colour: false });
      expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
      const copied = new Set(
        card.blocks.flatMap((block) => (block.type === "file" ? block.text.split("\n").map(plainLine) : [])),
      );
      const lines = shown.split("\n").filter((line) => !/^ *https?:\/\/\S+$/.test(line) && !copied.has(line.replace(/^ +/, "")));
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
    }),
    { numRuns: 200 },
  );
});
