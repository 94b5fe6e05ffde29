import { expect, test } from "vitest";
import { type Part, withButtons } from "../../../src/adapters/discord/parts.ts";
import { renderParts } from "../../../src/adapters/discord/render.ts";
import { buttonsOf } from "../../../src/chat/buttons.ts";
import type { Card } from "../../../src/chat/card.ts";
import { CARDS_OF, POSTS } from "../cards.ts";
import { messageOf } from "./message.ts";
import { openApi } from "./openapi.ts";
import { TYPED } from "./typed.ts";
import { problemsOf } from "./validate.ts";

const check = openApi();

/** The parts of an answer as they are shown, with its buttons under the last. */
function answer(card: Card): Part[] {
  const buttons = buttonsOf({ card, session: "s3ssion" }, { rest: null, canShare: true });
  return renderParts(card).map((part, k, parts) => (k === parts.length - 1 ? withButtons(part, buttons) : part));
}

const posted = Object.entries(POSTS).map(([name, { cards }]) => [name, cards.flatMap((card) => renderParts(card))] as const);
const answered = Object.entries(CARDS_OF.discord).map(([name, card]) => [name, answer(card)] as const);

test.each([...answered, ...posted])("%s", async (name, parts) => {
  for (const message of parts.map(messageOf)) {
    expect(problemsOf(message)).toEqual([]);
    if (check) expect(check("MessageCreateRequest", message)).toEqual([]);
  }
  await expect(`${JSON.stringify({ typed: TYPED[name] ?? null, parts }, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/${name}.json`,
  );
});
