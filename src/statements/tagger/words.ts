/** What features know of a distinct word: hashes and small codes, worked out once. */
interface Word {
  readonly form: number;
  readonly tail2: number;
  readonly tail3: number;
  readonly head4: number;
  readonly shape: number;
}

/** Outlines of a word, coarse enough to be learned from few examples. */
export const SHAPE = { digits: 1, initial: 2, capitals: 3, title: 4, lower: 5, other: 6 } as const;

/** Distinct words kept before the cache starts afresh, so that a long-lived process does not grow without end. */
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

function describe(word: string): Word {
  const plain = normalise(word);
  return {
    form: hashText(plain),
    tail2: hashText(plain.slice(-2)),
    tail3: hashText(plain.slice(-3)),
    head4: hashText(plain.slice(0, 4)),
    shape: shapeOf(word),
  };
}

/** Describes words, each distinct one once. */
export function createWords(): (word: string) => Word {
  const known = new Map<string, Word>();
  return (word) => {
    let entry = known.get(word);
    if (!entry) {
      if (known.size >= CACHE_LIMIT) known.clear();
      entry = describe(word);
      known.set(word, entry);
    }
    return entry;
  };
}
