import { PermissionFlagsBits as Bits } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Outbox, OutMessage } from "../../../src/chat/adapter.ts";
import { card, connect, long, prepare, until } from "./connected.ts";
import { CHANNEL, DM, GUILD, KINDS, REFUSALS, textOf, USER } from "./simulator.ts";
import { QUIET_ROLE, ROLE } from "./simulator-guild.ts";

const HERE = `discord:${GUILD}`;
const MINUTE = 60_000; // milliseconds
const plain = { ping: null };
const titled = card("Envoys agree on a calendar.", { title: "The morning" });

const message = (outbox: Outbox, more: Partial<OutMessage> = {}): OutMessage => ({
  id: "digest-1-0",
  channel: CHANNEL,
  content: outbox.draft([titled], plain)[0]!,
  under: null,
  ...more,
});

describe("a message", () => {
  test("is posted once, and sent again within some minutes it is still there once", async () => {
    const { discord, adapter } = await connect();
    const once = message(adapter.outbox);
    const posted = await adapter.outbox.send(once);
    expect(await adapter.outbox.send(once)).toEqual(posted);
    const [shown, ...more] = discord.standing(CHANNEL);
    expect(more).toEqual([]);
    expect(textOf(shown!)).toContain("Envoys agree on a calendar.");
    expect(posted).toEqual({ id: shown!.id, link: `https://discord.com/channels/${GUILD}/${CHANNEL}/${shown!.id}` });
    expect(discord.mentions).toEqual([{ parse: [] }]);
    expect(discord.refused).toEqual([]);
  });

  test("with others under it has a thread, in which they come in order", async () => {
    const { discord, adapter } = await connect();
    const [first, ...rest] = adapter.outbox.draft([titled, ...Array.from({ length: 2 }, () => long(2).card)], plain);
    const { id } = await adapter.outbox.send(message(adapter.outbox, { content: first! }));
    for (const [k, content] of rest.entries()) {
      const posted = await adapter.outbox.send(message(adapter.outbox, { id: `digest-1-${k + 1}`, content, under: id }));
      expect(posted.link).toBe(`https://discord.com/channels/${GUILD}/${id}/${posted.id}`);
    }
    expect(discord.standing(CHANNEL)).toHaveLength(1);
    expect(discord.standing(id).map((each) => textOf(each).slice(0, 6))).toEqual(["Part 1", "Part 2", "Part 1", "Part 2"]);
    expect(discord.requests.filter(({ purpose }) => purpose === "thread")).toEqual([{ purpose: "thread", status: 200 }]);
    expect(discord.refused).toEqual([]);
  });

  test("finds the thread that there is already", async () => {
    const first = await connect();
    const { discord } = first;
    const { id } = await first.adapter.outbox.send(message(first.adapter.outbox));
    await first.adapter.outbox.send(message(first.adapter.outbox, { id: "digest-1-1", under: id }));
    await first.adapter.stop();
    const again = await connect({}, undefined, discord);
    await again.adapter.outbox.send(message(again.adapter.outbox, { id: "digest-1-2", under: id }));
    expect(discord.standing(id)).toHaveLength(2);
  });

  test.each([
    ["may make none", Bits.CreatePublicThreads],
    ["may not write in them", Bits.SendMessagesInThreads],
  ])("is followed in the channel itself where the bot %s", async (_, bits) => {
    const { discord, adapter } = await connect();
    discord.deny(CHANNEL, bits | Bits.ReadMessageHistory);
    await until(async () => expect(await adapter.outbox.check(HERE, CHANNEL)).toMatch(/Read Message History/));
    const { id } = await adapter.outbox.send(message(adapter.outbox));
    await adapter.outbox.send(message(adapter.outbox, { id: "digest-1-1", under: id }));
    expect(discord.standing(CHANNEL)).toHaveLength(2);
    expect(discord.standing(id)).toEqual([]);
  });

  test.each([
    ["a thread", 11],
    ["a voice channel", KINDS.voice],
  ])("is followed in %s itself", async (_, type) => {
    const { discord, adapter } = await connect();
    const { id: channel } = discord.open({ type, ...(type === 11 && { parent: CHANNEL }) });
    const { id } = await adapter.outbox.send(message(adapter.outbox, { channel }));
    await adapter.outbox.send(message(adapter.outbox, { id: "digest-1-1", channel, under: id }));
    expect(discord.standing(channel)).toHaveLength(2);
    expect(discord.refused).toEqual([]);
  });

  test("goes to a person, and what is under it follows it", async () => {
    const { discord, adapter } = await connect();
    const to = { channel: `@${USER}` };
    const { id, link } = await adapter.outbox.send(message(adapter.outbox, to));
    await adapter.outbox.send(message(adapter.outbox, { ...to, id: "digest-1-1", under: id }));
    expect(discord.standing(DM)).toHaveLength(2);
    expect(link).toBe(`https://discord.com/channels/@me/${DM}/${id}`);
    expect(await adapter.outbox.find(message(adapter.outbox, to), new Date())).toEqual({ id, link });
  });

  test("that belongs under one that was deleted is refused", async () => {
    const { discord, adapter } = await connect();
    const { id } = await adapter.outbox.send(message(adapter.outbox));
    discord.standing(CHANNEL)[0]!.isDeleted = true;
    await expect(adapter.outbox.send(message(adapter.outbox, { id: "digest-1-1", under: id }))).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/deleted/),
    });
  });

  test("under another is refused, and the channel is not gone, where its thread has been deleted", async () => {
    const { discord, adapter } = await connect();
    const { id: under } = await adapter.outbox.send(message(adapter.outbox));
    const below = (id: string) => message(adapter.outbox, { id, under });
    await adapter.outbox.send(below("digest-1-1"));
    discord.forbid(under, REFUSALS.unknownChannel);
    await expect(adapter.outbox.send(below("digest-1-2"))).rejects.toMatchObject({ kind: "refused" });
  });

  test("carries its files", async () => {
    const { discord, adapter } = await connect();
    const file = { type: "file", name: "feeds.opml", mediaType: "text/x-opml", text: "<opml/>" } as const;
    const forum = discord.open({ type: KINDS.forum });
    const content = adapter.outbox.draft([{ title: "Feeds", blocks: [file] }], plain)[0]!;
    await adapter.outbox.send(message(adapter.outbox, { content }));
    const { id } = await adapter.outbox.send(message(adapter.outbox, { id: "other", channel: forum.id, content }));
    expect([CHANNEL, id].map((channel) => discord.standing(channel)[0]!.files)).toEqual([["feeds.opml"], ["feeds.opml"]]);
  });
});

