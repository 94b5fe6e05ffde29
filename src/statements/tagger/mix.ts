/** Hashes a feature's number and up to three values into an int32; integers in, integer out, nothing allocated. */
export const mix = (feature: number, a: number, b: number, c: number): number => mixFrom(seedOf(feature), a, b, c);

/** What a feature's number gives to its hashes. */
export const seedOf = (feature: number): number => Math.imul(feature, 0x9e3779b1);

/** The same as `mix`, for a feature of which the seed is known. */
export function mixFrom(seed: number, a: number, b: number, c: number): number {
  let h = Math.imul(seed ^ a, 0x2c1b3c6d);
  h = Math.imul((h ^ (h >>> 15)) + b, 0x297a2d39);
  h = Math.imul((h ^ (h >>> 13)) + c, 0x85ebca6b);
  return h ^ (h >>> 16);
}

/** Distances in tokens, coarser as they grow. */
export function band(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 5 : distance < 12 ? 9 : distance < 20 ? 15 : 30;
}
