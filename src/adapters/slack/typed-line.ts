import type { Command } from "../../chat/command.ts";
import { findMember, firstWords } from "../../chat/family.ts";
import { isRequired } from "../../chat/options.ts";
import { readText } from "./read-text.ts";

/** A command's name, without the slash, and what was typed after it. */
export interface Line {
  readonly command: string;
  readonly input: string;
}

const HELP: Line = { command: "help", input: "" };

/** What stands behind a mention or the command that stands for all: "who-said ceasefire". Nothing is a request for help. */
function readLine(text: string): Line {
  const [, command, input = ""] = /^\s*\/?(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return command === undefined ? HELP : { command: command.toLowerCase(), input };
}

/** A slash command; `umbrella` is the name of the one that stands for all. */
export function readSlashCommand(name: string, text: string, umbrella: string): Line {
  const command = bare(name);
  return command === bare(umbrella) ? readLine(text) : { command, input: text };
}

/** What a mention asks for: help, where it begins with no command's name. */
export function readMention(text: string, commands: readonly Command[]): Line {
  const line = readLine(text);
  return firstWords(commands).includes(line.command) ? line : HELP;
}

/** The command that is meant, whose second word may stand at the head of what was typed; null where there is none. */
export const commandOf = ({ command, input }: Line, commands: readonly Command[]): Command | null =>
  findMember(commands, command, input)?.command ?? null;

/** A line that came from Slack as it was typed; what stands for a channel or a group stays where the command takes one. */
export const inWords = (line: Line, commands: readonly Command[]): Line => ({
  command: readText(line.command),
  input: readText(line.input, commandOf(line, commands)?.options),
});

/** The command whose form helps on: it was typed alone, and needs more than that. */
export function wantsForm({ command, input }: Line, commands: readonly Command[]): Command | null {
  const typed = `${command} ${input}`.trim().replace(/\s+/g, " ").toLowerCase();
  const meant = commands.find(({ name }) => name === typed);
  return meant && (meant.isUsual || Object.values(meant.options).some(isRequired)) ? meant : null;
}

const bare = (name: string): string => name.trim().replace(/^\//, "").toLowerCase();
