import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSlack } from "../../../src/adapters/slack/adapter.ts";
import { type OutMessage, SendError } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { CARDS } from "../cards.ts";
import { type Bench, createBench } from "./fixture.ts";

const GROUP = "S1DESK";
const TEAM = "slack:T024BE7LD";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
  await bench.start();
});
afterEach(async () => {
  await bench.end();
  expect(bench.slack.workspace.refused).toEqual([]);
});

const draft = (cards: readonly Card[], ping: string | null = null) => bench.adapter.outbox.draft(cards, { ping });
const message = (id: string, rest: Partial<OutMessage> = {}): OutMessage => ({
  ...{ id, channel: "C1", content: draft([{ blocks: [body(`message ${id}`)] }])[0]!, under: null },
  ...rest,
});
const send = (sent: OutMessage) => bench.clock.through(bench.adapter.outbox.send(sent));
const find = (sought: OutMessage, since: Date) => bench.clock.through(bench.adapter.outbox.find(sought, since));
const now = () => new Date(bench.clock.now());
const calls = (method: string) => bench.slack.calls.filter((each) => each === method).length;
async function failed(work: Promise<unknown>): Promise<SendError> {
  const error = await work.then(
    () => null,
    (why) => why,
  );
  expect(error).toBeInstanceOf(SendError);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  return error;
}

describe("a message", () => {
  test("is posted with its stamp, and the answer says where it stands", async () => {
    const posted = await send(message("d1-1"));
    const [shown] = bench.slack.workspace.shown;
    expect(shown).toMatchObject({ channel: "C1", thread: null, metadata: { event_payload: { id: "d1-1" } } });
    expect(posted).toEqual({
      id: shown!.ts,
      link: `https://acme.slack.com/archives/C1/p${shown!.ts.replace(".", "")}`,
    });
  });

  test("stands under another, in a thread that is its place, or in somebody's direct messages", async () => {
    const top = await send(message("a"));
    const under = await send(message("b", { under: top.id }));
    await send(message("c", { channel: "C2:1.5" }));
    await send(message("d", { channel: "C2:1.5", under: top.id }));
    const direct = await send(message("e", { channel: "@U1" }));
    expect(bench.slack.workspace.shown.map(({ channel, thread }) => [channel, thread])).toEqual([
      ["C1", null],
      ["C1", top.id],
      ["C2", "1.5"],
      ["C2", "1.5"],
      ["DU1", null],
    ]);
    expect(under.link).toBe(`https://acme.slack.com/archives/C1/p${under.id.replace(".", "")}?thread_ts=${top.id}&cid=C1`);
    expect(direct.link).toContain("/archives/DU1/p");
  });

  test("waits its turn, before it is tried, behind answers and other messages of its channel", async () => {
    await Promise.all([bench.people.mentions("summary a", { thread: "1.5" }), send(message("b")), send(message("c"))]);
    await bench.clock.pass(5_000);
    expect(bench.slack.workspace.shown).toHaveLength(3);
    expect(calls("chat.postMessage")).toBe(3);
  });

  test("is not begun where its turn is too far off: whoever sends it must still be the one to do so", async () => {
    const all = Array.from({ length: 12 }, (_, k) => send(message(`m${k}`)).catch((error) => error));
    const ends = await Promise.all(all);
    const busy = ends.filter((end) => end instanceof SendError);
    expect(busy.length).toBeGreaterThan(5);
    for (const { kind, wait } of busy) {
      expect(kind).toBe("busy");
      expect(wait).toBeGreaterThanOrEqual(1_000);
    }
    expect(bench.slack.workspace.shown).toHaveLength(ends.length - busy.length);
    expect(calls("chat.postMessage")).toBe(ends.length - busy.length);
  });
});

