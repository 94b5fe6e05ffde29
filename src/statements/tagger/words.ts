import { POS_CODE } from "./parts-of-speech.ts";

/** What features know of a word, its base form and its part of speech: hashes and small codes. */
export interface Hashes {
  /** Hashes of the word in lower case, of its base form, its last letters and its first. */
  readonly form: number;
  readonly base: number;
  readonly tail3: number;
  readonly head4: number;
  readonly shape: number;
  readonly pos: number;
}

/** Outlines of a word, coarse enough to be learned from few examples. */
export const SHAPE = { digits: 1, initial: 2, capitals: 3, title: 4, lower: 5, other: 6 } as const;

/** FNV-1a over UTF-16 code units with a final avalanche: an int32, never 0, which stands for "no word here". */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return h ^ (h >>> 15) || 1;
}

/** Lower case, straight marks, and 0 for every digit: numbers and typography must not split what is one word. */
function normalise(word: string): string {
  return word.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”„]/g, '"').replace(/\d/g, "0");
}

function shapeOf(word: string): number {
  if (/^\d+$/.test(word)) return SHAPE.digits;
  if (word.toUpperCase() === word && word.toLowerCase() !== word) return word.length === 1 ? SHAPE.initial : SHAPE.capitals;
  const first = word.charAt(0);
  if (first.toLowerCase() !== first) return SHAPE.title;
  return /^\p{L}+$/u.test(word) ? SHAPE.lower : SHAPE.other;
}

/** Describes a word as written. */
export function hashSpelling(word: string): Omit<Hashes, "base" | "pos"> {
  const plain = normalise(word);
  return {
    form: hashText(plain),
    tail3: hashText(plain.slice(-3)),
    head4: hashText(plain.slice(0, 4)),
    shape: shapeOf(word),
  };
}

/** Describes a word by its base form and its universal part of speech. */
export const hashUse = (lemma: string, tag: string): Pick<Hashes, "base" | "pos"> => ({
  base: hashText(normalise(lemma)),
  pos: POS_CODE[tag] ?? 0,
});
