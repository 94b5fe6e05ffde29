/** Rows for features of the first pass; both passes have weights in each. */
export const FIRST_ROWS = 2 ** 18;

/** Rows for the features that the second pass alone has. */
export const SECOND_ROWS = 2 ** 17;

/** Row of a first-pass feature. */
export function firstRow(hash: number): number {
  return hash & (FIRST_ROWS - 1);
}

/** Row of a second-pass feature, counted within its own table. */
export function secondRow(hash: number): number {
  return hash & (SECOND_ROWS - 1);
}
