import { expect, test } from "vitest";
import { rank, type Weight } from "../../src/briefing/rank.ts";

const HOUR = 3_600_000;
const usual: Weight = { outlets: 2, statements: 3, age: 2 * HOUR, fit: 1 };
const score = (weight: Partial<Weight>) => rank({ ...usual, ...weight }, 12 * HOUR);

test.each<[string, Partial<Weight>, Partial<Weight>]>([
  ["more outlets before fewer", { outlets: 3 }, { outlets: 2 }],
  ["newer before older", { age: HOUR }, { age: 3 * HOUR }],
  ["what more was said in before what less was", { statements: 4 }, { statements: 3 }],
  ["what speaks of it before what names it once", { fit: 1 }, { fit: 0 }],
  ["a second outlet before one statement more", { outlets: 2, statements: 3 }, { outlets: 1, statements: 4 }],
  ["what four outlets carry before a long interview in one", { outlets: 4, statements: 6 }, { outlets: 1, statements: 20 }],
  ["this hour's story before one of two days ago in twice as many outlets", { age: HOUR }, { outlets: 5, age: 48 * HOUR }],
  ["the day's main story before a small one that just came", { outlets: 12, age: 10 * HOUR }, { outlets: 1, age: 0 }],
  ["half as much after a half-life", { age: 11 * HOUR }, { age: 12 * HOUR }],
])("%s", (_, first, second) => {
  expect(score(first)).toBeGreaterThan(score(second));
});

test("the formula is the one that is told", () => {
  expect(rank({ outlets: 3, statements: 7, age: 12 * HOUR, fit: 0 }, 12 * HOUR)).toBe((2 + 1.5) * 0.5 * 0.5);
  expect(rank({ outlets: 1, statements: 0, age: 0, fit: 1 }, HOUR)).toBe(1);
});
