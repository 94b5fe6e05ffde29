import { expect, test } from "vitest";
import { type Part, withButtons } from "../../../src/adapters/discord/parts.ts";
import { renderParts } from "../../../src/adapters/discord/render.ts";
import type { Button } from "../../../src/chat/buttons.ts";
import type { Card } from "../../../src/chat/card.ts";
import { CARDS, POSTS } from "../cards.ts";
import { messageOf } from "./message.ts";
import { openApi } from "./openapi.ts";
import { TYPED } from "./typed.ts";
import { problemsOf } from "./validate.ts";

const check = openApi();
const BUTTONS: readonly Button[] = [
  { id: "s3ssion:a0", label: "Next" },
  { id: "s3ssion:a1", label: "Context" },
  { id: "s3ssion:share", label: "Share in channel" },
];

/** The parts as they are shown: buttons under the last where a card has something to do. */
function shown(card: Card): Part[] {
  const parts = renderParts(card);
  return parts.map((part, k) => (k === parts.length - 1 && card.actions ? withButtons(part, BUTTONS) : part));
}

const posted = Object.entries(POSTS).map(([name, { cards }]) => [name, cards] as const);
const answered = Object.entries(CARDS).map(([name, card]) => [name, [card]] as const);

test.each<readonly [string, readonly Card[]]>([...answered, ...posted])("%s", async (name, cards) => {
  const parts = cards.flatMap(shown);
  for (const message of parts.map(messageOf)) {
    expect(problemsOf(message)).toEqual([]);
    if (check) expect(check("MessageCreateRequest", message)).toEqual([]);
  }
  await expect(`${JSON.stringify({ typed: TYPED[name] ?? null, parts }, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/${name}.json`,
  );
});
