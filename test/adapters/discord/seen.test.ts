import { expect, test } from "vitest";
import { createSeen } from "../../../src/adapters/discord/seen.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 4, 5) + seconds * 1_000);

test("an id is new once, for as long as an interaction can be answered", () => {
  const seen = createSeen();
  expect(seen.isNew("a", at(0))).toBe(true);
  expect(seen.isNew("a", at(1))).toBe(false);
  expect(seen.isNew("b", at(899))).toBe(true);
  expect(seen.isNew("a", at(899))).toBe(false);
  expect(seen.isNew("c", at(901))).toBe(true);
  expect(seen.isNew("a", at(901))).toBe(true);
});

test("no more than ten thousand are kept", () => {
  const seen = createSeen();
  for (let k = 0; k <= 10_000; k++) seen.isNew(`i${k}`, at(0));
  expect(seen.isNew("i1", at(0))).toBe(false);
  expect(seen.isNew("i0", at(0))).toBe(true);
});