describe("why a message was not sent", () => {
  test.each([
    ["busy", "busy", 7_000],
    ["500 before", "unsure", 0],
    ["500 after", "unsure", 0],
    ["dropped before", "unsure", 0],
    ["dropped after", "unsure", 0],
    ["refused internal_error", "unsure", 0],
    ["refused ratelimited", "busy", 1_000],
    ["refused channel_not_found", "gone", 0],
    ["refused not_in_channel", "gone", 0],
    ["refused is_archived", "gone", 0],
    ["refused restricted_action", "gone", 0],
    ["refused restricted_action_read_only_channel", "gone", 0],
    ["refused missing_scope", "gone", 0],
    ["refused user_not_found", "gone", 0],
    ["refused thread_not_found", "refused", 0],
    ["refused invalid_blocks", "refused", 0],
    ["refused msg_too_long", "refused", 0],
  ] as const)("%s: %s", async (fault, kind, wait) => {
    bench.slack.fault("chat.postMessage", fault);
    const error = await failed(send(message("x")));
    expect([error.kind, error.wait]).toEqual([kind, wait]);
    await bench.clock.pass(120_000);
    expect(calls("chat.postMessage")).toBe(1);
    expect(bench.slack.workspace.shown).toHaveLength(fault.endsWith("after") ? 1 : 0);
  });

  test("a thread that is gone is a place that is gone", async () => {
    bench.slack.fault("chat.postMessage", "refused thread_not_found");
    const error = await failed(send(message("x", { channel: "C1:1.9" })));
    expect(error.kind).toBe("gone");
    expect(error.message).toContain("thread");
  });

  test("the sentence has the remedy", async () => {
    expect((await failed(send(message("x", { channel: "CSECRET" })))).message).toContain("/invite @on-record");
    bench.slack.workspace.channels.set("COLD", { isMember: true, isArchived: true });
    expect((await failed(send(message("x", { channel: "COLD" })))).message).toContain("archived");
  });

  test("a token that was revoked, and nothing after it", async () => {
    bench.slack.state.revoked = "token_revoked";
    expect(await failed(send(message("x")))).toMatchObject({ kind: "unreached", message: expect.stringContaining("revoked") });
    expect(bench.lost).toHaveLength(1);
    expect((await failed(send(message("x")))).kind).toBe("unreached");
    expect((await failed(find(message("x"), now()))).kind).toBe("unreached");
    expect(calls("chat.postMessage")).toBe(1);
  });

  test("no network", async () => {
    await bench.slack.close();
    await sleep(50); // the connections that were open are seen to be closed
    expect((await failed(send(message("x")))).kind).toBe("unreached");
  });

  test("not connected, before and after", async () => {
    await bench.clock.through(bench.adapter.stop());
    expect((await failed(send(message("x")))).kind).toBe("unreached");
    expect((await failed(find(message("x"), new Date(0)))).kind).toBe("unreached");
  });

  test("what another version has kept", async () => {
    for (const content of ["", "{}", "not JSON", '{"text":1,"blocks":[]}'])
      expect((await failed(send(message("x", { content })))).kind).toBe("refused");
  });
});

describe("a look", () => {
  const places: readonly [string, Partial<OutMessage>][] = [
    ["a channel", {}],
    ["a thread", { channel: "C2:1.5" }],
    ["direct messages", { channel: "@U1" }],
    ["direct messages, as they were once written down", { channel: "U1" }],
  ];
  test.each(places)("finds in %s what came though the answer was dropped, and only that", async (_, place) => {
    const since = now();
    bench.slack.fault("chat.postMessage", "dropped after");
    bench.slack.fault("chat.postMessage", "dropped before");
    expect((await failed(send(message("came", place)))).kind).toBe("unsure");
    await bench.clock.pass(2_000);
    expect((await failed(send(message("lost", place)))).kind).toBe("unsure");
    await bench.clock.pass(5_000);
    const [shown] = bench.slack.workspace.shown;
    expect(await find(message("came", place), since)).toEqual({
      id: shown!.ts,
      link: expect.stringContaining(`/archives/${shown!.channel}/p${shown!.ts.replace(".", "")}`),
    });
    expect(await find(message("lost", place), since)).toBeNull();
    expect(await find(message("cam", place), since)).toBeNull();
  });

  test("under a message of ours", async () => {
    const since = now();
    const top = await send(message("top"));
    bench.slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("under", { under: top.id })));
    await bench.clock.pass(5_000);
    expect(await find(message("under", { under: top.id }), since)).toMatchObject({ link: expect.stringContaining("thread_ts") });
    expect(await find(message("under"), since)).toBeNull();
  });

  test("is not fooled by what others write or carry", async () => {
    const since = now();
    bench.slack.workspace.says(JSON.stringify({ event_type: "on_record_post", event_payload: { id: "mine" } }));
    const other = bench.slack.workspace.says("a card of another app");
    Object.assign(other, { metadata: { event_type: "other_app", event_payload: { id: "mine" } } });
    await bench.clock.pass(5_000);
    expect(await find(message("mine"), since)).toBeNull();
  });

  test("waits until Slack must be done with it", async () => {
    const since = now();
    bench.slack.fault("chat.postMessage", "500 after");
    await failed(send(message("x")));
    const early = await failed(find(message("x"), since));
    expect(early.kind).toBe("busy");
    await bench.clock.pass(early.wait);
    expect(await find(message("x"), since)).not.toBeNull();
  });

  test("takes it that Slack's clock may be behind ours", async () => {
    const posted = await send(message("x"));
    const since = new Date(bench.clock.now() + 40_000); // by our clock
    await bench.clock.pass(60_000);
    expect(await find(message("x"), since)).toMatchObject({ id: posted.id });
  });

  test("goes through 1,200 messages that were written meanwhile", async () => {
    const since = now();
    bench.slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("first")));
    for (let k = 0; k < 1_200; k++) bench.slack.workspace.says(`busy channel ${k}`);
    await bench.clock.pass(60_000);
    expect(await find(message("first"), since)).toMatchObject({ id: bench.slack.workspace.shown[0]!.ts });
    expect(await find(message("never"), since)).toBeNull();
    expect(calls("conversations.history")).toBeLessThanOrEqual(14);
  });

  test("does not go back behind when the message was sent", async () => {
    for (let k = 0; k < 1_200; k++) bench.slack.workspace.says(`long ago ${k}`);
    await bench.clock.pass(3_600_000);
    const since = now();
    await bench.clock.pass(5_000);
    expect(await find(message("never"), since)).toBeNull();
    expect(calls("conversations.history")).toBe(1);
  });

  test("that may ask but once a minute, for 15 messages, goes on where it was", async () => {
    bench.slack.workspace.tighten();
    const since = now();
    bench.slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("first")));
    for (let k = 0; k < 70; k++) bench.slack.workspace.says(`busy channel ${k}`);
    await bench.clock.pass(5_000);
    const waits: number[] = [];
    for (;;) {
      const found = await find(message("first"), since).catch((error: SendError) => error);
      if (!(found instanceof SendError)) {
        expect(found).toMatchObject({ id: bench.slack.workspace.shown[0]!.ts });
        break;
      }
      expect(found.kind).toBe("busy");
      waits.push(found.wait);
      bench.slack.workspace.says("and it goes on");
      await bench.clock.pass(found.wait);
    }
    expect(waits).toHaveLength(4); // 71 messages, 15 a page
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(60_000);
  });

  test.each([
    ["busy", "busy"],
    ["refused missing_scope", "blind"],
    ["refused not_in_channel", "gone"],
    ["refused not_allowed_token_type", "unreached"],
    ["500 before", "unreached"],
    ["dropped before", "unreached"],
    ["refused no_permission", "blind"],
  ] as const)("that fails (%s) says so: %s", async (fault, kind) => {
    const since = now();
    await bench.clock.pass(5_000);
    bench.slack.fault("conversations.history", fault);
    expect((await failed(find(message("x"), since))).kind).toBe(kind);
  });

  test("is blind without its scopes, each in its place", async () => {
    const since = now();
    await bench.clock.pass(5_000);
    bench.slack.workspace.channels.set("GROOM", { isMember: true, isArchived: false });
    for (const [scope, channel] of [
      ["channels:history", "C1"],
      ["groups:history", "GROOM"],
      ["im:history", "DU1"],
      ["im:write", "@U1"],
    ] as const) {
      expect(await find(message("x", { channel }), since)).toBeNull();
      bench.slack.workspace.scopes.delete(scope);
      const other = createSlack(bench.options, bench.clock); // one that remembers nothing
      await bench.clock.through(other.start(bench.chat));
      const error = await failed(bench.clock.through(other.outbox.find(message("x", { channel }), since)));
      await bench.clock.through(other.stop());
      expect([scope, error.kind]).toEqual([scope, "blind"]);
      bench.slack.workspace.scopes.add(scope);
    }
  });

  test("in a thread that nobody has begun finds nothing", async () => {
    const since = now();
    await bench.clock.pass(5_000);
    expect(await find(message("x", { channel: "C1:9.9" }), since)).toBeNull();
  });
});

