import type { Word } from "./words.ts";

/** Words by their number and part of speech, both whole numbers from 0. */
export interface WordTable {
  get(number: number, kind: number): Word | undefined;
  set(number: number, kind: number, word: Word): void;
}

/** Parts of speech that are kept; the universal ones are fewer. */
const KINDS = 20;

/**
 * A tokeniser numbers all words that it knows, and a text has few of them: an array by number would be mostly holes, which makes it slow.
 * So a number leads to the word's place among those met, and the places lie side by side. Numbers from `size` on are not kept.
 */
export function createWordTable(size: number): WordTable {
  const places = new Uint32Array(size);
  const words: (Word | undefined)[] = new Array(KINDS).fill(undefined);
  return {
    get: (number, kind) => (number < size && kind < KINDS ? words[places[number]! * KINDS + kind] : undefined),
    set: (number, kind, word) => {
      if (number >= size || kind >= KINDS) return;
      if (places[number] === 0) {
        places[number] = words.length / KINDS;
        for (let k = 0; k < KINDS; k++) words.push(undefined);
      }
      words[places[number]! * KINDS + kind] = word;
    },
  };
}
