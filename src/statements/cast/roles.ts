import { CALENDAR } from "../calendar.ts";
import { isRank } from "./honorifics.ts";
import type { Entity, Role } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { genderOfRole, isPluralRole, isRoleNoun, singularRole } from "./role-nouns.ts";
import type { WordClasses } from "./word-classes.ts";

const LONGEST = 14;
const TIES = /^(?:of|for|to|at|in|from|on|with|and|the|a|an|its|their|his|her|&|'s|de|under|who)$/;

/** The words of a role as a later mention is compared with them. */
export const roleWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/'s?\b/g, " ")
    .split(/[^\p{L}\p{N}.&-]+/u)
    .flatMap((word) => (word.includes("-") && !isRoleNoun(word) ? [word, ...word.split("-")] : [word]))
    .filter((word) => word !== "" && !TIES.test(word));

export function createRole({ document, classes }: Lexicon, from: number, to: number, head: number): Role {
  while (from < to - 1 && /^(?:the|a|an)$/.test(classes.lower[from]!)) from++;
  const text = document.text
    .slice(document.starts[from]!, document.ends[to - 1]!)
    .replace(/\s+/g, " ")
    .replace(/ (['’]s?\b)/g, "$1");
  const printed = head === to - 1 ? single(text) : text;
  return { text: printed, head: singularRole(classes.lower[head]!), words: roleWords(printed), token: from };
}

/** "Senators" before two names is a senator before each. */
const single = (text: string): string => {
  const last = text.split(" ").at(-1)!;
  const one = singularRole(last.toLowerCase());
  return one === last.toLowerCase() ? text : text.slice(0, -last.length) + last[0] + one.slice(1);
};

/** Where a role begins: with whom it belongs to where that has a name ("Russia's president", but "director" of "the company's director"). */
export function startOfRole({ name }: WordClasses, { core, possessor }: Phrase): number {
  for (let i = possessor?.start ?? core; possessor && i < possessor.end; i++) if (name[i] === 1) return possessor.start;
  return core;
}

/** End of the apposition that starts with phrase `first` behind a comma, or -1 where it does not close as one. */
export function appositionEnd(
  { document, classes }: Lexicon,
  first: Phrase,
  phraseAt: Int32Array,
  phrases: readonly Phrase[],
): number {
  const { words, pos, sentenceOf } = document;
  let at = first.end;
  let end = first.end;
  const limit = Math.min(words.length, first.start + LONGEST * 2);
  while (at < limit && sentenceOf[at] === sentenceOf[first.head]) {
    const word = classes.lower[at]!;
    if (/^(?:,|\.|;|\)|"|-|–|—|:|!|\?)$/.test(word) || /^(?:who|which|whose|that|where|when)$/.test(word)) return end;
    if (/^(?:of|for|to|at|in|from|on|with|under|de)$/.test(word) && (phraseAt[at + 1] ?? -1) >= 0) {
      const next = phrases[phraseAt[at + 1]!]!;
      if (next.end - first.start > LONGEST || dated(classes.lower, next)) return end;
      end = at = next.end;
      continue;
    }
    if (word === "and" && (phraseAt[at + 1] ?? -1) >= 0) {
      const next = phrases[phraseAt[at + 1]!]!;
      if (next.kind === "pronoun" || (next.kind === "person" && next.nameStart >= 0) || next.end - first.start > LONGEST)
        return end;
      end = at = next.end;
      continue;
    }
    if (pos[at] === "VERB" || pos[at] === "AUX" || pos[at] === "ADV") return end;
    return end;
  }
  return end;
}

const dated = (lower: readonly string[], phrase: Phrase): boolean => {
  for (let i = phrase.start; i < phrase.end; i++) if (CALENDAR.has(lower[i]!) || /^\d{4}$/.test(lower[i]!)) return true;
  return false;
};

/** Kinds of people that are no role to show behind a name. */
const NO_ROLES = new Set(
  "source person man woman boy girl guest winner favorite favourite subject loser hero child fan master lead independent reader victim".split(
    " ",
  ),
);

/** Whether a phrase without a name says what somebody is. */
export const tellsRole = ({ classes }: Lexicon, phrase: Phrase): boolean =>
  phrase.kind === "person" &&
  phrase.nameStart < 0 &&
  !NO_ROLES.has(classes.lower[phrase.head]!) &&
  !isPluralRole(classes.lower[phrase.head]!);

/** How much a role tells; a mere rank tells nothing. */
const weight = (role: Role): number => {
  const content = role.words.every(isRank) ? 0 : role.words.length;
  const past = /^(?:former|ex|late|then)\b/i.test(role.text) ? 1 : 0;
  return Math.min(content, 5) - past;
};

/** The role to show: the first, unless a later one says the same more fully or the first is one bare word. */
export function chosenRole(entity: Entity): string | null {
  let best: Role | null = null;
  for (const role of entity.roles.toSorted((a, b) => a.token - b.token)) {
    if (role.text === "") continue;
    if (best === null) best = role;
    else if (weight(role) > weight(best) && (weight(best) <= 1 || role.words.includes(best.head))) best = role;
  }
  return best?.text ?? null;
}

/** Roles an entity keeps; more tell a reader nothing. */
const MOST = 8;

export function addRole(entity: Entity, role: Role): void {
  if (entity.roles.some((known) => known.text === role.text && known.head === role.head)) return;
  if (entity.roles.length < MOST) entity.roles.push(role);
}

/** Adds the role printed in tokens [from, to), and what its noun tells of the sex. */
export function learnRole(lexicon: Lexicon, entity: Entity, from: number, to: number, head: number): void {
  if (to <= from) return;
  addRole(entity, createRole(lexicon, from, to, head));
  const { lower } = lexicon.classes;
  for (let i = head; i < to; i++) {
    // "A miner and father of six".
    if (i > head && lower[i - 1] !== "and" && lower[i - 2] !== "and") continue;
    const gender = isRoleNoun(lower[i]!) ? genderOfRole(lower[i]!) : "u";
    if (gender !== "u") entity.gender = gender;
  }
}
