import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIndex } from "../../src/statements/bisect.ts";

test("finds the first index for which the test holds, or the count where there is none", () => {
  expect(firstIndex(0, () => true)).toBe(0);
  expect(firstIndex(5, () => false)).toBe(5);
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (count, from) => {
      expect(firstIndex(count, (index) => index >= from)).toBe(Math.min(count, from));
    }),
  );
});

test("asks a few times only", () => {
  let asked = 0;
  firstIndex(1_000_000, (index) => {
    asked++;
    return index > 7;
  });
  expect(asked).toBeLessThanOrEqual(20);
});
