import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLimiter, createTypingLimiter } from "../../src/chat/limits.ts";
import { ADA } from "../fixtures.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const channel = { platform: "slack", workspace: "slack:T1", id: "C1" } as const;

test("one command too many is told when to try again, and others go on", async () => {
  const limit = createLimiter({ user: 2, workspace: 4 });
  const bo = { ...ADA, id: "u2" };
  await limit(channel, ADA);
  await limit(channel, ADA);
  await expect(limit(channel, ADA)).rejects.toThrow("You are asking faster than I can read: please try again in 60 seconds.");
  await limit(channel, bo);
  await limit({ ...channel, platform: "discord" }, ADA);
  vi.advanceTimersByTime(60_000);
  await limit(channel, ADA);
});

test("a workspace has a limit of its own", async () => {
  const limit = createLimiter({ user: 2, workspace: 3 });
  for (const id of ["u1", "u2", "u3"]) await limit(channel, { ...ADA, id });
  await expect(limit(channel, { ...ADA, id: "u4" })).rejects.toThrow("This workspace is asking faster than I can read");
  await limit({ ...channel, workspace: "slack:T2" }, { ...ADA, id: "u4" });
});

test("a workspace is offered values for so many letters a minute, and others go on", async () => {
  const mayType = createTypingLimiter(2);
  const asked = async (workspace: string) => [await mayType(workspace), await mayType(workspace), await mayType(workspace)];
  expect(await asked("slack:T1")).toEqual([true, true, false]);
  expect(await mayType("slack:T2")).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(await mayType("slack:T1")).toBe(true);
});
