import { randomUUID } from "node:crypto";
import { closest, distance } from "fastest-levenshtein";
import type { Answer } from "./adapter.ts";
import { body } from "./card.ts";
import type { Command, Services } from "./command.ts";
import { UserError } from "./errors.ts";
import { readOptions } from "./options.ts";
import { readTyped } from "./typed.ts";

/** The one place where errors are caught: the person gets a sentence, the log gets the error with the same reference. */
export function createAnswer(
  commands: readonly Command[],
  services: Services,
  log: (error: unknown, reference: string) => void,
): Answer {
  const byName = new Map(commands.map((command) => [command.name, command]));
  return async ({ command: name, input, channel, user }) => {
    try {
      const command = byName.get(name.toLowerCase());
      if (!command) throw new UserError(unknownCommand(name, [...byName.keys()]), "usage");
      const typed = typeof input === "string" ? readTyped(input, command.options) : input;
      const options = readOptions(command.options, typed, services.now());
      return await command.run({ options, channel, user, commands }, services);
    } catch (error) {
      if (error instanceof UserError) return { blocks: [body(error.message)], problem: error.kind };
      const reference = randomUUID().slice(0, 8);
      log(error, reference);
      return { blocks: [body(`Something went wrong on our side (reference ${reference}). Please try again.`)], problem: "fault" };
    }
  };
}

function unknownCommand(typed: string, names: readonly string[]): string {
  if (typed === "") return "Type a command, such as /help.";
  const name = typed.slice(0, 40).toLowerCase();
  const nearest = closest(name, names as string[]);
  const meant = distance(name, nearest) <= Math.max(2, name.length / 3) || nearest.startsWith(name);
  return `There is no command /${name}. ${meant ? `Did you mean /${nearest}?` : "Type /help to see what there is."}`;
}
