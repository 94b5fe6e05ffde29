import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/adapters/slack/limits.ts";
import { renderParts, withButtons } from "../../../src/adapters/slack/render.ts";
import { linkTo } from "../../../src/adapters/slack/words.ts";
import { buttonsOf } from "../../../src/chat/buttons.ts";
import type { Block, Card, Receipt, StatementBlock } from "../../../src/chat/card.ts";
import { plainLine } from "../../../src/chat/plain.ts";
import { problemsOf } from "./validate.ts";

const fragment = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 30 }) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...[
      "@everyone",
      "<!channel>",
      "<@U1>",
      "<#C1|general>",
      "[x](javascript:alert(1))",
      "`",
      "```",
      "||",
      "*",
      "_",
      "~",
      ":tada:",
    ],
    ...[
      "\u200b",
      "\u202e",
      "\n\n",
      "\t",
      "&amp;",
      "&",
      "<",
      ">",
      '"',
      "\\",
      "\ud800",
      "👩‍👩‍👧",
      "停戰。停戰。",
      " a b ",
      "Well. He said “no.” Then",
    ],
    ...["a".repeat(5_000), "&".repeat(3_000), '"'.repeat(4_000), "One more sentence. ".repeat(400), "𝒳".repeat(2_500)],
  ),
);
const text = fc.array(fragment, { maxLength: 5 }).map((parts) => parts.join(""));
const maybe = fc.option(text);
const url = fc.option(
  fc.oneof(
    { weight: 4, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
    text,
    fc.constantFrom(
      ...[
        "javascript:alert(1)",
        "https://a.example/b|c>d<e>?f&g",
        "https://user:pass@a.example/",
        "http://[::1]/x y",
        "https://",
      ],
      `https://a.example/${"long/".repeat(500)}`,
      `https://a.example/?${"a&".repeat(900)}`,
    ),
  ),
);
const date = fc.option(fc.date());
const receipt: fc.Arbitrary<Receipt> = fc.record(
  { title: maybe, outlet: maybe, also: fc.array(text, { maxLength: 20 }), publishedAt: date, url, file: maybe },
  { requiredKeys: ["title", "outlet", "publishedAt", "url", "file"] },
);
const part = fc.constantFrom("source" as const, "cue" as const, "content" as const, null);
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        type: fc.constant("statement" as const),
        number: fc.nat(20_000),
        speaker: fc.option(fc.record({ name: text, role: maybe })),
        kind: fc.constantFrom("direct" as const, "mixed" as const, "indirect" as const),
        cue: maybe,
        passages: fc.array(fc.record({ text, quoted: fc.boolean(), gap: fc.boolean() }), { maxLength: 4 }),
        receipt,
        context: text,
        elsewhere: fc.record({ contexts: fc.array(fc.record({ context: text, receipt }), { maxLength: 3 }), left: fc.nat(9) }),
        explanation: fc.record({
          segments: fc.array(fc.record({ text, part }), { maxLength: 8 }),
          mentions: fc.array(text, { maxLength: 4 }),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      },
      { requiredKeys: ["type", "speaker", "kind", "cue", "passages", "receipt"] },
    ),
  },
  fc.record({
    type: fc.constant("text" as const),
    role: fc.constantFrom("body" as const, "heading" as const, "note" as const),
    text,
  }),
  fc.record({ type: fc.constant("list" as const), items: fc.array(fc.record({ term: text, text }), { maxLength: 8 }) }),
  fc.record({ type: fc.constant("excerpt" as const), text, receipt }),
  fc.record({ type: fc.constant("article" as const), receipt, author: maybe, changedAt: date, note: text }),
  fc.record({ type: fc.constant("file" as const), name: text, mediaType: fc.constant("text/plain"), text }),
);
const card: fc.Arbitrary<Card> = fc.record(
  {
    title: text,
    blocks: fc.oneof(
      { weight: 60, arbitrary: fc.array(block, { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(block, { minLength: 20, maxLength: 60 }) },
    ),
    problem: fc.constantFrom("usage" as const, "refused" as const, "fault" as const),
    actions: fc.array(
      fc.record({ label: fc.string({ minLength: 1, maxLength: 40 }), command: fc.constant("help"), options: fc.constant({}) }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["blocks"] },
);

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
        const buttons = buttonsOf({ card, session: "s".repeat(24) }, { rest: 999, isPrivate: true });
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
  const said = block.filter((each) => each.type === "statement" || each.type === "excerpt");
  fc.assert(
    fc.property(said, (given) => {
      const block = given.type === "statement" ? withoutElsewhere(given) : given;
      const parts = renderParts({ blocks: [block] });
      const words =
        block.type === "statement" ? block.passages.map((passage) => passage.text) : [block.type === "excerpt" ? block.text : ""];
      let rest = squeezed(parts.flatMap(({ blocks }) => quotesOf(blocks, block.type)).join(""));
      for (const each of words.map((text) => squeezed(plainLine(text)))) {
        expect(rest.startsWith(each)).toBe(true);
        rest = rest.slice(each.length);
      }
      const url = linkTo(block.type === "statement" || block.type === "excerpt" ? block.receipt.url : null);
      const name = block.type === "statement" ? plainLine(block.speaker?.name ?? "") || "Speaker not named" : "";
      for (const { blocks, text } of parts) {
        if (url !== null) {
          expect(JSON.stringify(blocks)).toContain(`<${url.replaceAll("&", "&amp;")}|Open the article>`);
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
        expect(JSON.stringify(blocks)).toContain(`<${url.replaceAll("&", "&amp;")}|Open the article>`);
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
