import { probabilityOf } from "../src/statements/logistic.ts";

/** Logistic regression by full-batch gradient descent with momentum and a little shrinkage: deterministic, and convex, so it needs no seed. */
export function fitLogistic(rows: readonly (readonly number[])[], answers: readonly number[], shrinkage = 1e-4): Float64Array {
  const width = rows[0]?.length ?? 0;
  const weights = new Float64Array(width);
  const speed = new Float64Array(width);
  const gradient = new Float64Array(width);
  for (let round = 0; round < 1500; round++) {
    gradient.fill(0);
    rows.forEach((row, r) => {
      const error = probabilityOf(row, weights) - answers[r]!;
      for (let i = 0; i < width; i++) gradient[i]! += error * row[i]!;
    });
    for (let i = 0; i < width; i++) {
      speed[i] = 0.9 * speed[i]! - 0.15 * (gradient[i]! / rows.length + shrinkage * weights[i]!);
      weights[i]! += speed[i]!;
    }
  }
  return weights;
}
