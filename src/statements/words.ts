import { traitsOf } from "./cast/word-traits.ts";
import { type Hashes, hashSpelling, hashUse } from "./tagger/words.ts";

/** A word as it stands in a text, with all that it tells by itself; one object serves all its places of one part of speech. */
export interface Word extends Hashes {
  readonly value: string;
  /** The same in lower case. */
  readonly small: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Lower case base form. */
  readonly lemma: string;
  /** Universal part-of-speech tag. */
  readonly tag: string;
  /** What it can be in a noun phrase: bits of the cast's TRAIT. */
  readonly traits: number;
}

/** What a word tells without its part of speech. */
export type Spelling = Omit<Word, "lemma" | "tag" | "base" | "pos">;

/** Works out what a word tells by its spelling alone. */
export function describeSpelling(value: string): Spelling {
  const small = value.toLowerCase();
  return { value, small, capital: /^\p{Lu}/u.test(value), traits: traitsOf(value, small), ...hashSpelling(value) };
}

/** The word as a part of speech; `lemma` is in lower case, `tag` a universal part-of-speech tag, `traits` bits of TRAIT. */
export function describeWord(spelling: Spelling, lemma: string, tag: string, traits = spelling.traits): Word {
  const { value, small, capital, form, tail3, head4, shape } = spelling;
  const { base, pos } = hashUse(lemma, tag);
  // Named one by one: what is spread into an object lies apart from it, which every look at a word of a text would pay for.
  return { value, small, capital, lemma, tag, traits, form, base, tail3, head4, shape, pos };
}
