import { expect, test } from "vitest";
import { renderParts, withButtons } from "../../../src/adapters/slack/render.ts";
import { buttonsOf } from "../../../src/chat/buttons.ts";
import { CARDS } from "./cards.ts";
import { problemsOf } from "./validate.ts";

const shown = (name: string) =>
  renderParts(CARDS[name]!).map((part, k, parts) =>
    k === parts.length - 1
      ? withButtons(part, buttonsOf({ card: CARDS[name]!, session: "s1" }, { rest: null, isPrivate: true }))
      : part,
  );

test.each(Object.keys(CARDS))("%s, as Slack gets it", async (name) => {
  const parts = shown(name);
  await expect(`${JSON.stringify(parts, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.json`);
  for (const part of parts) expect(problemsOf(part)).toEqual([]);
});
