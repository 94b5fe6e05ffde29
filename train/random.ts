/** A seeded generator of uint32 (sfc32): the same seed gives the same training on every machine. */
export function createRandom(seed: number): () => number {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 1;
  const next = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let k = 0; k < 16; k += 1) next();
  return next;
}

/** Fisher-Yates, in place. */
export function shuffle(values: Int32Array, random: () => number): void {
  for (let k = values.length - 1; k > 0; k -= 1) {
    const j = random() % (k + 1);
    const held = values[k]!;
    values[k] = values[j]!;
    values[j] = held;
  }
}
