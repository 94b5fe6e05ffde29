/** A word as a number of 32 bits (FNV-1a): two words of a library hardly ever share one. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
  return hash | 0;
}

/** A run of words, each as a number (`hashWord`), as one of 53 bits (FNV-1a over two halves). */
export function hashRun(words: readonly number[], start: number, end: number): number {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let k = start; k < end; k++) {
    const word = words[k]!;
    low = Math.imul(low ^ word, 0x01000193);
    low = Math.imul(low ^ (low >>> 15), 0x85ebca6b);
    high = Math.imul(high ^ word, 0x01000197);
    high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