describe("a role", () => {
  test("is notified where it is asked for, by the first message alone", async () => {
    const { discord, adapter } = await connect();
    const contents = adapter.outbox.draft([card(`Look <@&${ROLE}> @everyone`), titled], { ping: ROLE });
    for (const [k, content] of contents.entries()) await adapter.outbox.send(message(adapter.outbox, { id: `m-${k}`, content }));
    expect(discord.notified).toEqual([{ message: discord.standing(CHANNEL)[0]!.id, role: ROLE }]);
    expect(discord.mentions).toEqual([{ parse: [], roles: [ROLE] }, { parse: [] }]);
  });

  test("is not notified where a card names it", async () => {
    const { discord, adapter } = await connect();
    const content = adapter.outbox.draft([card(`<@&${ROLE}>`)], { ping: QUIET_ROLE })[0]!;
    await adapter.outbox.send(message(adapter.outbox, { content }));
    expect(discord.notified).toEqual([]);
  });

  test("that is everybody's is notified by nothing, whoever asked for it", async () => {
    const { discord, adapter } = await connect();
    const [content] = adapter.outbox.draft([titled], { ping: GUILD });
    await adapter.outbox.send(message(adapter.outbox, { content: content! }));
    const { id: channel } = discord.open({ type: KINDS.forum });
    await adapter.outbox.send(message(adapter.outbox, { id: "other", channel, content: content! }));
    expect(discord.mentions).toEqual([{ parse: [] }, { parse: [] }]);
    expect(JSON.stringify(discord.messages)).not.toContain("<@&");
  });

  test.each(["everyone", "<@&600000000000000001>", "@here", "12", "6".repeat(26), ""])("is none: %s", async (ping) => {
    const { adapter } = await connect();
    expect(adapter.outbox.draft([titled], { ping })).toEqual(adapter.outbox.draft([titled], plain));
  });
});

