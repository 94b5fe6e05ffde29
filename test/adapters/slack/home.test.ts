import { expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { renderHome } from "../../../src/adapters/slack/home.ts";
import { FORM } from "../../../src/adapters/slack/modal.ts";
import type { Card } from "../../../src/chat/card.ts";
import { CARDS } from "./cards.ts";
import { problemsOf } from "./validate.ts";

const home = renderHome({ feeds: CARDS["feeds"]!, help: CARDS["help"]! });

test("feeds, help, and buttons that open forms", async () => {
  expect(problemsOf(home)).toEqual([]);
  await expect(`${JSON.stringify(home, null, 2)}\n`).toMatchFileSnapshot("fixtures/home.json");
});

test("its buttons name commands that there are", () => {
  const opened = home.blocks.flatMap((block) => ("elements" in block && block.type === "actions" ? block.elements : []));
  const names = opened.map((element) => ("action_id" in element ? element.action_id : ""));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(commands.map((command) => `${FORM}${command.name}`)).toContain(name);
});

test("what the page does not take is left out whole, and said to be", () => {
  const items = Array.from({ length: 300 }, (_, k) => ({ term: `Feed ${k}`, text: "Well.\nhttps://valley.example/feed.xml" }));
  const many: Card = { title: "300 feeds", blocks: [{ type: "list", items }] };
  const view = renderHome({ feeds: many, help: many });
  expect(problemsOf(view)).toEqual([]);
  expect(JSON.stringify(view).match(/There is more than this page takes/g)).toHaveLength(2);
});
