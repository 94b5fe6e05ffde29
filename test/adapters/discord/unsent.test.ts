import { describe, expect, test } from "vitest";
import type { Outbox, OutMessage } from "../../../src/chat/adapter.ts";
import { card, connect, prepare } from "./connected.ts";
import { CHANNEL, KINDS, REFUSALS, USER } from "./simulator.ts";

const message = (outbox: Outbox, more: Partial<OutMessage> = {}): OutMessage => ({
  ...{ id: "digest-1-0", channel: CHANNEL, content: outbox.draft([card("Look")], { ping: null })[0]!, under: null },
  ...more,
});

describe("Discord is busy", () => {
  test("and says how long", async () => {
    const { discord, adapter } = await connect();
    discord.fail("message", "429");
    await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({ kind: "busy", wait: 500 });
    expect(discord.messages).toEqual([]);
  });

  test("in one channel, which is not asked until the time is over, and others are", async () => {
    const { discord, adapter } = await connect();
    const other = discord.open({});
    discord.limit({ channel: 2, within: 60_000, global: 50 });
    for (const id of ["a", "b"]) await adapter.outbox.send(message(adapter.outbox, { id }));
    const asked = discord.requests.length;
    for (const id of ["c", "d"]) {
      const busy = await adapter.outbox.send(message(adapter.outbox, { id })).catch((error) => error);
      expect(busy).toMatchObject({ kind: "busy" });
      expect(busy.wait).toBeGreaterThan(50_000);
      expect(busy.wait).toBeLessThan(61_000);
    }
    expect(discord.requests).toHaveLength(asked);
    await adapter.outbox.send(message(adapter.outbox, { id: "e", channel: other.id }));
  });

  test("for all", async () => {
    const { discord, adapter } = await connect();
    const channels = Array.from({ length: 8 }, () => discord.open({}).id);
    discord.limit({ channel: 5, within: 5_000, global: 3 });
    const sent = channels.map((channel) => adapter.outbox.send(message(adapter.outbox, { id: channel, channel })));
    const failed = (await Promise.allSettled(sent)).flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(failed.length).toBeGreaterThanOrEqual(5);
    for (const each of failed) {
      expect(each).toMatchObject({ kind: "busy" });
      expect(each.wait).toBeLessThan(1_200);
    }
    expect(discord.messages).toHaveLength(8 - failed.length);
  });

  test("where something before it lets nobody through", async () => {
    const { discord, adapter } = await connect();
    discord.fail("message", "blocked");
    await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({ kind: "busy", wait: 600_000 });
  });

  test("with more threads than it allows in a forum", async () => {
    const { discord, adapter } = await connect();
    const { id: channel } = discord.open({ type: KINDS.forum });
    discord.fail("forum", REFUSALS.tooManyThreads);
    await expect(adapter.outbox.send(message(adapter.outbox, { channel }))).rejects.toMatchObject({
      ...{ kind: "busy", wait: 600_000, message: expect.stringMatching(/open threads/) },
    });
  });
});

test.each(["500 before", "500 after", "dropped before", "dropped after", "hanging after"] as const)(
  "nobody knows whether it was done: %s",
  async (fault) => {
    const { discord, adapter } = await connect({ sending: 200 });
    discord.fail("message", fault);
    await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({ kind: "unsure" });
    expect(discord.requests.filter(({ purpose }) => purpose === "message").length).toBeLessThanOrEqual(1);
    expect(discord.messages).toHaveLength(fault.endsWith("after") ? 1 : 0);
  },
);

