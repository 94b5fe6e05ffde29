import type { Command } from "../../chat/command.ts";
import { familyOf, firstWords, secondWord } from "../../chat/family.ts";
import type { Option } from "../../chat/options.ts";
import { LEAVING } from "./typed-line.ts";

/** What Tab offers after `line`: commands by first and second word, option names, the values of a choice; second the part they complete. */
export function complete(line: string, commands: readonly Command[]): [offers: string[], completed: string] {
  if (/^(\/\S*)?$/.test(line)) {
    const names = [...firstWords(commands).map((name) => `/${name} `), ...LEAVING.map((name) => `/${name}`)];
    return [beginning(names, line), line];
  }
  const [, first = "", after] = /^\/(\S+)\s(.*)$/s.exec(line) ?? [];
  if (after === undefined) return [[], line];
  const family = familyOf(commands, first.toLowerCase()).map(({ name }) => `${secondWord(name)} `);
  if (family.length > 0 && /^\s*\S*$/.test(after)) return [beginning(family, after.trimStart()), after.trimStart()];
  const [, second = "", more = ""] = /^\s*(\S+)\s(.*)$/s.exec(after) ?? [];
  const named = (name: string) => commands.find((each) => each.name === name.toLowerCase());
  const member = named(`${first} ${second}`);
  const command = member ?? named(first);
  const rest = member ? more : after;
  if (!command) return [[], line];
  const word = /\S*$/.exec(rest)![0];
  const [option] = word.split(":", 1);
  const offers = word.includes(":") ? values(option!, command.options[option!.toLowerCase()]) : unused(command, rest);
  return [beginning(offers, word), word];
}

const beginning = (offers: readonly string[], start: string) => offers.filter((offer) => offer.startsWith(start.toLowerCase()));

/** The first option takes the words without a name, so it is not offered. */
const unused = ({ options }: Command, rest: string) =>
  Object.keys(options)
    .slice(1)
    .map((name) => `${name}:`)
    .filter((label) => !` ${rest.toLowerCase()}`.includes(` ${label}`));

function values(name: string, option: Option | undefined): string[] {
  const choices = option?.type === "choice" ? option.choices : option?.type === "flag" ? ["yes", "no"] : [];
  return choices.map((choice) => `${name.toLowerCase()}:${choice} `);
}
