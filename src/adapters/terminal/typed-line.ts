import type { Command } from "../../chat/command.ts";
import { firstWords } from "../../chat/family.ts";
import { LIMITS } from "./page.ts";

/** The words that end a session; they belong to the terminal and are not commands of the bot. */
export const LEAVING: readonly string[] = ["quit", "exit"];

/** What one typed line asks for; a "hint" answers what is no command, "too long" what was not read to its end. */
export type TypedLine =
  | { readonly type: "empty" }
  | { readonly type: "leave" }
  | { readonly type: "hint" | "too long"; readonly text: string }
  | { readonly type: "command"; readonly command: string; readonly input: string };

export function readTypedLine(typed: string, commands: readonly Command[]): TypedLine {
  if (typed.length > LIMITS.typed) {
    return {
      type: "too long",
      text: `A line may hold at most ${LIMITS.typed.toLocaleString("en-US")} characters: please ask in fewer words.`,
    };
  }
  const line = typed.trim();
  if (line === "") return { type: "empty" };
  const [, command, rest] = /^\/(\S+)(.*)$/s.exec(line) ?? [];
  if (command === undefined) return { type: "hint", text: slashHint(line, commands) };
  return LEAVING.includes(command.toLowerCase()) ? { type: "leave" } : { type: "command", command, input: rest!.trim() };
}

/** A line without a slash is most often a command all the same. */
function slashHint(line: string, commands: readonly Command[]): string {
  const word = /[^\s/]+/.exec(line)?.[0].toLowerCase();
  const meant = [...firstWords(commands), ...LEAVING].find((name) => name === word);
  if (meant) return `Commands begin with a slash: type /${meant}`;
  const [first] = commands;
  const example = first ? `, such as /${first.name} ${first.examples[0] ?? ""}`.trimEnd() : "";
  return `Commands begin with a slash${example}; /help lists them.`;
}
