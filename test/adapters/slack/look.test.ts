import { describe, expect, test } from "vitest";
import { createSlack } from "../../../src/adapters/slack/adapter.ts";
import { type OutMessage, SendError } from "../../../src/chat/adapter.ts";
import { failed, prepareSending } from "./sending.ts";

const { bench, message, send, find, now, calls } = prepareSending();

describe("a look", () => {
  const places: readonly [string, Partial<OutMessage>][] = [
    ["a channel", {}],
    ["a thread", { channel: "C2:1.5" }],
    ["direct messages", { channel: "@U1" }],
    ["direct messages, as they were once written down", { channel: "U1" }],
  ];
  test.each(places)("finds in %s what came though the answer was dropped, and only that", async (_, place) => {
    const since = now();
    bench().slack.fault("chat.postMessage", "dropped after");
    bench().slack.fault("chat.postMessage", "dropped before");
    expect((await failed(send(message("came", place)))).kind).toBe("unsure");
    await bench().clock.pass(2_000);
    expect((await failed(send(message("lost", place)))).kind).toBe("unsure");
    await bench().clock.pass(5_000);
    const [shown] = bench().slack.workspace.shown;
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
    bench().slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("under", { under: top.id })));
    await bench().clock.pass(5_000);
    expect(await find(message("under", { under: top.id }), since)).toMatchObject({ link: expect.stringContaining("thread_ts") });
    expect(await find(message("under"), since)).toBeNull();
  });

  test("is not fooled by what others write or carry", async () => {
    const since = now();
    bench().slack.workspace.says(JSON.stringify({ event_type: "on_record_post", event_payload: { id: "mine" } }));
    const other = bench().slack.workspace.says("a card of another app");
    Object.assign(other, { metadata: { event_type: "other_app", event_payload: { id: "mine" } } });
    await bench().clock.pass(5_000);
    expect(await find(message("mine"), since)).toBeNull();
  });

  test("waits until Slack must be done with it", async () => {
    const since = now();
    bench().slack.fault("chat.postMessage", "500 after");
    await failed(send(message("x")));
    const early = await failed(find(message("x"), since));
    expect(early.kind).toBe("busy");
    await bench().clock.pass(early.wait);
    expect(await find(message("x"), since)).not.toBeNull();
  });

  test("takes it that Slack's clock may be behind ours", async () => {
    const posted = await send(message("x"));
    const since = new Date(bench().clock.now() + 40_000); // by our clock
    await bench().clock.pass(60_000);
    expect(await find(message("x"), since)).toMatchObject({ id: posted.id });
  });

  test("takes it that Slack's clock may be a day ahead of ours, as after ours was set back", async () => {
    const posted = await send(message("x"));
    const hours = (count: number) => count * 3_600_000;
    const since = new Date(now().getTime() - hours(26)); // as the ledger asks, which knows of clocks too
    const behind = { ...bench().clock, now: () => bench().clock.now() - hours(25) };
    const other = createSlack(bench().options, behind); // the process that runs after that
    await bench().clock.through(other.start(bench().chat));
    expect(await bench().clock.through(other.outbox.find(message("x"), since))).toMatchObject({ id: posted.id });
    await bench().clock.through(other.stop());
  });

  test("goes through 1,200 messages that were written meanwhile", async () => {
    const since = now();
    bench().slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("first")));
    for (let k = 0; k < 1_200; k++) bench().slack.workspace.says(`busy channel ${k}`);
    await bench().clock.pass(60_000);
    expect(await find(message("first"), since)).toMatchObject({ id: bench().slack.workspace.shown[0]!.ts });
    expect(await find(message("never"), since)).toBeNull();
    expect(calls("conversations.history")).toBeLessThanOrEqual(14);
  });

  test("does not go back behind when the message was sent", async () => {
    for (let k = 0; k < 1_200; k++) bench().slack.workspace.says(`long ago ${k}`);
    await bench().clock.pass(3_600_000);
    const since = now();
    await bench().clock.pass(5_000);
    expect(await find(message("never"), since)).toBeNull();
    expect(calls("conversations.history")).toBe(1);
  });

  test("that may ask but once a minute, for 15 messages, goes on where it was", async () => {
    bench().slack.workspace.tighten();
    const since = now();
    bench().slack.fault("chat.postMessage", "dropped after");
    await failed(send(message("first")));
    for (let k = 0; k < 70; k++) bench().slack.workspace.says(`busy channel ${k}`);
    await bench().clock.pass(5_000);
    const waits: number[] = [];
    for (;;) {
      const found = await find(message("first"), since).catch((error: SendError) => error);
      if (!(found instanceof SendError)) {
        expect(found).toMatchObject({ id: bench().slack.workspace.shown[0]!.ts });
        break;
      }
      expect(found.kind).toBe("busy");
      waits.push(found.wait);
      bench().slack.workspace.says("and it goes on");
      await bench().clock.pass(found.wait);
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
    await bench().clock.pass(5_000);
    bench().slack.fault("conversations.history", fault);
    expect((await failed(find(message("x"), since))).kind).toBe(kind);
  });

  test("is blind without its scopes, each in its place", async () => {
    const since = now();
    await bench().clock.pass(5_000);
    bench().slack.workspace.channels.set("GROOM", { isMember: true, isArchived: false });
    for (const [scope, channel] of [
      ["channels:history", "C1"],
      ["groups:history", "GROOM"],
      ["im:history", "DU1"],
      ["im:write", "@U1"],
    ] as const) {
      expect(await find(message("x", { channel }), since)).toBeNull();
      bench().slack.workspace.scopes.delete(scope);
      const other = createSlack(bench().options, bench().clock); // one that remembers nothing
      await bench().clock.through(other.start(bench().chat));
      const error = await failed(bench().clock.through(other.outbox.find(message("x", { channel }), since)));
      await bench().clock.through(other.stop());
      expect([scope, error.kind]).toEqual([scope, "blind"]);
      bench().slack.workspace.scopes.add(scope);
    }
  });

  test("in a thread that nobody has begun finds nothing", async () => {
    const since = now();
    await bench().clock.pass(5_000);
    expect(await find(message("x", { channel: "C1:9.9" }), since)).toBeNull();
  });
});
