import { givenName } from "./given-names.ts";
import { nameKey } from "./namesakes.ts";
import { type Entity, fullName, nickname, type People } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import type { PrintedNames } from "./printed-names.ts";
import { TRAIT } from "./word-traits.ts";

/** Names that the article gives in passing. */
export interface FurtherNames {
  /** The one named before phrase n who shares its surname, or null. */
  spouseBefore(phrase: Phrase, n: number): Entity | null;
  /** Remembers the nickname told behind a name. */
  takeNickname(phrase: Phrase, entity: Entity): void;
}

/** What two of one surname are to each other, and how many tokens off it is told. */
const KIN = new Set(
  "couple husband wife brothers sisters siblings twins spouses parents married family son sons daughter daughters".split(" "),
);
const NEAR = 14;

/** Tokens between "known" and the nickname. */
const FAR = 10;

export function createFurtherNames(
  lexicon: Lexicon,
  phrases: readonly Phrase[],
  phraseAt: Int32Array,
  people: People,
  names: PrintedNames,
): FurtherNames {
  const { words, sentenceOf } = lexicon.document;
  const { lower, traits } = lexicon.classes;
  const { text } = names;

  let known: Set<string> | null = null;
  /** Each surname behind a courtesy title, with what the title tells of the sex. */
  const titled = (): Set<string> => {
    if (known) return known;
    known = new Set();
    for (const [n, { titled, gender, nameStart }] of phrases.entries())
      if (titled && nameStart >= 0) known.add(`${names.keyOf(n)} ${gender}`);
    return known;
  };

  /** Whether the article tells that two named in one breath are kin: "brothers" near them, or "Mr. Hale" for the first. */
  const areKin = (first: Phrase, n: number): boolean => {
    for (let i = Math.max(0, first.start - NEAR); i < Math.min(words.length, first.end + NEAR); i++)
      if (KIN.has(lower[i]!)) return true;
    return titled().has(`${names.keyOf(n)} ${givenName(words[first.start]!)}`);
  };

  /** "Peter and Marguerite Hale": Peter, who is named nowhere else, is a Hale too. */
  const spouseBefore = (phrase: Phrase, n: number): Entity | null => {
    const first = phrases[n - 1];
    const given = (at: number): boolean => (traits[at]! & TRAIT.given) !== 0;
    if (!first || first.nameEnd - first.nameStart !== 1 || first.start !== first.nameStart || first.end !== phrase.start - 1)
      return null;
    if (lower[first.end] !== "and" || phrase.start !== phrase.nameStart || phrase.nameEnd - phrase.nameStart !== 2) return null;
    const key = names.keyOf(n - 1);
    if (!given(first.start) || !given(phrase.start) || people.byGiven.has(key) || people.bySurname.has(key)) return null;
    return areKin(first, n) ? fullName(people, `${names.of(n - 1)} ${text(phrase.nameEnd - 1, phrase.nameEnd)}`) : null;
  };

  /** "Anthony Hale, known in the docks as "Spud,"": Spud is Anthony Hale. */
  const takeNickname = ({ end }: Phrase, entity: Entity): void => {
    const first = words[end] === "," ? end + 1 : end;
    if (!/^(?:known|nicknamed|dubbed)$/.test(lower[first] ?? "")) return;
    let at = first + 1;
    const limit = Math.min(words.length, first + FAR);
    while (at < limit && lexicon.classes.name[at] === 0 && words[at] !== ",") at++;
    const nick = phrases[phraseAt[at] ?? -1];
    const told = /^(?:["']|as|nicknamed|dubbed)$/.test(lower[at - 1]!);
    if (!told || !nick || nick.start !== at || nick.end - at > 1 || sentenceOf[at] !== sentenceOf[end - 1]) return;
    const key = nameKey(text(at, nick.end));
    if (!people.bySurname.has(key)) nickname(people, key, entity);
  };

  return { spouseBefore, takeNickname };
}
