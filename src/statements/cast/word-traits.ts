import { CALENDAR } from "../calendar.ts";
import { DETERMINERS, NO_LINKS, NOT_NAMES, POSSESSIVE_MARKS, POSSESSIVES, PRONOUN_WORDS, REPORTS } from "./closed-classes.ts";
import { givenName } from "./given-names.ts";
import { DOCUMENTS, GROUP_NOUNS, ORGANISATIONS, PLACES } from "./groups.ts";
import { HONORIFICS, PARTICLES, SUFFIXES } from "./honorifics.ts";
import { LANDS_AND_CAPITALS, NATIONALITIES } from "./nationalities.ts";
import { genderOfRole, isPluralRole, isRoleNoun, looksLikeRole } from "./role-nouns.ts";

/** Bits for what a word can be by its spelling alone. */
export const TRAIT = {
  capital: 1 << 0,
  letter: 1 << 1,
  /** Begins with a letter or a digit. */
  word: 1 << 2,
  /** Fewer than four characters. */
  short: 1 << 3,
  /** Two and more letters, all of them capitals. */
  shouted: 1 << 4,
  /** A mark behind which a capital tells nothing. */
  opening: 1 << 5,
  calendar: 1 << 6,
  notName: 1 << 7,
  role: 1 << 8,
  pluralRole: 1 << 9,
  given: 1 << 10,
  honorific: 1 << 11,
  suffix: 1 << 12,
  particle: 1 << 13,
  organisation: 1 << 14,
  place: 1 << 15,
  group: 1 << 16,
  document: 1 << 17,
  determiner: 1 << 18,
  possessive: 1 << 19,
  demonstrative: 1 << 20,
  /** Often taken for a noun, and a verb behind a name. */
  reports: 1 << 21,
  noLink: 1 << 22,
  /** A possessive mark. */
  mark: 1 << 23,
  pronoun: 1 << 24,
  nationality: 1 << 25,
  looksLikeRole: 1 << 26,
  /** Stands between the parts of a name. */
  joint: 1 << 27,
  /** Letters with a full stop: "Maj.", "no.". */
  stopped: 1 << 28,
  /** A land, a state or a capital. */
  land: 1 << 29,
  /** Said of a man, as a role is, and of a woman. */
  male: 1 << 30,
  female: 1 << 31,
} as const;

/** Traits of words that name nobody by themselves, also with a capital letter. */
export const COMMON_WORD = TRAIT.notName | TRAIT.calendar;

/** Traits that no surname has. */
export const NO_SURNAME =
  COMMON_WORD |
  TRAIT.role |
  TRAIT.pluralRole |
  TRAIT.organisation |
  TRAIT.place |
  TRAIT.group |
  TRAIT.document |
  TRAIT.nationality;

/** Closed classes of words in lower case. */
const LISTS: readonly (readonly [trait: number, words: Iterable<string>])[] = [
  [TRAIT.calendar, CALENDAR],
  [TRAIT.notName, NOT_NAMES],
  [TRAIT.honorific, HONORIFICS],
  [TRAIT.suffix, SUFFIXES],
  [TRAIT.particle, PARTICLES],
  [TRAIT.organisation, ORGANISATIONS],
  [TRAIT.place, PLACES],
  [TRAIT.group, GROUP_NOUNS],
  [TRAIT.document, DOCUMENTS],
  [TRAIT.determiner, DETERMINERS],
  [TRAIT.possessive, POSSESSIVES],
  [TRAIT.demonstrative, ["that", "this", "these", "those"]],
  [TRAIT.reports, REPORTS],
  [TRAIT.noLink, NO_LINKS],
  [TRAIT.mark, POSSESSIVE_MARKS],
  [TRAIT.pronoun, PRONOUN_WORDS],
  [TRAIT.nationality, NATIONALITIES],
  [TRAIT.land, LANDS_AND_CAPITALS],
];

/** By word, the traits that the lists give it: one look-up for them all. */
const listed = new Map<string, number>();
for (const [trait, words] of LISTS) for (const word of words) listed.set(word, (listed.get(word) ?? 0) | trait);

/** What a word can be, by its spelling and the same in lower case: bits of TRAIT. */
export function traitsOf(word: string, lower: string): number {
  let traits = listed.get(lower) ?? 0;
  if (word.length < 4) traits |= TRAIT.short;
  if (/^\p{L}/u.test(word)) {
    traits |= TRAIT.letter | TRAIT.word;
    if (/^\p{Lu}/u.test(word)) traits |= TRAIT.capital;
    else if (/^\p{Ll}{2,}\.$/u.test(word)) traits |= TRAIT.stopped;
  } else if (/^\d/.test(word)) traits |= TRAIT.word;
  else if (/^["'([:•-]$/.test(word)) traits |= TRAIT.opening;
  if (/^(?:["'(),&-]|'s|‑|of|for|on|the|and)$/.test(word)) traits |= TRAIT.joint;
  if (word.length > 1 && word === word.toUpperCase()) traits |= TRAIT.shouted;
  if (isRoleNoun(lower)) traits |= TRAIT.role;
  if (isPluralRole(lower)) traits |= TRAIT.pluralRole;
  if (looksLikeRole(lower)) traits |= TRAIT.looksLikeRole;
  if (givenName(lower) !== null) traits |= TRAIT.given;
  const gender = genderOfRole(lower);
  if (gender === "m") traits |= TRAIT.male;
  if (gender === "f") traits |= TRAIT.female;
  return traits;
}
