import { POS_CODE } from "./parts-of-speech.ts";

/** What features know of a distinct word, its base form and its part of speech: hashes and small codes, worked out once. */
interface Entry {
  /** Hashes of the word in lower case, of its lemma, its last letters and its first. */
  readonly form: number;
  readonly lemma: number;
  readonly tail2: number;
  readonly tail3: number;
  readonly head4: number;
  readonly shape: number;
  readonly pos: number;
}

/** An entry with what it was made from, and the same word's next one. */
interface Listed extends Entry {
  readonly base: string;
  readonly tag: string;
  readonly next: Listed | undefined;
}

/** Outlines of a word, coarse enough to be learned from few examples. */
export const SHAPE = { digits: 1, initial: 2, capitals: 3, title: 4, lower: 5, other: 6 } as const;

/** Entries kept before the cache starts afresh, so that a long-lived process does not grow without end. */
const CACHE_LIMIT = 100_000;

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

/** Describes words by their form, base form and universal part of speech, each distinct three once. */
export function createWords(): (word: string, base: string, tag: string) => Entry {
  const known = new Map<string, Listed>();
  let entries = 0;

  function list(word: string, base: string, tag: string): Listed {
    if (entries >= CACHE_LIMIT) {
      known.clear();
      entries = 0;
    }
    entries++;
    const plain = normalise(word);
    const listed = {
      form: hashText(plain),
      lemma: hashText(normalise(base)),
      tail2: hashText(plain.slice(-2)),
      tail3: hashText(plain.slice(-3)),
      head4: hashText(plain.slice(0, 4)),
      shape: shapeOf(word),
      pos: POS_CODE[tag] ?? 0,
      base,
      tag,
      next: known.get(word),
    };
    known.set(word, listed);
    return listed;
  }

  return (word, base, tag) => {
    let entry = known.get(word);
    while (entry && (entry.base !== base || entry.tag !== tag)) entry = entry.next;
    return entry ?? list(word, base, tag);
  };
}
