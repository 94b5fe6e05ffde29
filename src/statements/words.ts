import { traitsOf } from "./cast/word-traits.ts";
import { type Hashes, hashWord } from "./tagger/words.ts";

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

/** Works out what a word tells by itself; `lemma` is in lower case, `tag` a universal part-of-speech tag, `traits` bits of TRAIT. */
export function describeWord(
  value: string,
  lemma: string,
  tag: string,
  small = value.toLowerCase(),
  traits = traitsOf(value, small),
): Word {
  const capital = /^\p{Lu}/u.test(value);
  const { form, base, tail3, head4, shape, pos } = hashWord(value, lemma, tag);
  // Named one by one: what is spread into an object lies apart from it, which every look at a word of a text would pay for.
  return { value, small, capital, lemma, tag, traits, form, base, tail3, head4, shape, pos };
}
