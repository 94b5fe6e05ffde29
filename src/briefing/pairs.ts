import type { Article } from "../model.ts";
import { isCommon } from "../store/terms.ts";

/** The neighbouring words of every sentence, each pair as a number, and how many articles have each pair. */
interface Pairs {
  /** By article, then by sentence; each pair once. */
  readonly bySentence: readonly (readonly (readonly number[])[])[];
  readonly support: readonly number[];
  /** The pairs of other texts. */
  readonly elsewhere: readonly number[];
}

interface Word {
  readonly common: boolean;
  /** The pairs that begin with this word, by the word that ends them. */
  readonly pairs: Map<Word, number>;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Leaves out the pairs of two common words ("of the"), which tell nothing (Gillick and Favre 2009). */
export function readPairs(articles: readonly Article[], others: readonly string[] = []): Pairs {
  const read = createReader();
  const support: number[] = [];
  const lastHolder: number[] = [];
  const bySentence = articles.map(({ text, sentences }, article) =>
    sentences.map(({ start, end }) => {
      const pairs = read(text.slice(start, end));
      for (const pair of pairs) {
        if (lastHolder[pair] !== article) support[pair] = (support[pair] ?? 0) + 1;
        lastHolder[pair] = article;
      }
      return pairs;
    }),
  );
  return { bySentence, support, elsewhere: others.flatMap(read) };
}

function createReader(): (sentence: string) => number[] {
  const words = new Map<string, Word>();
  let count = 0;
  const readWord = (written: string): Word => {
    const known = words.get(written);
    if (known) return known;
    const plain = written.replace(/['’]s$/, "");
    const word = plain === written ? { common: isCommon(plain), pairs: new Map() } : readWord(plain);
    words.set(written, word);
    return word;
  };
  return (sentence) => {
    const held = new Set<number>();
    let before: Word | null = null;
    for (const written of sentence.toLowerCase().match(WORD) ?? []) {
      const word = readWord(written);
      if (before && !(before.common && word.common)) {
        const pair = before.pairs.get(word) ?? count++;
        before.pairs.set(word, pair);
        held.add(pair);
      }
      before = word;
    }
    return [...held];
  };
}
