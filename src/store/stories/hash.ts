/** A word as a number of 32 bits (FNV-1a): two words of a library hardly ever share one. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
  return hash | 0;
}

/** A run of words as a number of 53 bits (FNV-1a over two halves). */
export function hashRun(text: string): number {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000197);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
