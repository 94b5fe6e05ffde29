import fc from "fast-check";
import { expect, test } from "vitest";
import { draft } from "../../../src/adapters/slack/draft.ts";
import type { Card } from "../../../src/chat/card.ts";
import { CARDS, POSTS } from "../cards.ts";
import { hostile } from "../hostile.ts";
import { problemsOf } from "./validate.ts";

const GROUP = "S1DESK";
interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
}
const drafted = (cards: readonly Card[], ping: string | null = null): Message[] =>
  draft(cards, { ping }).map((content) => JSON.parse(content));

test.each(["digest", "watch"] as const)("a %s, as Slack gets it", async (name) => {
  const { cards, ping } = POSTS[name];
  const [top, ...thread] = drafted(cards, ping);
  await expect(`${JSON.stringify({ top, thread }, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.json`);
  for (const each of [top, ...thread]) expect(problemsOf(each, ping === null ? [] : [ping])).toEqual([]);
});

test("the first card stands on top, and its rest and the others under it", () => {
  const drafts = drafted([CARDS["long"]!, CARDS["who-said"]!]);
  expect(drafts.length).toBeGreaterThan(2);
  expect(drafts[0]!.text).toMatch(/^A long speech/);
  expect(drafts.at(-1)!.text).toMatch(/^Who said “ceasefire”/);
  for (const each of drafts) expect(problemsOf(each)).toEqual([]);
});

test("there is one message at least", () => {
  expect(drafted([])).toMatchObject([{ text: "Nothing to show." }]);
});

test.each(["", "S", "s1desk", "!channel", "S1DESK> <!channel", "U1ADA", "S1DESK|@all", "<!subteam^S1DESK>", "S1DESK\n"])(
  "nobody is notified by what is no group: %j",
  (group) => {
    expect(drafted([CARDS["help"]!], group)).toEqual(drafted([CARDS["help"]!]));
  },
);

test("whatever is told: within every limit, and nobody is mentioned but the group", { timeout: 120_000 }, () => {
  const { card } = hostile(["<!subteam^S1DESK>", "<!subteam^S1DESK|@desk>", "@desk", "S1DESK"]);
  fc.assert(
    fc.property(fc.array(card, { maxLength: 3 }), fc.boolean(), (cards, isPing) => {
      for (const [k, message] of drafted(cards, isPing ? GROUP : null).entries()) {
        const pings = isPing && k === 0 ? [GROUP] : [];
        expect(problemsOf(message, pings)).toEqual([]);
        const mentions = markupOf(message).flatMap((text) => text.match(/<[!@#][^>]*>/g) ?? []);
        expect(mentions).toEqual(pings.map((group) => `<!subteam^${group}>`));
      }
    }),
    { numRuns: 500 },
  );
});

/** Every text of a message that Slack reads mark-up in. */
function markupOf({ text, blocks }: Message): string[] {
  const inside = (value: unknown): string[] => {
    if (typeof value !== "object" || value === null) return [];
    const own = "type" in value && value.type === "mrkdwn" && "text" in value ? [String(value.text)] : [];
    return [...own, ...Object.values(value).flatMap(inside)];
  };
  return [text, ...inside(blocks)];
}
