import { randomUUID } from "node:crypto";
import type { Answer, Invocation } from "./adapter.ts";
import { body, type Card } from "./card.ts";
import type { Channel } from "./channel.ts";
import type { Command, Services } from "./command.ts";
import { UserError } from "./errors.ts";
import { familyOf, findMember, firstWords, meant, secondWord } from "./family.ts";
import type { Limiter } from "./limits.ts";
import { mayRun, NOT_A_MANAGER } from "./managers.ts";
import { readOptions, type Typed } from "./options.ts";
import { readTyped } from "./typed.ts";
import { commandList } from "./usage.ts";

/** What became of one command; it holds nothing that anybody typed. */
export interface Run {
  readonly channel: Channel;
  /** Null where no command has the name that was typed. */
  readonly command: string | null;
  /** Milliseconds. */
  readonly duration: number;
  readonly outcome: "answered" | NonNullable<Card["problem"]>;
  /** Of a fault: what the person was told, and the error. */
  readonly fault: { readonly reference: string; readonly error: unknown } | null;
}

/** The one place where errors are caught: the person gets a sentence, the log gets the error with the same reference. */
export function createAnswer(commands: readonly Command[], services: Services, log: (run: Run) => void, limit?: Limiter): Answer {
  return async (invocation) => {
    const began = services.now().getTime();
    let name: string | null = null;
    const ended = (card: Card, fault: Run["fault"] = null): Card => {
      const duration = services.now().getTime() - began;
      log({ channel: invocation.channel, command: name, duration, outcome: card.problem ?? "answered", fault });
      return card;
    };
    try {
      await limit?.(invocation.channel, invocation.user);
      const found = findCommand(commands, invocation);
      if ("blocks" in found) return ended(found);
      const { command, input } = found;
      const { channel, user } = invocation;
      name = command.name;
      if (!(await mayRun(command, user))) throw new UserError(NOT_A_MANAGER[channel.platform]);
      const typed = typeof input === "string" ? readTyped(input, command.options) : input;
      const options = readOptions(command, typed, services.now());
      return ended(await command.run({ options, channel, user, commands }, services));
    } catch (error) {
      if (error instanceof UserError) return ended({ blocks: [body(error.message)], problem: error.kind });
      const reference = randomUUID().slice(0, 8);
      const sorry = `Something went wrong on our side (reference ${reference}). Please try again.`;
      return ended({ blocks: [body(sorry)], problem: "fault" }, { reference, error });
    }
  };
}

/** The second word of a command's name stands in its name or at the head of what was typed after it. */
function findCommand(
  commands: readonly Command[],
  { command: typed, input }: Invocation,
): { command: Command; input: string | Typed } | Card {
  const name = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const member = typeof input === "string" ? findMember(commands, name, input) : null;
  if (member) return member;
  const command = commands.find((each) => each.name === name);
  if (command) return { command, input };
  const [, second = ""] = (typeof input === "string" && /^\s*(\S+)/.exec(input)) || [];
  const [first = "", missing = second] = name.split(" ");
  const family = familyOf(commands, first);
  if (family.length === 0) throw new UserError(unknownCommand(typed, firstWords(commands)), "usage");
  return {
    blocks: [
      body(
        unknownMember(
          first,
          missing,
          family.map((each) => secondWord(each.name)),
        ),
      ),
      commandList(family),
    ],
    problem: "usage",
  };
}

function unknownCommand(typed: string, names: readonly string[]): string {
  if (typed === "") return "Type a command, such as /help.";
  const name = typed.slice(0, 40).toLowerCase();
  const nearest = meant(name, names);
  return `There is no command /${name}. ${nearest ? `Did you mean /${nearest}?` : "Type /help to see what there is."}`;
}

function unknownMember(first: string, typed: string, seconds: readonly string[]): string {
  if (typed === "") return `After /${first} comes one more word:`;
  const second = typed.slice(0, 40).toLowerCase();
  const nearest = meant(second, seconds);
  return `There is no command /${first} ${second}. ${nearest ? `Did you mean /${first} ${nearest}?` : "There are:"}`;
}
