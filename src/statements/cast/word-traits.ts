import { CALENDAR } from "../calendar.ts";
import { DETERMINERS, NO_LINKS, NOT_NAMES, POSSESSIVE_MARKS, POSSESSIVES, PRONOUN_WORDS, REPORTS } from "./closed-classes.ts";
import { givenName } from "./given-names.ts";
import { isDocumentNoun, isGroupNoun, isOrganisationWord, isPlaceWord } from "./groups.ts";
import { honorific, PARTICLES, SUFFIXES } from "./honorifics.ts";
import { isNationality, isPlace } from "./nationalities.ts";
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

/** What a word can be, by its spelling and the same in lower case: bits of TRAIT. */
export function traitsOf(word: string, lower: string): number {
  const holds: Readonly<Record<keyof typeof TRAIT, boolean>> = {
    capital: /^\p{Lu}/u.test(word),
    letter: /^\p{L}/u.test(word),
    word: /^[\p{L}\d]/u.test(word),
    short: word.length < 4,
    shouted: word.length > 1 && word === word.toUpperCase(),
    opening: /^["'([:•-]$/.test(word),
    calendar: CALENDAR.has(lower),
    notName: NOT_NAMES.has(lower),
    role: isRoleNoun(lower),
    pluralRole: isPluralRole(lower),
    given: givenName(lower) !== null,
    honorific: honorific(lower) !== undefined,
    suffix: SUFFIXES.has(lower),
    particle: PARTICLES.has(lower),
    organisation: isOrganisationWord(lower),
    place: isPlaceWord(lower),
    group: isGroupNoun(lower),
    document: isDocumentNoun(lower),
    determiner: DETERMINERS.has(lower),
    possessive: POSSESSIVES.has(lower),
    demonstrative: /^(?:that|this|these|those)$/.test(lower),
    reports: REPORTS.has(lower),
    noLink: NO_LINKS.has(lower),
    mark: POSSESSIVE_MARKS.has(word),
    pronoun: PRONOUN_WORDS.has(lower),
    nationality: isNationality(lower),
    looksLikeRole: looksLikeRole(lower),
    joint: /^(?:["'(),&-]|'s|‑|of|for|on|the|and)$/.test(word),
    land: isPlace(lower),
    male: genderOfRole(lower) === "m",
    female: genderOfRole(lower) === "f",
    stopped: /^\p{Ll}{2,}\.$/u.test(word),
  };
  let traits = 0;
  for (const [trait, bit] of BITS) if (holds[trait]) traits |= bit;
  return traits;
}

const BITS = Object.entries(TRAIT) as [keyof typeof TRAIT, number][];
