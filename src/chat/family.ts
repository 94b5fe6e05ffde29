import { closest, distance } from "fastest-levenshtein";
import type { Command } from "./command.ts";

/** The commands that share a first word: `/speaker merge` and `/speaker split`. */
export const familyOf = (commands: readonly Command[], first: string): Command[] =>
  commands.filter(({ name }) => name.startsWith(`${first} `));

/**
 * The command that a name and what was typed after it mean: the second word of a family stands in the name or at the head of the rest; and
 * what of the rest is its own. Null where there is none.
 */
export function findMember(
  commands: readonly Command[],
  name: string,
  input: string,
): { readonly command: Command; readonly input: string } | null {
  const [, second = "", rest = ""] = /^\s*(\S+)\s*([\s\S]*)$/.exec(input) ?? [];
  const byName = (wanted: string) => commands.find((each) => each.name === wanted);
  const member = byName(`${name} ${second.toLowerCase()}`);
  if (member) return { command: member, input: rest };
  const family = second === "" ? [] : familyOf(commands, name);
  const command = byName(name) ?? family.find(({ isUsual }) => isUsual && !isMistyped(second, family));
  return command ? { command, input } : null;
}

/** Whether a word is so near to a second word of the family that it was meant for one: nothing is set up by mistyping. */
function isMistyped(word: string, family: readonly Command[]): boolean {
  const typed = word.slice(0, LONGEST).toLowerCase();
  if (/^["“”„«]/.test(typed)) return false;
  return family.some(({ name }) => {
    const second = secondWord(name);
    return second.startsWith(typed) || distance(typed, second) <= Math.min(2, typed.length / 2);
  });
}

const LONGEST = 40; // characters of a word that may be a name mistyped

/** The name that somebody meant who typed something like it; null where none is near. */
export function meant(typed: string, names: readonly string[]): string | null {
  const begun = names.find((name) => name.startsWith(typed));
  if (begun !== undefined) return begun;
  const near = closest(typed, names as string[]);
  return distance(typed, near) <= Math.max(2, typed.length / 3) ? near : null;
}

export const firstWord = (name: string): string => name.split(" ", 1)[0]!;
export const secondWord = (name: string): string => name.slice(firstWord(name).length + 1);

/** What can be typed after a slash: each first word once, in the commands' order. */
export const firstWords = (commands: readonly Command[]): string[] => [...new Set(commands.map(({ name }) => firstWord(name)))];
