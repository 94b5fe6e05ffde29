import { body, type Card, heading, note } from "../src/chat/card.ts";
import { type Command, defineCommand } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { optional, words } from "../src/chat/options.ts";
import { shortUsage, usage } from "../src/chat/usage.ts";

export default defineCommand({
  name: "help",
  summary: "The commands, or one of them in full",
  visibility: "private",
  options: { command: optional(words("A command's name")) },
  examples: ["", "who-said"],
  async run({ options: { command: asked }, commands }): Promise<Card> {
    if (asked === undefined) return overview(commands);
    const name = asked.replace(/^\//, "").toLowerCase();
    const command = commands.find((each) => each.name === name);
    if (command) return details(command);
    throw new UserError(`There is no command /${name.slice(0, 40)}. Type /help to see what there is.`, "usage");
  },
});

const overview = (commands: readonly Command[]): Card => ({
  title: "On Record: who said what, word for word",
  blocks: [
    { type: "list", items: commands.map((command) => ({ term: shortUsage(command), text: command.summary })) },
    note("Type /help who-said for the options of a command."),
  ],
});

function details(command: Command): Card {
  const options = Object.entries(command.options);
  return {
    title: usage(command),
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
