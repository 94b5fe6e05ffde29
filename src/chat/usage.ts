import type { Command } from "./command.ts";
import type { Option } from "./options.ts";

/** How a command is typed in full: `/who-said <topic> [by:<speaker>] [kind:direct|mixed|indirect]`. */
export const usage = (command: Command): string => parts(command).join(" ");

/** How a command is typed at its shortest: `/who-said <topic>`. */
export const shortUsage = (command: Command): string => parts(command).slice(0, 2).join(" ");

function parts({ name, options }: Command): string[] {
  const declared = Object.entries(options).map(([option, kind], k) => {
    const form = k === 0 ? `<${option}>` : `${option}:${value(kind)}`;
    return kind.optional || k > 0 ? `[${k === 0 ? option : form}]` : form;
  });
  return [`/${name}`, ...declared];
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
    default:
      return option satisfies never;
  }
}
