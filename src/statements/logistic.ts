/** Log-odds of a probability, no nearer to 0 and 1 than `least`: beyond it they tell nothing. A third of them, to be of the size of other evidence. */
export function logOdds(probability: number, least: number): number {
  const p = Math.min(1 - least, Math.max(least, probability));
  return Math.log(p / (1 - p)) / 3;
}

/** The probability that logistic regression gives a row of evidence, a weight each. */
export function probabilityOf(evidence: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < evidence.length; i++) sum += evidence[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-sum));
}
