import type { types, ViewStateValue } from "@slack/bolt";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { FORM, readForm, renderChoices, renderForm } from "../../../src/adapters/slack/modal.ts";
import { type Command, defineCommand } from "../../../src/chat/command.ts";
import { channel, choice, count, flag, group, list, optional, readOptions, since, words } from "../../../src/chat/options.ts";
import { problemsOf } from "./validate.ts";
import { problemsOfOptions } from "./validate-elements.ts";

const searching = defineCommand({
  name: "who-said",
  summary: "Who said something about a topic, word for word and with the source",
  visibility: "private",
  options: {
    topic: words("Words to look for in what was said, in any form or spelling"),
    by: optional(words("A speaker's name or part of it", "speaker", "speaker")),
    since: optional(since("A period such as 7d, or a day such as 2026-05-01")),
    kind: optional(choice("Whether it stands in quotation marks: all of it, or some of it", ["direct", "mixed"])),
    context: flag("yes shows the sentences around each statement"),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: [""],
  run: async () => ({ blocks: [] }),
});
const planning = defineCommand({
  name: "digest add",
  summary: "Posts what is new on schedule: all of it, or what you name",
  visibility: "private",
  options: {
    when: words("When: weekdays 08:00, every 2 hours 9-18, or a cron expression"),
    topic: optional(list("Words that must stand in it; several topics with commas between them", "topics", "topic")),
    zone: optional(words("On which clocks: Europe/London", "zone", "zone")),
    channel: optional(channel("Where it is posted; here where nothing is said")),
    ping: optional(group("A role or group that each one notifies")),
  },
  examples: [""],
  run: async () => ({ blocks: [] }),
});
const { topic: topics, channel: where, ping } = planning.options;
const every: Command = { ...searching, options: { ...searching.options, topics, where, ping } };
const commandOf = (name: string): Command => commands.find((command) => command.name === name)!;
const NOW = new Date("2026-05-14T00:00:00Z");

test.each(commands.map(({ name }) => name))(
  "the form of /%s is one that Slack takes, and says which command it is of",
  (name) => {
    const command = commandOf(name);
    const view = renderForm(command, JSON.stringify({ channel: "C1" }));
    expect(problemsOf(view)).toEqual([]);
    expect(view.callback_id).toBe(`${FORM}${name}`);
    expect(view.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id)).toEqual(
      Object.keys(command.options),
    );
  },
);

const filledIn = { topic: "ceasefire", by: "Ada Lund", kind: "mixed", context: true, page: 3 };
const planned = { topic: 'grain, "talks, again"', when: "weekdays 08:00", zone: "Europe/London", channel: "C024BE91L" };
test.each([
  ["form", searching, filledIn],
  ["digest-form", planning, planned],
] as const)("every kind of option has its input: %s, as Slack gets it", async (name, command, values) => {
  const view = renderForm(command, "", values);
  expect(problemsOf(view)).toEqual([]);
  await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.json`);
});

test("a channel can be chosen where the bot may be, a group is typed, and the hint says how", () => {
  const inputs = renderForm(planning, "").blocks.flatMap((block) => (block.type === "input" ? [block as types.InputBlock] : []));
  expect(inputs.find(({ block_id }) => block_id === "channel")!.element).toEqual({
    ...{ type: "conversations_select", action_id: "channel", default_to_current_conversation: true },
    filter: { include: ["public", "private"], exclude_bot_users: true },
  });
  expect(inputs.find(({ block_id }) => block_id === "ping")).toMatchObject({
    element: { type: "plain_text_input" },
    hint: { text: expect.stringContaining("Copy group ID") },
  });
  const thread = renderForm(planning, "", { channel: "C024BE91L:1.5" }); // which nobody can choose
  expect(JSON.stringify(thread)).not.toContain("initial_conversation");
});

test("the address of an article is typed as it is, for it may be longer than what can be chosen", () => {
  for (const [name, option] of [["said-in", "article"] as const, ["article", "which"] as const]) {
    const input = renderForm(commandOf(name), "").blocks.find(({ block_id }) => block_id === option);
    const longest = name === "said-in" ? 1_900 : 200;
    expect(input).toMatchObject({ element: { type: "plain_text_input", max_length: longest } });
  }
});

test("a name that is too long for a title ends in an ellipsis", () => {
  const view = renderForm({ ...every, name: "what-somebody-has-to-say-of-it" }, "");
  expect(view.title.text).toBe("What somebody has to sa…");
  expect(problemsOf(view)).toEqual([]);
});

const chosen = (value: string) => ({ value, text: { type: "plain_text", text: value } as const });

describe("what was filled in is what could have been typed", () => {
  const state = (values: Record<string, Partial<ViewStateValue>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: { type: "any", ...value } }]));

  test("each kind of input", () => {
    const typed = readForm(
      every,
      state({
        topic: { value: " ceasefire " },
        by: { selected_option: { value: "Ada Lund", text: { type: "plain_text", text: "Ada Lund" } } },
        since: { value: "7d" },
        kind: { selected_option: { value: "direct", text: { type: "plain_text", text: "direct" } } },
        context: { selected_options: [{ value: "Yes", text: { type: "plain_text", text: "Yes" } }] },
        page: { value: "2" },
        topics: { selected_options: ["grain", '"talks, again"', "a, b"].map(chosen) },
        where: { selected_conversation: "C024BE91L" },
        ping: { value: " S0614TZR7 " },
        other: { value: "nobody asked for this" },
      }),
    );
    const references = { topics: 'grain, "talks, again", a, b', where: "C024BE91L", ping: "S0614TZR7" };
    const words = { topic: "ceasefire", by: "Ada Lund", since: "7d", kind: "direct", context: true };
    expect(typed).toEqual({ ...words, page: "2", ...references });
    expect(readOptions(every, typed, NOW)).toMatchObject({ topic: "ceasefire", page: 2, ...references });
  });

  test("what was left empty is left out", () => {
    const empty = { value: null, selected_option: null };
    const where = { selected_conversation: null };
    const left = {
      topics: { selected_options: [] },
      topic: { value: "  " },
      by: empty,
      context: { selected_options: [] },
      page: empty,
      where,
      ping: empty,
    };
    expect(readForm(every, state(left))).toEqual({});
    expect(readForm(every, {})).toEqual({});
  });
});

describe("choices", () => {
  test("what is being typed can be chosen too, once", () => {
    const values = (found: readonly string[], typed: string) => renderChoices(found, typed).map(({ value }) => value);
    expect(values(["Ada Lund", "Ada Moor"], "ada")).toEqual(["ada", "Ada Lund", "Ada Moor"]);
    expect(values(["Ada Lund"], "ada lund")).toEqual(["Ada Lund"]);
    expect(values(["Ada Lund", "Ada Lund"], "")).toEqual(["Ada Lund"]);
    expect(values(["ships ".repeat(30)], "")).toEqual(["ships ".repeat(12).trim()]);
  });

  test("whatever is suggested, Slack takes it", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("𝒳".repeat(60), "a".repeat(300), "\u200b", "<@U1>"));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 130 }), text, (found, typed) => {
        expect(problemsOfOptions(renderChoices(found, typed))).toEqual([]);
      }),
    );
  });
});

test("whatever a form begins with, Slack takes it", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("𝒳".repeat(60), "a".repeat(5_000), "\u200b", "yes", "3", "mixed"),
  );
  const value = fc.oneof(text, fc.integer(), fc.boolean());
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(every.options)), value), (values) => {
      expect(problemsOf(renderForm(every, "", values))).toEqual([]);
    }),
  );
});
