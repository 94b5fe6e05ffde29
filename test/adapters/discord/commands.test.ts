import { ApplicationCommandOptionType as Type } from "discord.js";
import { expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { MESSAGE_COMMAND } from "../../../src/adapters/discord/registration.ts";
import type { Command } from "../../../src/chat/command.ts";
import type { Option } from "../../../src/chat/options.ts";
import { readTyped } from "../../../src/chat/typed.ts";
import { createCore, urlOf } from "../core.ts";
import { connect, until } from "./connected.ts";
import { buttonsUnder, CHANNEL, GUILD, textOf } from "./simulator.ts";
import { ROLE } from "./simulator-guild.ts";

const connectToCore = async () => connect({}, await createCore(`discord:${GUILD}`));

const TYPES = {
  ...{ words: Type.String, since: Type.String, choice: Type.String, count: Type.Integer, flag: Type.Boolean },
  ...{ channel: Type.Channel, group: Type.Role },
} as const;

/** What is picked is handed over as what it is, channels and roles as their ids. */
const PICKED: Partial<Record<Option["type"], (typed: unknown) => string | number | boolean>> = {
  count: Number,
  flag: () => true,
  channel: () => CHANNEL,
  group: () => ROLE,
};

/** A command as Discord hands it over when somebody types an example of it. */
function typedAs({ name, options }: Command, example: string) {
  const [first = "", second] = name.split(" ");
  const values = Object.entries(readTyped(example, options)).map(([option, value]) => {
    const { type } = options[option] as Option;
    return { name: option, type: TYPES[type], value: PICKED[type]?.(value) ?? value };
  });
  return { name: first, options: second === undefined ? values : [{ type: Type.Subcommand, name: second, options: values }] };
}

test("every command with every example of it is answered once, by a message that Discord takes", async () => {
  const { discord } = await connectToCore();
  for (const command of commands) {
    for (const example of command.examples.length > 0 ? command.examples : [""]) {
      const { name, options } = typedAs(command, example);
      const deed = discord.command(name, options, { isManager: true, user: newUser() });
      await until(() => {
        expect(discord.seen(deed), command.name).not.toEqual([]);
        expect(discord.seen(deed).some(({ isWaiting }) => isWaiting)).toBe(false);
      });
    }
  }
  expect(discord.refused).toEqual([]);
});

test("the menu of a message asks the real command", async () => {
  const { discord, sees } = await connectToCore();
  await sees(discord.menu(MESSAGE_COMMAND, discord.write({ content: `Have you seen ${urlOf(7)}?` })), [/gate 7 would stay shut/]);
});

test("what is typed is completed from the library of the server", async () => {
  const { discord } = await connectToCore();
  const typed = [{ type: Type.String, name: "speaker", value: "Lu", focused: true }];
  const here = discord.type("quotes", typed);
  const elsewhere = discord.type("quotes", typed, { guild: null });
  await until(() => expect([here.choices, elsewhere.choices]).toEqual([[{ name: "Ada Lund", value: "Ada Lund" }], []]));
});

test("buttons go through an answer and share it; nobody else's library can be reached by them", async () => {
  const { discord, sees } = await connectToCore();
  const deed = discord.command("who-said", [{ type: Type.String, name: "topic", value: "gate" }]);
  await sees(deed, [/gate \d+ would stay shut/]);
  const [message] = discord.seen(deed);
  const first = textOf(message!);
  const ids = Object.fromEntries(buttonsUnder(message!).map(({ label, custom_id }) => [label, custom_id]));
  const elsewhere = discord.press(message!, ids["Share in channel"]!, { guild: null, channel: message!.channel });
  await sees(elsewhere, [/expired/]);
  discord.press(message!, ids["Share in channel"]!);
  await until(() => expect(discord.messages.filter(({ interaction }) => interaction === null)).toHaveLength(1));
  expect(discord.messages.find(({ interaction }) => interaction === null)).toMatchObject({ alone: null });
  const next = Object.keys(ids).find((label) => /next/i.test(label));
  discord.press(message!, ids[next!]!);
  await until(() => expect(textOf(message!)).not.toBe(first));
  await sees(deed, [/gate \d+ would stay shut/]);
  expect(discord.refused).toEqual([]);
});

let users = 400000000000001000n;
/** Somebody who has not asked too often. */
const newUser = () => String(users++);
