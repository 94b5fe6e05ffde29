import type { Command } from "./command.ts";
import type { Option } from "./options.ts";

/** How a command is typed: `/who-said <topic> [by:<speaker>] [kind:direct|mixed|indirect]`. */
export function usage({ name, options }: Pick<Command, "name" | "options">): string {
  const parts = Object.entries(options).map(([option, declared], k) => {
    const form = k === 0 ? `<${option}>` : `${option}:${value(declared)}`;
    return declared.optional || k > 0 ? `[${k === 0 ? option : form}]` : form;
  });
  return [`/${name}`, ...parts].join(" ");
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
