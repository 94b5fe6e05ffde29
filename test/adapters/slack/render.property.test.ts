import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/adapters/slack/limits.ts";
import { renderParts, withButtons } from "../../../src/adapters/slack/render.ts";
import { linkTo } from "../../../src/adapters/slack/words.ts";
import { buttonsOf } from "../../../src/chat/buttons.ts";
import type { Block, StatementBlock } from "../../../src/chat/card.ts";
import { plainLine } from "../../../src/chat/plain.ts";
import { hostile } from "../hostile.ts";
import { problemsOf } from "./validate.ts";

const { text, receipt, statement, excerpt, card } = hostile();

const squeezed = (words: string) => words.replace(/[\s“”…]/gu, "");

/** Everything that a message shows, in order. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== "object" || value === null) return [];
  const { text, elements, url } = value as { text?: unknown; elements?: unknown; url?: unknown };
  return [
    ...(typeof text === "string" ? [text] : wordsOf(text)),
    ...(typeof url === "string" ? [url] : []),
    ...wordsOf(elements),
  ];
}

test("whatever a card holds: within every limit, no mention, no link but to the web, nothing unseen", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(card, fc.boolean(), (card, attach) => {
      const parts = renderParts(card, { attach });
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) {
        const buttons = buttonsOf({ card, session: "s".repeat(24) }, { rest: 999, canShare: true });
        const problems = problemsOf(
          withButtons(
            part,
            buttons.map((each) => ({ ...each, label: plainLine(each.label) || "Next" })),
          ),
        );
        expect(problems).toEqual([]);
        for (const words of wordsOf(part))
          expect(words).not.toMatch(/[^\P{Cc}\n]|[\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("whatever is said: every word of it, and in each message its speaker and its link", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(statement, excerpt), (given) => {
      const block = given.type === "statement" ? withoutElsewhere(given) : given;
      const parts = renderParts({ blocks: [block] });
      const words = block.type === "statement" ? block.passages.map((passage) => passage.text) : [block.text];
      let rest = squeezed(parts.flatMap(({ blocks }) => quotesOf(blocks, block.type)).join(""));
      for (const each of words.map((text) => squeezed(plainLine(text)))) {
        expect(rest.startsWith(each)).toBe(true);
        rest = rest.slice(each.length);
      }
      const url = linkTo(block.receipt.url);
      const name = block.type === "statement" ? plainLine(block.speaker?.name ?? "") || "Speaker not named" : "";
      for (const { blocks, text } of parts) {
        if (url !== null) {
          expect(wordsOf(blocks).join(" ")).toContain(`<${url.replaceAll("&", "&amp;")}|Open the article>`);
          expect(text.replaceAll("&amp;", "&")).toContain(url);
        }
        expect(wordsOf(blocks).join(" ")).toContain(name.slice(0, LIMITS.label / 8));
      }
    }),
    { numRuns: 1_000 },
  );
});

test("what stands around the same words elsewhere: every word of it, and in each message its own link", {
  timeout: 120_000,
}, () => {
  const elsewhere = fc.record({ context: text, receipt });
  fc.assert(
    fc.property(elsewhere, ({ context, receipt }) => {
      const statement = {
        ...({ type: "statement", speaker: null, kind: "direct", cue: null, passages: [] } as const),
        receipt: { ...receipt, url: null },
      };
      const own = renderParts({ blocks: [statement] });
      const all = renderParts({ blocks: [{ ...statement, elsewhere: { contexts: [{ context, receipt }], left: 0 } }] });
      const shown = squeezed(all.flatMap(({ blocks }) => wordsOf(blocks)).join("")).replaceAll("Inanotherarticle:", "");
      for (const word of plainLine(context).split(" ").slice(0, 50)) expect(shown).toContain(squeezed(word).slice(0, 40));
      const url = linkTo(receipt.url);
      if (url === null) return;
      for (const { blocks } of all.slice(all.length > own.length ? own.length : 0))
        expect(wordsOf(blocks).join(" ")).toContain(`<${url.replaceAll("&", "&amp;")}|Open the article>`);
    }),
    { numRuns: 300 },
  );
});

const withoutElsewhere = ({ elsewhere: _, ...block }: StatementBlock): StatementBlock => block;

/** What stands where the words of a statement or an excerpt stand. */
function quotesOf(blocks: readonly unknown[], type: Block["type"]): string[] {
  return (blocks as { type: string; elements: { type: string; elements: unknown }[] }[])
    .filter((block) => block.type === "rich_text")
    .flatMap(({ elements }) => {
      const explained = elements.findIndex(({ elements }) =>
        /^(How it was read|In the article)/.test(wordsOf(elements)[0] ?? ""),
      );
      const own = explained < 0 ? elements : elements.slice(0, explained);
      return own.filter((element) => element.type === (type === "statement" ? "rich_text_quote" : "rich_text_section"));
    })
    .flatMap(({ elements }) => wordsOf(elements));
}
