import { expect, test } from "vitest";
import { inTurns } from "../../src/briefing/turns.ts";

test.each([
  [{ after: 3, upTo: 10 }, ["7 to 10", "4 to 7", "3 to 4"]],
  [{ after: 4, upTo: 10 }, ["7 to 10", "4 to 7"]],
  [{ after: 9, upTo: 10 }, ["9 to 10"]],
  [{ after: 10, upTo: 10 }, []],
])("all of %j is read, the newest first, and others get their turn between", async (arrivals, expected) => {
  const seen: string[] = [];
  let others = 0;
  const soon = () => {
    others++;
    handle = setImmediate(soon);
  };
  let handle = setImmediate(soon);
  for await (const { after, upTo } of inTurns(arrivals, 3)) {
    expect(others).toBeGreaterThanOrEqual(seen.length);
    seen.push(`${after} to ${upTo}`);
  }
  clearImmediate(handle);
  expect(seen).toEqual(expected);
});
