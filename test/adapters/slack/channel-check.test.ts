import { expect, test } from "vitest";
import { prepareSending } from "./sending.ts";

const { bench, calls } = prepareSending();
const TEAM = "slack:T024BE7LD";
/** Whether a channel can be posted in. */
const check = (channel: string, workspace = TEAM) => bench().clock.through(bench().adapter.outbox.check(workspace, channel));

test("is told with a sentence, and asked once a minute at most", async () => {
  expect(await check("C1")).toBeNull();
  expect(await check("C1:1.5")).toBeNull();
  expect(calls("conversations.history")).toBe(1);
  await bench().clock.pass(61_000);
  expect(await check("C1")).toBeNull();
  expect(calls("conversations.history")).toBe(2);
});

test("what is in the way can be put right at once", async () => {
  expect(await check("CSECRET")).toContain("/invite @on-record");
  bench().slack.workspace.channels.set("CSECRET", { isMember: true, isArchived: false });
  expect(await check("CSECRET")).toBeNull();
});

test("nothing is told of other workspaces' channels, and they are not asked for", async () => {
  expect(await check("C1", "slack:T9")).toMatch(/^I am not in this Slack workspace/);
  expect(calls("conversations.history")).toBe(0);
});

test("what Slack does not tell is no reason against it", async () => {
  bench().slack.fault("conversations.history", "busy");
  expect(await check("C1")).toBeNull();
  bench().slack.fault("conversations.history", "refused missing_scope");
  expect(await check("C2")).toBeNull();
  for (const person of ["@U1", "U1"]) expect(await check(person)).toBeNull();
});
