import { PermissionFlagsBits as Bits } from "discord.js";
import { describe, expect, test } from "vitest";
import { connect, until } from "./connected.ts";
import { CHANNEL, DM, ELSEWHERE, FOREIGN_CHANNEL, GUILD, KINDS, REFUSALS, USER } from "./simulator.ts";
import { QUIET_ROLE, ROLE } from "./simulator-guild.ts";

const HERE = `discord:${GUILD}`;
const STRANGER = "400000000000000404";

describe("where a workspace may post", () => {
  test.each([
    ["in a channel of its own", HERE, CHANNEL, null],
    ["not in a channel of another server", HERE, FOREIGN_CHANNEL, /not in this server/],
    ["and the other server not here", `discord:${ELSEWHERE}`, CHANNEL, /not in this server/],
    ["not in direct messages of somebody", HERE, DM, /not in this server/],
    ["not in a channel that there is not", HERE, "300000000000000404", /gone from Discord/],
    ["to a member", HERE, `@${USER}`, null],
    ["to no stranger", HERE, `@${STRANGER}`, /person is not in this server/],
    ["in one's own direct messages", `discord:dm:${USER}`, DM, null],
    ["to oneself", `discord:dm:${USER}`, `@${USER}`, null],
    ["not in another's direct messages", `discord:dm:${STRANGER}`, DM, /not in this server/],
    ["not to another", `discord:dm:${STRANGER}`, `@${USER}`, /person is not in this server/],
    ["in no server from direct messages", `discord:dm:${USER}`, CHANNEL, /not in this server/],
  ])("%s", async (_, workspace, channel, why) => {
    const { adapter } = await connect();
    const said = await adapter.outbox.check(workspace, channel);
    expect(said).toEqual(why === null ? null : expect.stringMatching(why));
  });

  test("is not known while Discord does not answer", async () => {
    const { discord, adapter } = await connect();
    discord.fail("channel", "500 before");
    expect(await adapter.outbox.check(HERE, "300000000000000404")).toBeNull();
  });

  test("is nowhere where a channel is hidden", async () => {
    const { discord, adapter } = await connect();
    discord.fail("channel", REFUSALS.missingAccess);
    expect(await adapter.outbox.check(HERE, "300000000000000404")).toMatch(/may not see/);
  });
});

test.each([
  ["one that anybody may mention", HERE, ROLE, null],
  ["none that nobody may", HERE, QUIET_ROLE, /^On Record may not notify staff: .* let anyone mention this role/],
  ["not everybody, whose role has the server's id", HERE, GUILD, /does not notify @everyone/],
  ["no role of another server", HERE, ELSEWHERE, /not in this server/],
  ["none in direct messages", `discord:dm:${USER}`, ROLE, /no roles in direct messages/],
])("roles that can be notified: %s", async (_, workspace, role, why) => {
  const { adapter } = await connect();
  const said = await adapter.outbox.checkPing(workspace, role);
  expect(said).toEqual(why === null ? null : expect.stringMatching(why));
});

test("a role is called by its name, and one of another server by none", async () => {
  const { adapter } = await connect();
  const names = [QUIET_ROLE, ELSEWHERE].map((role) => adapter.outbox.groupName(HERE, role));
  expect(names).toEqual(["staff", null]);
});

describe("what has to be allowed is named", () => {
  const thread = { type: 11, parent: CHANNEL };
  test.each([
    ["a channel", {}, Bits.ViewChannel, ["View Channel"]],
    ["a channel", {}, Bits.SendMessages | Bits.SendMessagesInThreads, ["Send Messages"]],
    ["a channel", {}, Bits.ReadMessageHistory, ["Read Message History (to see whether a message came)"]],
    ["a forum", { type: KINDS.forum }, Bits.SendMessages, ["Create Posts"]],
    ["a forum", { type: KINDS.forum }, Bits.SendMessagesInThreads, ["Send Messages in Threads"]],
    ["a thread", thread, Bits.SendMessages | Bits.SendMessagesInThreads, ["Send Messages in Threads"]],
    ["a voice channel", { type: KINDS.voice }, Bits.SendMessages, ["Send Messages"]],
  ])("in %s %#", async (_, kind, bits, names) => {
    const { discord, adapter } = await connect();
    const { id, parent } = discord.open(kind);
    expect(await adapter.outbox.check(HERE, id)).toBeNull();
    discord.deny(parent ?? id, bits);
    const said = `On Record may not post here as it must: allow it ${names.join(", ")} in this channel.`;
    await until(async () => expect(await adapter.outbox.check(HERE, id)).toBe(said));
  });

  test("unless the details alone miss their thread", async () => {
    const { discord, adapter } = await connect();
    const { id } = discord.open({});
    discord.deny(id, Bits.CreatePublicThreads | Bits.SendMessagesInThreads);
    discord.deny(CHANNEL, Bits.SendMessages);
    await until(async () => expect(await adapter.outbox.check(HERE, CHANNEL)).not.toBeNull());
    expect(await adapter.outbox.check(HERE, id)).toBeNull();
  });

  test("or the channel is of a kind that takes nothing", async () => {
    const { discord, adapter } = await connect();
    expect(await adapter.outbox.check(HERE, discord.open({ type: KINDS.category }).id)).toMatch(/of this kind/);
  });
});
