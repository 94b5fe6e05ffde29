/** Hashes a feature's number and up to three values into an int32; integers in, integer out, nothing allocated. */
export function mix(feature: number, a: number, b: number, c: number): number {
  let h = Math.imul(Math.imul(feature, 0x9e3779b1) ^ a, 0x2c1b3c6d);
  h = Math.imul((h ^ (h >>> 15)) + b, 0x297a2d39);
  h = Math.imul((h ^ (h >>> 13)) + c, 0x85ebca6b);
  return h ^ (h >>> 16);
}

/** Distances in tokens, coarser as they grow. */
export function band(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 5 : distance < 12 ? 9 : distance < 20 ? 15 : 30;
}
