import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { isDead, newClaimant } from "../../src/store/claimant.ts";

const ended = spawnSync(process.execPath, ["--version"]).pid;

test.each([
  ["this process", newClaimant(), false],
  ["one before it with the same number, as in a container", `${hostname()} ${process.pid} x`, true],
  ["one that runs", `${hostname()} ${process.ppid} x`, false],
  ["one that has ended", `${hostname()} ${ended} x`, true],
  ["one of another machine", `elsewhere ${ended} x`, false],
  ["something else", "me", false],
])("%s", (_, claimant, dead) => {
  expect(isDead(claimant)).toBe(dead);
});
