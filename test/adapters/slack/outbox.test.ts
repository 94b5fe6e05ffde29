import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { SendError } from "../../../src/chat/adapter.ts";
import { CARDS } from "../cards.ts";
import { failed, prepareSending } from "./sending.ts";

const { bench, draft, message, send, find, now, calls } = prepareSending();
const GROUP = "S1DESK";
const TEAM = "slack:T024BE7LD";

describe("a message", () => {
  test("is posted with its stamp, and the answer says where it stands", async () => {
    const posted = await send(message("d1-1"));
    const [shown] = bench().slack.workspace.shown;
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
    expect(bench().slack.workspace.shown.map(({ channel, thread }) => [channel, thread])).toEqual([
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
    await Promise.all([bench().people.mentions("summary a", { thread: "1.5" }), send(message("b")), send(message("c"))]);
    await bench().clock.pass(5_000);
    expect(bench().slack.workspace.shown).toHaveLength(3);
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
    expect(bench().slack.workspace.shown).toHaveLength(ends.length - busy.length);
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
    bench().slack.fault("chat.postMessage", fault);
    const error = await failed(send(message("x")));
    expect([error.kind, error.wait]).toEqual([kind, wait]);
    await bench().clock.pass(120_000);
    expect(calls("chat.postMessage")).toBe(1);
    expect(bench().slack.workspace.shown).toHaveLength(fault.endsWith("after") ? 1 : 0);
  });

  test("a thread that is gone is a place that is gone", async () => {
    bench().slack.fault("chat.postMessage", "refused thread_not_found");
    const error = await failed(send(message("x", { channel: "C1:1.9" })));
    expect(error.kind).toBe("gone");
    expect(error.message).toContain("thread");
  });

  test("the sentence has the remedy", async () => {
    expect((await failed(send(message("x", { channel: "CSECRET" })))).message).toContain("/invite @on-record");
    bench().slack.workspace.channels.set("COLD", { isMember: true, isArchived: true });
    expect((await failed(send(message("x", { channel: "COLD" })))).message).toContain("archived");
  });

  test("a token that was revoked, and nothing after it", async () => {
    bench().slack.state.revoked = "token_revoked";
    expect(await failed(send(message("x")))).toMatchObject({ kind: "unreached", message: expect.stringContaining("revoked") });
    expect(bench().lost).toHaveLength(1);
    expect((await failed(send(message("x")))).kind).toBe("unreached");
    expect((await failed(find(message("x"), now()))).kind).toBe("unreached");
    expect(calls("chat.postMessage")).toBe(1);
  });

  test("no network", async () => {
    await bench().slack.close();
    await sleep(50); // the connections that were open are seen to be closed
    expect((await failed(send(message("x")))).kind).toBe("unreached");
  });

  test("not connected, before and after", async () => {
    await bench().clock.through(bench().adapter.stop());
    expect((await failed(send(message("x")))).kind).toBe("unreached");
    expect((await failed(find(message("x"), new Date(0)))).kind).toBe("unreached");
  });

  test("what another version has kept", async () => {
    for (const content of ["", "{}", "not JSON", '{"text":1,"blocks":[]}'])
      expect((await failed(send(message("x", { content })))).kind).toBe("refused");
  });
});

test("a role of another platform is no group to notify", async () => {
  expect(await bench().adapter.outbox.checkPing(TEAM, "S1DESK")).toBeNull();
  for (const group of ["600000000000000001", "everyone", "U1"])
    expect(await bench().adapter.outbox.checkPing(TEAM, group)).toMatch(/^This is no group/);
});

test("of all that is posted, the group that was asked for is notified once", async () => {
  const drafts = draft([CARDS["long"]!, CARDS["hostile"]!], GROUP);
  const top = await send(message("top", { content: drafts[0]! }));
  for (const [k, content] of drafts.slice(1).entries()) {
    await bench().clock.pass(1_000);
    await send(message(`rest${k}`, { content, under: top.id }));
  }
  expect(bench().slack.workspace.shown.map(({ pinged }) => pinged)).toEqual([[GROUP], ...drafts.slice(1).map(() => [])]);
});