test("a role of another platform is no group to notify", async () => {
  expect(await bench.adapter.outbox.checkPing(TEAM, "S1DESK")).toBeNull();
  for (const group of ["600000000000000001", "everyone", "U1"])
    expect(await bench.adapter.outbox.checkPing(TEAM, group)).toMatch(/^This is no group/);
});

describe("whether a channel can be posted in", () => {
  const check = (channel: string, workspace = TEAM) => bench.clock.through(bench.adapter.outbox.check(workspace, channel));

  test("is told with a sentence, and asked once a minute at most", async () => {
    expect(await check("C1")).toBeNull();
    expect(await check("C1:1.5")).toBeNull();
    expect(calls("conversations.history")).toBe(1);
    await bench.clock.pass(61_000);
    expect(await check("C1")).toBeNull();
    expect(calls("conversations.history")).toBe(2);
  });

  test("what is in the way can be put right at once", async () => {
    expect(await check("CSECRET")).toContain("/invite @on-record");
    bench.slack.workspace.channels.set("CSECRET", { isMember: true, isArchived: false });
    expect(await check("CSECRET")).toBeNull();
  });

  test("nothing is told of other workspaces' channels, and they are not asked for", async () => {
    expect(await check("C1", "slack:T9")).toMatch(/^I am not in this Slack workspace/);
    expect(calls("conversations.history")).toBe(0);
  });

  test("what Slack does not tell is no reason against it", async () => {
    bench.slack.fault("conversations.history", "busy");
    expect(await check("C1")).toBeNull();
    bench.slack.fault("conversations.history", "refused missing_scope");
    expect(await check("C2")).toBeNull();
    for (const person of ["@U1", "U1"]) expect(await check(person)).toBeNull();
  });
});

test("of all that is posted, the group that was asked for is notified once", async () => {
  const drafts = draft([CARDS["long"]!, CARDS["hostile"]!], GROUP);
  const top = await send(message("top", { content: drafts[0]! }));
  for (const [k, content] of drafts.slice(1).entries()) {
    await bench.clock.pass(1_000);
    await send(message(`rest${k}`, { content, under: top.id }));
  }
  expect(bench.slack.workspace.shown.map(({ pinged }) => pinged)).toEqual([[GROUP], ...drafts.slice(1).map(() => [])]);
});