describe("a forum", () => {
  test("has a post, in which further messages come", async () => {
    const { discord, adapter } = await connect();
    const { id: channel } = discord.open({ type: KINDS.forum });
    const to = { channel };
    const posted = await adapter.outbox.send(message(adapter.outbox, to));
    await adapter.outbox.send(message(adapter.outbox, { ...to, id: "digest-1-1", under: posted.id }));
    expect(posted.link).toBe(`https://discord.com/channels/${GUILD}/${posted.id}/${posted.id}`);
    expect(discord.standing(posted.id)).toHaveLength(2);
    expect(discord.place(posted.id)).toMatchObject({ name: "The morning", parent: channel });
    expect(discord.refused).toEqual([]);
  });

  test("gets a tag where it wants one, and says so where it has none", async () => {
    const { discord, adapter } = await connect();
    const tagged = discord.open({ type: KINDS.forum, requiresTag: true, tags: ["700000000000000001"] });
    await adapter.outbox.send(message(adapter.outbox, { channel: tagged.id }));
    const bare = discord.open({ type: KINDS.forum, requiresTag: true });
    await expect(adapter.outbox.send(message(adapter.outbox, { channel: bare.id }))).rejects.toMatchObject({
      kind: "gone",
      message: expect.stringMatching(/add a tag/),
    });
  });

  test.each(["open", "archived"] as const)("is looked through for a post that came unsaid, while it is %s", async (how) => {
    const { discord, adapter } = await connect();
    const forum = discord.open({ type: KINDS.forum });
    discord.open({ type: 11, parent: forum.id, owner: USER });
    const sent = message(adapter.outbox, { channel: forum.id });
    const since = new Date();
    await adapter.outbox.send(message(adapter.outbox, { channel: forum.id, id: "another" }));
    discord.fail("forum", "dropped after");
    await expect(adapter.outbox.send(sent)).rejects.toMatchObject({ kind: "unsure" });
    const thread = discord.messages.at(-1)!.id;
    discord.pass(40 * MINUTE);
    if (how === "archived") discord.close(thread);
    expect(await adapter.outbox.find(sent, since)).toEqual({
      id: thread,
      link: `https://discord.com/channels/${GUILD}/${thread}/${thread}`,
    });
    expect(await adapter.outbox.find({ ...sent, id: "never-sent" }, since)).toBeNull();
  });
});

