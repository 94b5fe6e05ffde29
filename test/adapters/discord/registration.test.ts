import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { type Registered, registration } from "../../../src/adapters/discord/registration.ts";
import type { Command } from "../../../src/chat/command.ts";
import { channel, choice, count, flag, group, optional, since, words } from "../../../src/chat/options.ts";
import { openApi } from "./openapi.ts";

/** The part of a command or option that Discord's documents limit; `type` 1 of an option is a subcommand. */
interface Described {
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly Described[];
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const check = openApi();
const make = (name: string, more: Partial<Command> = {}): Command => ({
  ...{ name, summary: "Something", visibility: "private", options: {}, examples: [] },
  run: async () => ({ blocks: [] }),
  ...more,
});

/** What Discord's documents forbid, one sentence each. */
function problems(described: Described): string[] {
  const { name, description = "", options = [], choices = [], autocomplete = false } = described;
  const firstFree = options.findIndex(({ required }) => !required);
  return [
    ...(NAME.test(name) && name === name.toLowerCase() ? [] : [`the name ${name}`]),
    ...(description.length >= 1 && description.length <= 100
      ? []
      : [`${name}: a description of ${description.length} characters`]),
    ...(options.length <= 25 && choices.length <= 25 ? [] : [`${name}: more than 25 options or choices`]),
    ...(choices.every((each) => each.name.length >= 1 && each.name.length <= 100) ? [] : [`${name}: a choice's name`]),
    ...(autocomplete && choices.length > 0 ? [`${name}: choices and autocomplete`] : []),
    ...(firstFree >= 0 && options.slice(firstFree).some(({ required }) => required) ? [`${name}: a required option late`] : []),
    ...(new Set(options.map((each) => each.name)).size < options.length ? [`${name}: an option twice`] : []),
    ...(options.some(({ type }) => type === 1) && options.some(({ type }) => type !== 1) ? [`${name}: mixed`] : []),
    ...options.flatMap(problems),
  ];
}

const size = ({ name, description = "", options = [], choices = [] }: Described): number =>
  name.length +
  description.length +
  choices.reduce((sum, each) => sum + each.name.length + String(each.value).length, 0) +
  options.reduce((sum, each) => sum + size(each), 0);

describe("the commands there are", () => {
  const all = registration(commands);
  const typed = all.filter(({ type }) => type === 1);

  test("have names and texts that Discord takes", () => {
    for (const each of typed) {
      expect(problems(each as Described)).toEqual([]);
      expect(size(each as Described)).toBeLessThanOrEqual(8_000);
    }
    expect(typed.length).toBeLessThanOrEqual(100);
    expect(new Set(typed.map(({ name }) => name)).size).toBe(typed.length);
  });

  test.skipIf(check === null)("are as Discord describes them", () => {
    for (const { default_member_permissions: permissions, ...each } of all) {
      const body = { ...each, default_member_permissions: permissions == null ? null : Number(permissions) }; // it describes text as a number
      expect(check!("ApplicationCommandUpdateRequest", body)).toEqual([]);
    }
  });

  test("are all there, by the words that are typed", () => {
    const names = typed.flatMap((each) => {
      const { name, options = [] } = each as Described;
      const members = options.filter(({ type }) => type === 1);
      return members.length > 0 ? members.map((member) => `${name} ${member.name}`) : [name];
    });
    expect(names.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });
});

test.skipIf(check === null)("each kind of option is as Discord describes it", () => {
  const options = { where: channel("A channel"), ping: group("A role"), page: count("A part", { min: 1, max: 2, fallback: 1 }) };
  for (const { default_member_permissions: _, ...body } of registration([make("digest add", { options })]))
    expect(check!("ApplicationCommandUpdateRequest", body)).toEqual([]);
});

test("the check finds what it looks for", () => {
  expect(problems({ name: "Who said", description: "" })).toEqual([
    "the name Who said",
    "Who said: a description of 0 characters",
  ]);
  const options = [
    { name: "a", description: "x", required: false },
    { name: "b", description: "x", required: true },
  ];
  expect(problems({ name: "x", description: "x", options })).toEqual(["x: a required option late"]);
  if (check) expect(check("ApplicationCommandUpdateRequest", { name: "x".repeat(33), description: "x" })).not.toEqual([]);
});

test("each kind of option, those that must be given first", () => {
  const [command] = registration([
    make("who-said", {
      options: {
        topic: optional(words("Words")),
        by: words("A speaker", undefined, "speaker"),
        url: { type: "words", summary: "An address", longest: 1_900 },
        kind: optional(choice("How", ["direct", "mixed"])),
        since: optional(since("A period")),
        page: count("Which part", { min: 1, max: 200, fallback: 1 }),
        context: flag("More"),
        where: optional(channel("A channel")),
        ping: optional(group("A role")),
      },
    }),
  ]);
  expect((command as { options: unknown }).options).toEqual([
    { type: 3, name: "by", description: "A speaker", required: true, max_length: 200, autocomplete: true },
    { type: 3, name: "url", description: "An address", required: true, max_length: 1_900 },
    { type: 3, name: "topic", description: "Words", required: false, max_length: 200 },
    {
      type: 3,
      name: "kind",
      description: "How",
      required: false,
      choices: [
        { name: "direct", value: "direct" },
        { name: "mixed", value: "mixed" },
      ],
    },
    { type: 3, name: "since", description: "A period", required: false, max_length: 200 },
    { type: 4, name: "page", description: "Which part", required: false, min_value: 1, max_value: 200 },
    { type: 5, name: "context", description: "More", required: false },
    { type: 7, name: "where", description: "A channel", required: false, channel_types: [0, 5, 10, 11, 12, 15] },
    { type: 8, name: "ping", description: "A role", required: false },
  ]);
});

describe("who sees a command before they type it", () => {
  const permissions = (all: readonly Command[]) =>
    registration(all).map(({ name, default_member_permissions }: Registered) => [name, default_member_permissions ?? null]);

  test("those who manage the server, where only they may run it", () =>
    expect(permissions([make("purge", { needs: "manager" })])).toContainEqual(["purge", "32"]));
  test("everyone, where a family has something for them", () =>
    expect(permissions([make("feed add", { needs: "manager" }), make("feed list")])).toContainEqual(["feed", null]));
  test("in servers and direct messages, of servers that have the bot", () =>
    expect(registration([make("help")])).toEqual([
      {
        type: 1,
        name: "help",
        description: "Something",
        options: [],
        default_member_permissions: null,
        integration_types: [0],
        contexts: [0, 1],
      },
      { type: 3, name: "Who said what here?", integration_types: [0], contexts: [0, 1] },
    ]));
});
