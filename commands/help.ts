import { body, type Card, heading, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { type Command, defineCommand } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { familyOf, firstWord } from "../src/chat/family.ts";
import { optional, words } from "../src/chat/options.ts";
import { commandList, usage } from "../src/chat/usage.ts";

export default defineCommand({
  name: "help",
  summary: "The commands, or one of them in full",
  visibility: "private",
  options: { command: optional(words("A command's name", undefined, "command")) },
  examples: ["", "who-said"],
  async run({ options: { command: asked }, commands, channel }): Promise<Card> {
    if (asked === undefined) {
      const { blocks, ...card } = overview(commands);
      return { ...card, blocks: [...blocks, ...ELSEWHERE[channel.platform].map(note)] };
    }
    const name = asked.replace(/^\//, "").replace(/\s+/g, " ").toLowerCase();
    const command = commands.find((each) => each.name === name);
    const family = familyOf(commands, name);
    if (family.length > 0) return overview(command ? [command, ...family] : family, family[0]!);
    if (command) return details(command);
    throw new UserError(`There is no command /${name.slice(0, 40)}. Type /help to see what there is.`, "usage");
  },
});

const MENU = "“Who said what here?” reads the article that the message links to.";

/** How else than by commands a platform lets people ask. */
const ELSEWHERE: Readonly<Record<Channel["platform"], readonly string[]>> = {
  slack: ["In a thread, mention me: @On Record who-said ceasefire.", `In the menu of a message, ${MENU}`],
  discord: [`In the menu of a message, under Apps, ${MENU}`],
  terminal: [],
};

const overview = (commands: readonly Command[], example?: Command): Card => ({
  title: example ? `/${firstWord(example.name)}` : "On Record: who said what, word for word",
  isPersonal: true,
  blocks: [commandList(commands), note(`Type /help ${example?.name ?? "who-said"} for the options of a command.`)],
});

function details(command: Command): Card {
  const options = Object.entries(command.options);
  return {
    title: usage(command),
    isPersonal: true,
    blocks: [
      body(`${command.summary}.`),
      ...(options.length > 0
        ? [
            {
              type: "list" as const,
              items: options.map(([name, option], k) => ({ term: k === 0 ? name : `${name}:`, text: option.summary })),
            },
          ]
        : []),
      heading("For example"),
      body(command.examples.map((example) => `/${command.name} ${example}`.trim()).join("\n")),
    ],
  };
}
