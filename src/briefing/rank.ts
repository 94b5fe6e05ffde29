/** What tells how much a story matters. */
export interface Weight {
  /** That carry it, copies too. */
  readonly outlets: number;
  /** New statements. */
  readonly statements: number;
  /** Milliseconds since its newest article. */
  readonly age: number;
  /** From 0, which speaks of what was asked for somewhere in its text, to 1, where a headline or what was said does. */
  readonly fit: number;
}

/**
 * How much a story matters to a reader, `halfLife` in milliseconds: (log2(1 + outlets) + log2(1 + statements) / 2) * 2^(-age / halfLife) *
 * (1 + fit) / 2. The tenth outlet tells less than the second, so counts are logarithms; what outlets carry counts for more than how much was
 * said, which is a matter of length too.
 */
export const rank = ({ outlets, statements, age, fit }: Weight, halfLife: number): number =>
  (Math.log2(1 + outlets) + Math.log2(1 + statements) / 2) * 2 ** (-age / halfLife) * ((1 + fit) / 2);