describe("Discord is not reached", () => {
  test("where there is nobody", async () => {
    const { discord, adapter } = await connect();
    const posting = message(adapter.outbox);
    await discord.stop();
    await adapter.outbox.send(posting).catch(() => {}); // over a line that was open, of which nobody can tell
    await expect(adapter.outbox.send(posting)).rejects.toMatchObject({ kind: "unreached" });
    await expect(adapter.outbox.find(posting, new Date())).rejects.toMatchObject({ kind: "unreached" });
  });

  test("before we are in, and after we have left", async () => {
    const { discord, adapter } = await prepare();
    const posting = message(adapter.outbox);
    await expect(adapter.outbox.send(posting)).rejects.toMatchObject({ kind: "unreached" });
    await adapter.start((await connect()).chat);
    await adapter.stop();
    await expect(adapter.outbox.send(posting)).rejects.toMatchObject({ kind: "unreached" });
    await expect(adapter.outbox.find(posting, new Date())).rejects.toMatchObject({ kind: "unreached" });
    expect(await adapter.outbox.check("discord:1", CHANNEL)).toBeNull();
    expect(discord.messages).toEqual([]);
  });

  test("with a token that it does not know any more, and the bot is lost", async () => {
    const { discord, adapter, lost } = await connect();
    discord.revoke();
    await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({
      ...{ kind: "unreached", message: expect.stringMatching(/DISCORD_TOKEN/) },
    });
    expect(lost).toEqual([expect.stringMatching(/DISCORD_TOKEN/)]);
    expect(discord.requests.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test.each(["500 before", "dropped after", "hanging after"] as const)(
    "before the message, of which nothing has been done then: %s",
    async (fault) => {
      const { discord, adapter } = await connect({ sending: 200 });
      const { id: under } = await adapter.outbox.send(message(adapter.outbox));
      discord.fail("thread", fault);
      discord.fail("direct", fault);
      const below = message(adapter.outbox, { id: "digest-1-1", under });
      await expect(adapter.outbox.send(below)).rejects.toMatchObject({ kind: "unreached" });
      const direct = message(adapter.outbox, { id: "notice", channel: `@${USER}` });
      await expect(adapter.outbox.send(direct)).rejects.toMatchObject({ kind: "unreached" });
      expect(discord.messages).toHaveLength(1);
      await adapter.outbox.send(below);
      expect(discord.standing(under)).toHaveLength(1);
    },
  );
});

test("a message has no more time for all that comes before it than for itself", async () => {
  const { discord, adapter } = await connect({ sending: 500 });
  const { id: under } = await adapter.outbox.send(message(adapter.outbox));
  discord.fail("thread", "slow");
  discord.fail("message", "slow"); // 300 milliseconds each
  const below = message(adapter.outbox, { id: "digest-1-1", under });
  await expect(adapter.outbox.send(below)).rejects.toMatchObject({ kind: "unsure", message: expect.stringMatching(/in time/) });
});

describe("a channel is gone", () => {
  test.each([
    ["unknown", REFUSALS.unknownChannel, /gone from Discord/],
    ["hidden", REFUSALS.missingAccess, /may not see/],
    ["closed to us", REFUSALS.missingPermissions, /Send Messages/],
    ["locked", REFUSALS.locked, /unlock/],
    ["of a kind that takes no messages", REFUSALS.noTextChannel, /of this kind/],
    ["a person's who wants none", REFUSALS.noDirectMessages, /direct messages/],
    ["forbidden otherwise", { status: 403, code: 40001, message: "Unauthorized" }, /Unauthorized/],
  ])("which is %s, and is not asked again", async (_, refusal, why) => {
    const { discord, adapter } = await connect();
    discord.fail("message", refusal);
    await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({
      ...{ kind: "gone", message: expect.stringMatching(why) },
    });
    expect(discord.requests.filter(({ purpose }) => purpose === "message")).toHaveLength(1);
  });

  test("which Discord does not know", async () => {
    const { adapter } = await connect();
    await expect(adapter.outbox.send(message(adapter.outbox, { channel: "300000000000000404" }))).rejects.toMatchObject({
      kind: "gone",
    });
  });

  test("where a person has shut their direct messages", async () => {
    const { discord, adapter } = await connect();
    discord.shut(USER);
    await expect(adapter.outbox.send(message(adapter.outbox, { channel: `@${USER}` }))).rejects.toMatchObject({ kind: "gone" });
  });
});

describe("an archived thread", () => {
  test("is opened, where Discord does not by itself", async () => {
    const { discord, adapter } = await connect();
    const { id: channel } = discord.open({ type: 11, parent: CHANNEL });
    discord.close(channel);
    discord.fail("message", REFUSALS.archived);
    await adapter.outbox.send(message(adapter.outbox, { channel }));
    expect(discord.place(channel)).toMatchObject({ archivedAt: null });
    expect(discord.standing(channel)).toHaveLength(1);
  });

  test("is gone where it is locked", async () => {
    const { discord, adapter } = await connect();
    const { id: channel } = discord.open({ type: 11, parent: CHANNEL });
    discord.close(channel, "locked");
    await expect(adapter.outbox.send(message(adapter.outbox, { channel }))).rejects.toMatchObject({ kind: "gone" });
    discord.fail("message", REFUSALS.archived);
    await expect(adapter.outbox.send(message(adapter.outbox, { channel }))).rejects.toMatchObject({
      ...{ kind: "gone", message: expect.stringMatching(/archived/) },
    });
  });
});

test("a message that Discord does not take is refused in its words", async () => {
  const { discord, adapter } = await connect();
  discord.fail("message", { status: 400, code: 200_000, message: "Message was blocked by AutoMod" });
  await expect(adapter.outbox.send(message(adapter.outbox))).rejects.toMatchObject({
    ...{ kind: "refused", message: "Discord did not take the message: Message was blocked by AutoMod." },
  });
});

test("no failure tells the token, or what was to be posted", async () => {
  const { discord, adapter, logged } = await connect();
  const told: string[] = [];
  for (const fault of ["500 before", "dropped before", "429", "blocked", REFUSALS.invalidForm, REFUSALS.missingAccess] as const) {
    discord.fail("message", fault);
    await adapter.outbox.send(message(adapter.outbox)).catch((error: Error) => told.push(error.message));
  }
  expect(told).toHaveLength(6);
  for (const text of [...told, logged()]) {
    expect(text).not.toContain(discord.token.slice(0, 12));
    expect(text).not.toContain("Look");
  }
});
