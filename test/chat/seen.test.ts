import { expect, test } from "vitest";
import { createSeen } from "../../src/chat/seen.ts";

test("what was seen is known for fifteen minutes, longer than Slack delivers again", () => {
  let now = 0;
  const seen = createSeen(() => now);
  expect(seen.isNew("a")).toBe(true);
  now = 14 * 60_000;
  expect(seen.isNew("a")).toBe(false);
  now = 16 * 60_000;
  expect(seen.isNew("a")).toBe(true);
});

test("what is forgotten is new", () => {
  const seen = createSeen(() => 0);
  seen.isNew("a");
  seen.forget("a");
  expect(seen.isNew("a")).toBe(true);
});

test("memory is bounded: the oldest go first", () => {
  const seen = createSeen(() => 0);
  for (let k = 0; k < 10_001; k++) seen.isNew(String(k));
  expect(seen.isNew("10000")).toBe(false);
  expect(seen.isNew("0")).toBe(true);
});
