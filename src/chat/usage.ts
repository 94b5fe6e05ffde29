import type { ListBlock } from "./card.ts";
import type { Command } from "./command.ts";
import { isRequired, type Option } from "./options.ts";

/** How a command is typed in full: `/who-said <topic> [by:<speaker>] [kind:direct|mixed|indirect]`. */
export const usage = (command: Command): string => [`/${command.name}`, ...parts(command).map(({ form }) => form)].join(" ");

/** How a command is typed at its shortest: `/who-said <topic>`. */
export const shortUsage = (command: Command): string =>
  [`/${command.name}`, ...parts(command).flatMap(({ form, needed }, k) => (k === 0 || needed ? [form] : []))].join(" ");

/** Commands with what they answer. */
export const commandList = (commands: readonly Command[]): ListBlock => ({
  type: "list",
  items: commands.map((command) => ({ term: shortUsage(command), text: command.summary })),
});

/** Each option as it is typed, the first one without its name, in brackets where it may be left out. */
function parts({ options }: Command): { form: string; needed: boolean }[] {
  return Object.entries(options).map(([name, option], k) => {
    const needed = isRequired(option);
    const form = k > 0 ? `${name}:${value(option)}` : needed ? `<${name}>` : name;
    return { form: needed ? form : `[${form}]`, needed };
  });
}

function value(option: Option): string {
  switch (option.type) {
    case "words":
      return `<${option.stands ?? "words"}>`;
    case "count":
      return "<number>";
    case "choice":
      return option.choices.join("|");
    case "since":
      return "<7d|2026-05-01>";
    case "flag":
      return "yes";
    case "channel":
      return "#channel";
    case "group":
      return "@group";
    default:
      return option satisfies never;
  }
}
