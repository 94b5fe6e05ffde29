import { expect, test } from "vitest";
import { killDigests } from "../../bench/digest-kill.ts";

test.concurrent.each([
  ["the process", false],
  ["one of two processes", true],
])(
  "killed at each step of a delivery on both platforms, %s: each digest comes once, and the ledger knows",
  async (_, both) => {
    const { kills, ...after } = await killDigests(7, both ? 2 : 1, both);
    expect(Object.values(kills)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(after).toMatchObject({ digests: 42, lost: 0, twice: 0, lies: 0 });
    expect(after.messages).toBeGreaterThanOrEqual(42);
  },
  240_000,
);