describe("a message whose answer was lost", () => {
  test.each(["dropped", "500"] as const)("is found where it came, and not where it did not (%s)", async (how) => {
    const { discord, adapter } = await connect();
    const since = new Date();
    const [came, lost] = ["came", "lost"].map((id) => message(adapter.outbox, { id }));
    discord.fail("message", `${how} after`);
    await expect(adapter.outbox.send(came!)).rejects.toMatchObject({ kind: "unsure" });
    discord.fail("message", `${how} before`);
    await expect(adapter.outbox.send(lost!)).rejects.toMatchObject({ kind: "unsure" });
    discord.pass(40 * MINUTE);
    for (let k = 0; k < 250; k++) discord.write({ content: `Chatter ${k}` });
    const [shown] = discord.standing(CHANNEL);
    expect(await adapter.outbox.find(came!, since)).toMatchObject({ id: shown!.id });
    expect(await adapter.outbox.find(lost!, since)).toBeNull();
  });

  test("is found in its thread, and where there could be none, in the channel", async () => {
    const { discord, adapter } = await connect();
    const { id: under } = await adapter.outbox.send(message(adapter.outbox));
    const below = message(adapter.outbox, { id: "digest-1-1", under });
    expect(await adapter.outbox.find(below, new Date())).toBeNull();
    discord.fail("message", "500 after");
    await expect(adapter.outbox.send(below)).rejects.toMatchObject({ kind: "unsure" });
    expect(await adapter.outbox.find(below, new Date())).toMatchObject({ id: discord.standing(under)[0]!.id });
    const aside = { ...below, id: "digest-1-2" };
    await adapter.outbox.send({ ...aside, under: null });
    expect(await adapter.outbox.find(aside, new Date())).toMatchObject({ id: discord.standing(CHANNEL).at(-1)!.id });
  });

  test("is found though the clock was set back by an hour", async () => {
    const { discord, adapter } = await connect();
    await adapter.outbox.send(message(adapter.outbox));
    const fast = new Date(Date.now() + 60 * MINUTE);
    expect(await adapter.outbox.find(message(adapter.outbox), fast)).toMatchObject({ id: discord.standing(CHANNEL)[0]!.id });
  });

  test("is not one of somebody else that carries the same stamp", async () => {
    const { discord, adapter } = await connect();
    const direct = message(adapter.outbox, { channel: `@${USER}` });
    await adapter.outbox.send(direct);
    const [ours] = discord.standing(DM);
    discord.write({ channel: DM }).components = ours!.components;
    ours!.isDeleted = true;
    expect(await adapter.outbox.find(direct, new Date())).toBeNull();
  });

  test("is not looked for where the history may not be read: that is said", async () => {
    const { discord, adapter } = await connect();
    await adapter.outbox.send(message(adapter.outbox));
    discord.deny(CHANNEL, Bits.ReadMessageHistory);
    await until(async () => expect(await adapter.outbox.check(HERE, CHANNEL)).toMatch(/Read Message History/));
    await expect(adapter.outbox.find(message(adapter.outbox), new Date())).rejects.toMatchObject({
      kind: "blind",
      message: expect.stringMatching(/Read Message History/),
    });
  });

  test("is not looked for where the bot is not let in any more", async () => {
    const { discord, adapter } = await connect();
    for (const refusal of [REFUSALS.missingAccess, REFUSALS.missingPermissions]) {
      discord.fail("history", refusal);
      await expect(adapter.outbox.find(message(adapter.outbox), new Date())).rejects.toMatchObject({ kind: "blind" });
    }
  });

  test("is looked for also where Discord wants to be asked less often", async () => {
    const { discord, adapter } = await connect();
    for (let k = 0; k < 550; k++) discord.write({ content: "Chatter" });
    await adapter.outbox.send(message(adapter.outbox));
    discord.limit({ channel: 3, within: 300, global: 50 });
    const [shown] = discord.standing(CHANNEL).slice(-1);
    expect(await adapter.outbox.find(message(adapter.outbox), new Date())).toMatchObject({ id: shown!.id });
    expect(discord.requests.filter(({ purpose }) => purpose === "history").length).toBeGreaterThanOrEqual(6);
  });

  test("is looked for where Discord has not told what the bot may do, or has not told of the server", async () => {
    const { discord, adapter } = await prepare();
    discord.gateway.withoutMembers = true;
    await adapter.start((await connect()).chat);
    await until(async () => expect(await adapter.outbox.find(message(adapter.outbox), new Date())).toBeNull());
    discord.deny(CHANNEL, Bits.ReadMessageHistory);
    await until(async () => expect(await adapter.outbox.check(HERE, CHANNEL)).toMatch(/Read Message History/));
    const early = await prepare();
    early.discord.gateway.withoutGuilds = true;
    await early.adapter.start((await connect()).chat);
    await expect(early.adapter.outbox.find(message(adapter.outbox), new Date())).rejects.toMatchObject({ kind: "unreached" });
    expect(await early.adapter.outbox.check(HERE, CHANNEL)).toBeNull();
    await early.adapter.outbox.send(message(adapter.outbox));
    expect(early.discord.standing(CHANNEL)).toHaveLength(1);
  });

  test("is not looked for without end", async () => {
    const { discord, adapter } = await connect();
    for (let k = 0; k < 5_050; k++) discord.write({ content: "Chatter" });
    await expect(adapter.outbox.find(message(adapter.outbox), new Date())).rejects.toMatchObject({ kind: "blind" });
  });
});
