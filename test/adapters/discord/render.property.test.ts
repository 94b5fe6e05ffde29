import fc from "fast-check";
import { expect, test } from "vitest";
import { type Part, withButtons } from "../../../src/adapters/discord/parts.ts";
import { renderParts } from "../../../src/adapters/discord/render.ts";
import type { Card, StatementBlock } from "../../../src/chat/card.ts";
import { plainLine } from "../../../src/chat/plain.ts";
import { hostile } from "../hostile.ts";
import { readMarkup } from "./markup.ts";
import { messageOf } from "./message.ts";
import { openApi } from "./openapi.ts";
import { problemsOf } from "./validate.ts";

/** What Discord alone would obey. */
const MARKUP = [
  ...["<@&1>", "<@!1>", "<t:0:R>", "<:party:1>", "<a:party:1>", "</who-said:1>", "<id:guide>", "<+15550100>", "<sound:1:1>"],
  ...["<a@valley.example>", "[x](<javascript:alert(1)>)", "[[x]](https://evil.example)", "steam://run/1", "discord://x"],
  ...[">>> ", "> ", "# ", "### ", "-# ", "- ", "* ", "+ ", "1. ", "\n# ", "\n- ", "\n> ", "\n12. "],
] as const;
const { card } = hostile(MARKUP);

const RUNS = 2_000;
const check = openApi();
const BUTTONS = Array.from({ length: 5 }, (_, k) => ({ id: `${"s".repeat(24)}:a${k}`, label: "l".repeat(40) }));

interface Shown {
  readonly content?: string;
  readonly components?: readonly Shown[];
}
const textsOf = ({ components }: Part): string[] => {
  const texts = (each: Shown): string[] => [...(each.content ? [each.content] : []), ...(each.components ?? []).flatMap(texts)];
  return (components as readonly Shown[]).flatMap(texts);
};

/** A timestamp of ours, which shows a day. */
const OUR_DAY = /^<t:-?\d{1,13}:D>$/;
/** What is no letter of what was said: our marks around passages, and space. */
const MARKS = /[\s“”…]/gu;
const letters = (words: string) => words.replace(MARKS, "");

const saidIn = ({ blocks }: Card) => blocks.filter((block): block is StatementBlock => block.type === "statement");

test("whatever a card holds: messages that Discord takes, no mention, no markup but ours, web links alone, and every word said", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(card, (card) => {
      const parts = renderParts(card);
      expect(parts.length).toBeGreaterThan(0);
      expectTaken(parts);
      const texts = parts.flatMap(textsOf);
      for (const content of texts) expectHarmless(content);
      expectSaid(card, texts);
    }),
    { numRuns: RUNS },
  );
});

/** Every part is a message within the limits, with the longest buttons and without. */
function expectTaken(parts: readonly Part[]): void {
  for (const message of parts.map((part) => messageOf(withButtons(part, BUTTONS)))) {
    expect(problemsOf(message)).toEqual([]);
    if (check) expect(check("MessageCreateRequest", message)).toEqual([]);
  }
}

function expectHarmless(content: string): void {
  const { links, mentions, marks, openings } = readMarkup(content);
  for (const link of links) expect(link).toMatch(/^https?:\/\//);
  expect(mentions.filter((mention) => !OUR_DAY.test(mention))).toEqual([]);
  expect(content).not.toMatch(/<[@#]|<a?:\w|\]\((?!<https?:\/\/)/);
  expect(marks.filter((mark) => mark !== "**")).toEqual([]);
  expect(marks.length % 2).toBe(0);
  expect(openings.filter((opening) => !["##", "###", "-#", ">", "-"].includes(opening))).toEqual([]);
  expect(content).not.toMatch(/^[^\S\n]*-(?!# | \*\*)[^\S\n]/m); // a dot stands before a term of a list alone
  expect(content).not.toMatch(/[^\P{Cc}\n]|[\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
}

/** No word of a statement is lost, and each piece stands between its speaker and its receipt. */
function expectSaid(card: Card, texts: readonly string[]): void {
  let shown = "";
  let pieces = 0;
  for (const content of texts) {
    const lines = content.split("\n");
    const quotations = lines.filter((line) => line.startsWith("> "));
    for (const line of quotations) {
      pieces++;
      expect(lines.indexOf(line)).toBe(2);
      shown += letters(readMarkup(line.slice(2)).text);
    }
    expect(quotations.length).toBeLessThanOrEqual(1);
    if (quotations.length === 0) continue;
    expect(lines[0]).toMatch(/^\*\*.+\*\*/);
    expect(lines[1]).toMatch(/^-# (?:(?:partly )?quoted|reported, not quoted)(?: · |$)/);
    expect(lines.at(-1)).toMatch(/^-# .*(?:<t:-?\d+:D>|no date|\d{4})/);
  }
  expect(shown).toBe(
    saidIn(card)
      .flatMap(({ passages }) => passages.map(({ text }) => letters(plainLine(text))))
      .join(""),
  );
  expect(pieces).toBeGreaterThanOrEqual(
    saidIn(card).filter(({ passages }) => passages.some(({ text }) => plainLine(text) !== "")).length,
  );
}

test("every piece of a statement has its own speaker and link", () => {
  fc.assert(
    fc.property(card, (card) => {
      let k = 0;
      const blocks = card.blocks.map((block) => {
        if (block.type !== "statement") return block;
        k++;
        return {
          ...block,
          speaker: { name: `Ada ${k}`, role: null },
          receipt: { ...block.receipt, url: `https://valley.example/${k}` },
        };
      });
      for (const content of renderParts({ ...card, blocks }).flatMap(textsOf)) {
        const lines = content.split("\n");
        if (!lines.some((line) => line.startsWith("> "))) continue;
        const [, speaker] = /Ada (\d+)\*\*/.exec(lines[0]!) ?? [];
        expect(speaker).toBeDefined();
        expect(readMarkup(lines.at(-1)!).links).toContain(`https://valley.example/${speaker}`);
      }
    }),
    { numRuns: 300 },
  );
});
