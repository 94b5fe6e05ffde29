import type { Command } from "./command.ts";

/** The commands that share a first word: `/speaker merge` and `/speaker split`. */
export const familyOf = (commands: readonly Command[], first: string): Command[] =>
  commands.filter(({ name }) => name.startsWith(`${first} `));

export const firstWord = (name: string): string => name.split(" ", 1)[0]!;
export const secondWord = (name: string): string => name.slice(firstWord(name).length + 1);

/** What can be typed after a slash: each first word once, in the commands' order. */
export const firstWords = (commands: readonly Command[]): string[] => [...new Set(commands.map(({ name }) => firstWord(name)))];
