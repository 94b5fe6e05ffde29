import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BOT_TOKEN, createSimulator, type Simulator } from "./simulator.ts";

/** That the Slack of these tests refuses what Slack refuses. */
let now: number;
let slack: Simulator;
beforeEach(async () => {
  now = Date.UTC(2026, 4, 4, 12);
  slack = await createSimulator({ now: () => now });
});
afterEach(() => slack.close());

async function call(method: string, args: Record<string, string>) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
    body: new URLSearchParams(args),
  });
  return { status: response.status, wait: Number(response.headers.get("retry-after")), ...JSON.parse(await response.text()) };
}
const post = (channel: string, args: Record<string, string> = {}) =>
  call("chat.postMessage", { channel, text: "A word", ...args });
const metadata = JSON.stringify({ event_type: "e", event_payload: { id: "m1" } });
const history = (args: Record<string, string> = {}) => call("conversations.history", { channel: "C1", ...args });

test("one message a second in a channel, whatever there is in others", async () => {
  expect(await post("C1")).toMatchObject({ ok: true });
  expect(await post("C1")).toMatchObject({ status: 429, wait: 1 });
  expect(await post("C2")).toMatchObject({ ok: true });
  now += 1_000;
  expect(await post("C1")).toMatchObject({ ok: true });
});

test("300 messages a minute in all channels, and then the time until the first is a minute old", async () => {
  for (let k = 0; k < 300; k++) {
    slack.workspace.channels.set(`C${1_000 + k}`, { isMember: true, isArchived: false });
    expect(await post(`C${1_000 + k}`)).toMatchObject({ ok: true });
  }
  now += 20_000;
  expect(await post("C1")).toMatchObject({ status: 429, wait: 40 });
  now += 40_000;
  expect(await post("C1")).toMatchObject({ ok: true });
});

test("a limit can be another", async () => {
  slack.workspace.perMinute["chat.postMessage"] = 1;
  slack.workspace.state.pause = 0;
  expect(await post("C1")).toMatchObject({ ok: true });
  expect(await post("C1")).toMatchObject({ status: 429, wait: 60 });
});

test("pages of a channel come newest first, with what they carry where that is asked for", async () => {
  await post("C1", { metadata });
  for (let k = 0; k < 150; k++) slack.workspace.says(`${k}`);
  const first = await history();
  expect([first.messages.length, first.messages[0].text, first.has_more]).toEqual([100, "149", true]);
  const cursor = first.response_metadata.next_cursor;
  const second = await history({ cursor, include_all_metadata: "true" });
  expect([second.messages.length, second.has_more, second.response_metadata]).toEqual([51, false, undefined]);
  expect(second.messages.at(-1).metadata.event_payload).toEqual({ id: "m1" });
  expect((await history({ cursor })).messages.at(-1).metadata).toEqual({ event_type: "e" });
  expect(await history({ cursor: "bad" })).toMatchObject({ error: "invalid_cursor" });
});

test("a time span has its ends or not", async () => {
  const stamps = [0, 1, 2].map(() => {
    now += 1_000;
    return slack.workspace.says("x").ts;
  });
  const span = { oldest: stamps[0]!, latest: stamps[2]! };
  expect((await history(span)).messages).toHaveLength(1);
  expect((await history({ ...span, inclusive: "true" })).messages).toHaveLength(3);
});

test("a thread begins with what it stands under, and is no part of its channel", async () => {
  const { ts } = await post("C1");
  slack.workspace.says("in it", { thread: ts });
  const replies = await call("conversations.replies", { channel: "C1", ts });
  expect(replies.messages.map(({ text }: { text: string }) => text)).toEqual(["A word", "in it"]);
  expect((await history()).messages).toHaveLength(1);
  expect(await call("conversations.replies", { channel: "C1", ts: "9.9" })).toMatchObject({ error: "thread_not_found" });
});

test("what one person alone saw is not in it", async () => {
  await call("chat.postEphemeral", { channel: "C1", user: "U1", text: "A secret" });
  expect((await history()).messages).toEqual([]);
});

test("a channel is read by members alone, with the scope for its kind", async () => {
  expect(await history({ channel: "CSECRET" })).toMatchObject({ error: "not_in_channel" });
  expect(await history({ channel: "GSECRET" })).toMatchObject({ error: "channel_not_found" });
  for (const [scope, channel] of Object.entries({ "channels:history": "C1", "im:history": "DU1", "groups:history": "GSECRET" })) {
    slack.workspace.scopes.delete(scope);
    expect(await history({ channel })).toMatchObject({ error: "missing_scope" });
  }
  slack.workspace.scopes.delete("im:write");
  expect(await call("conversations.open", { users: "U1" })).toMatchObject({ error: "missing_scope" });
});

test("an app that is sold elsewhere reads 15 messages a minute", async () => {
  slack.workspace.tighten();
  for (let k = 0; k < 20; k++) slack.workspace.says(`${k}`);
  expect((await history({ limit: "200" })).messages).toHaveLength(15);
  expect(await history()).toMatchObject({ status: 429, wait: 60 });
});

test("a group is notified by a message of the ledger's alone", async () => {
  const blocks = JSON.stringify([{ type: "section", text: { type: "mrkdwn", text: "<!subteam^S1DESK>", verbatim: true } }]);
  expect(await post("C1", { blocks, metadata })).toMatchObject({ ok: true });
  expect(slack.workspace.shown[0]!.pinged).toEqual(["S1DESK"]);
  expect(await post("C2", { blocks })).toMatchObject({ error: "invalid_blocks" });
  slack.workspace.refused.length = 0;
});

test("whoever watches is told before a message stands there, and after, and the answer waits for them", async () => {
  const told: [string, unknown, number][] = [];
  slack.state.onPost = async (when, { metadata }) => {
    await sleep(20);
    told.push([when, metadata, slack.workspace.shown.length]);
  };
  await post("C1", { metadata });
  expect(told).toEqual([
    ["before", JSON.parse(metadata), 0],
    ["after", JSON.parse(metadata), 1],
  ]);
  await post("CSECRET");
  expect(told.map(([when]) => when)).toEqual(["before", "after", "before"]);
});
