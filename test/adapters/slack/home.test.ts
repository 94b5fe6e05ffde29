import { expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { renderHome } from "../../../src/adapters/slack/home.ts";
import { FORM } from "../../../src/adapters/slack/modal.ts";
import { shareRoom } from "../../../src/adapters/slack/share-room.ts";
import type { Card } from "../../../src/chat/card.ts";
import { CARDS } from "../cards.ts";
import { problemsOf } from "./validate.ts";

const names = ["who-said", "summary", "digest add", "feed add"].map((name) => ({ name }));
const home = renderHome(names, [CARDS["digests"]!, CARDS["feeds"]!, CARDS["help"]!]);

test("digests, feeds, help, and buttons that open forms", async () => {
  expect(problemsOf(home)).toEqual([]);
  await expect(`${JSON.stringify(home, null, 2)}\n`).toMatchFileSnapshot("fixtures/home.json");
});

const opened = (view: typeof home): string[] =>
  view.blocks
    .flatMap((block) => ("elements" in block && block.type === "actions" ? block.elements : []))
    .map((element) => ("action_id" in element ? String(element.action_id) : ""));

test("its buttons open the forms of commands that there are", () => {
  expect(opened(home)).toEqual(names.map(({ name }) => `${FORM}${name}`));
  expect(opened(renderHome(commands, []))).toContain(`${FORM}who-said`);
  expect(opened(renderHome([{ name: "summary" }], []))).toEqual([`${FORM}summary`]);
});

test("what the page does not take is left out whole, and said to be", () => {
  const items = Array.from({ length: 300 }, (_, k) => ({ term: `Feed ${k}`, text: "Well.\nhttps://valley.example/feed.xml" }));
  const many: Card = { title: "300 feeds", blocks: [{ type: "list", items }] };
  const view = renderHome(names, [many, many, many]);
  expect(problemsOf(view)).toEqual([]);
  expect(view.blocks.length).toBeGreaterThan(95);
  expect(JSON.stringify(view).match(/There is more than this page takes/g)).toHaveLength(3);
});

test("what is short is whole, however long the others are", () => {
  const items = Array.from({ length: 300 }, (_, k) => ({ term: `Feed ${k}`, text: "Well.\nhttps://valley.example/feed.xml" }));
  const view = renderHome(names, [{ blocks: [{ type: "list", items }] }, CARDS["digests"]!, CARDS["help"]!]);
  expect(problemsOf(view)).toEqual([]);
  expect(JSON.stringify(view).match(/There is more than this page takes/g)).toHaveLength(1);
});

test.each([
  [[10, 20, 30], 100, [10, 20, 30]],
  [[10, 200, 30], 100, [10, 60, 30]],
  [[200, 200, 200], 98, [32, 33, 33]],
  [[200, 10, 200], 100, [45, 10, 45]],
  [[], 100, []],
])("%j get of %i: %j", (needs, room, shares) => {
  expect(shareRoom(needs, room)).toEqual(shares);
});
