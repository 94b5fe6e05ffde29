/** Values by word, each found where the word stands in a text: nothing is cut out of the text to look for it. */
export interface WordTable<Value> {
  size(): number;
  /** The value of the word in characters [start, end) of `text`. */
  get(text: string, start: number, end: number): Value | undefined;
  /** Adds a word that is not in the table yet. */
  add(word: string, value: Value): void;
  clear(): void;
}

/** Four numbers a place: hash, number of the value from 1, where the word's characters begin, and how many they are. */
const NUMBERS = 4;
/** Places and characters to begin with; powers of two. */
const PLACES = 1 << 12;
const CHARACTERS = 1 << 15;

function hash(text: string, start: number, end: number): number {
  let sum = end - start;
  for (let i = start; i < end; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum ^ (sum >>> 15);
}

/** An empty table; it keeps the characters of its words one behind the other, and nothing of the strings that they came in. */
export function createWordTable<Value>(): WordTable<Value> {
  let places = new Int32Array(PLACES * NUMBERS);
  let characters = new Uint16Array(CHARACTERS);
  let written = 0;
  let values: Value[] = [];

  /** Where in `places` the word stands, or could be put. */
  const find = (text: string, start: number, end: number, sum: number): number => {
    const mask = places.length - 1;
    for (let at = (sum * NUMBERS) & mask; ; at = (at + NUMBERS) & mask) {
      if (places[at + 1] === 0) return at;
      if (places[at] !== sum || places[at + 3] !== end - start) continue;
      const first = places[at + 2]! - start;
      let i = start;
      while (i < end && characters[first + i] === text.charCodeAt(i)) i++;
      if (i === end) return at;
    }
  };

  /** Doubles the places, which are never more than half full. */
  const grow = (): void => {
    const before = places;
    places = new Int32Array(before.length * 2);
    const mask = places.length - 1;
    for (let from = 0; from < before.length; from += NUMBERS) {
      if (before[from + 1] === 0) continue;
      let at = (before[from]! * NUMBERS) & mask;
      while (places[at + 1] !== 0) at = (at + NUMBERS) & mask;
      places.set(before.subarray(from, from + NUMBERS), at);
    }
  };

  const add = (word: string, value: Value): void => {
    if ((values.length + 1) * NUMBERS * 2 > places.length) grow();
    if (written + word.length > characters.length) {
      const before = characters;
      characters = new Uint16Array((before.length + word.length) * 2);
      characters.set(before);
    }
    const sum = hash(word, 0, word.length);
    values.push(value);
    places.set([sum, values.length, written, word.length], find(word, 0, word.length, sum));
    for (let i = 0; i < word.length; i++) characters[written++] = word.charCodeAt(i);
  };

  const get = (text: string, start: number, end: number): Value | undefined => {
    const number = places[find(text, start, end, hash(text, start, end)) + 1]!;
    return number === 0 ? undefined : values[number - 1];
  };

  return {
    size: () => values.length,
    get,
    add,
    clear: () => {
      places = new Int32Array(PLACES * NUMBERS);
      characters = new Uint16Array(CHARACTERS);
      written = 0;
      values = [];
    },
  };
}
