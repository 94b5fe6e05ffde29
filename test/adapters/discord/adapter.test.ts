import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, test } from "vitest";
import { MESSAGE_COMMAND } from "../../../src/adapters/discord/registration.ts";
import { card, connect, long, reply, until } from "./connected.ts";
import { buttonsUnder, CHANNEL, GUILD, REFUSALS, textOf, USER } from "./simulator.ts";
import { ROLE } from "./simulator-guild.ts";

const topic = { type: Type.String, name: "topic", value: "ceasefire" };
const family = (name: string) => [{ type: Type.Subcommand, name, options: [topic] }];

describe("a command", () => {
  test("is answered once, for whoever typed it alone", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said", [topic, { type: Type.Integer, name: "page", value: 2 }]);
    await sees(deed, ["Answer to /who-said"]);
    expect(discord.seen(deed)[0]).toMatchObject({ alone: USER, edits: 1 });
    expect(chat.invocations).toEqual([
      {
        command: "who-said",
        input: { topic: "ceasefire", page: 2 },
        channel: { platform: "discord", workspace: `discord:${GUILD}`, id: CHANNEL },
        user: { id: USER, name: "Ada Lund", isManager: expect.any(Function) },
      },
    ]);
    expect(discord.gateway.identified).toEqual([{ intents: 1 }]);
    expect(discord.refused).toEqual([]);
  });

  test("of a family has two words, and is answered for all where it says so", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("feed", family("add"));
    await sees(deed, ["Answer to /feed add"]);
    expect(discord.seen(deed)[0]).toMatchObject({ alone: null });
    expect(chat.invocations[0]).toMatchObject({ command: "feed add", input: { topic: "ceasefire" } });
  });

  test.each([
    ["who may manage the server", { isManager: true }, true],
    ["who may not", { isManager: false }, false],
    ["in a direct message", { guild: null }, true],
  ])("tells of a person %s", async (_, by, isManager) => {
    const { discord, chat, sees } = await connect();
    await sees(discord.command("who-said", [], by), ["Answer to /who-said"]);
    expect(chat.invocations[0]!.user.isManager()).toBe(isManager);
  });

  test("takes a channel and a role by their ids", async () => {
    const { discord, chat, sees } = await connect();
    const where = { type: Type.Channel, name: "where", value: CHANNEL };
    const ping = { type: Type.Role, name: "ping", value: ROLE };
    const digest = [{ type: Type.Subcommand, name: "add", options: [topic, where, ping] }];
    await sees(discord.command("feed", digest), ["Answer to /feed add"]);
    expect(chat.invocations[0]!.input).toEqual({ topic: "ceasefire", where: CHANNEL, ping: ROLE });
  });

  test("in a thread has the thread for its place", async () => {
    const { discord, chat, sees } = await connect();
    const { id } = discord.open({ type: 11, parent: CHANNEL });
    await sees(discord.command("who-said", [], { channel: id }), ["Answer to /who-said"]);
    expect(chat.invocations[0]!.channel).toEqual({ platform: "discord", workspace: `discord:${GUILD}`, id });
  });

  test("in a direct message belongs to a library of one's own", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said", [], { guild: null });
    await sees(deed, ["Answer to /who-said"]);
    expect(chat.invocations[0]!.channel.workspace).toBe(`discord:dm:${USER}`);
    const labels = buttonsUnder(discord.seen(deed)[0]!).map(({ label }) => label);
    expect(labels).not.toContain("Share in channel"); // nobody else is there
  });

  test("that cannot be answered for all is answered for whoever typed it", async () => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => reply("Give an address.", { problem: "usage" });
    const deed = discord.command("feed", family("add"));
    await sees(deed, ["Give an address."]);
    expect(discord.seen(deed)[0]).toMatchObject({ alone: USER });
  });

  test("with a long answer shows four parts, and the buttons under the last", async () => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => long(6);
    const deed = discord.command("who-said");
    await sees(deed, [/^Part 1:/, /^Part 2:/, /^Part 3:/, /^Part 4:/]);
    const labels = discord.seen(deed).map((each) => buttonsUnder(each).map(({ label }) => label));
    expect(labels).toEqual([[], [], [], ["Show the rest", "Share in channel"]]);
    expect(discord.seen(deed).every(({ alone }) => alone === USER)).toBe(true);
  });

  test("can be answered with a file", async () => {
    const { discord, chat, sees } = await connect();
    const file = { type: "file", name: "feeds.opml", mediaType: "text/x-opml", text: "<opml/>" } as const;
    chat.answers = () => ({ card: { blocks: [file] }, session: null });
    const deed = discord.command("feed", family("list"));
    await until(() => expect(discord.seen(deed)[0]).toMatchObject({ files: ["feeds.opml"], isWaiting: false }));
    await sees(deed, [""]);
  });

  test("pings nobody, whatever it is answered with", async () => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => reply("@everyone look");
    const deed = discord.command("feed", family("add"));
    await sees(deed, [/everyone look/]);
    expect(discord.mentions).toEqual([{ parse: [] }]);
  });
});

describe("what somebody types", () => {
  test("is completed with what fits into a choice", async () => {
    const { discord, chat } = await connect();
    chat.suggestions = ["Ada Lund", "", "x".repeat(101), "Ada Lund", ...Array.from({ length: 30 }, (_, k) => `Person ${k}`)];
    const deed = discord.type("feed", [
      { type: Type.Subcommand, name: "add", options: [{ type: Type.String, name: "topic", value: "Ad", focused: true }] },
    ]);
    await until(() => expect(deed.choices).toHaveLength(25));
    expect(deed.choices!.slice(0, 2).map(({ value }) => value)).toEqual(["Ada Lund", "Person 0"]);
    expect(chat.typings).toEqual([
      { command: "feed add", option: "topic", typed: "Ad", channel: expect.objectContaining({ id: CHANNEL }), most: 25 },
    ]);
  });

  test("is not kept waiting for what to complete it with", async () => {
    const { discord, chat } = await connect({ typing: 50 });
    chat.suggestions = new Promise(() => {});
    const deed = discord.type("who-said", [{ type: Type.String, name: "topic", value: "c", focused: true }]);
    await until(() => expect(deed.choices).toEqual([]));
  });
});

describe("a button", () => {
  test("under one's own answer shows another in its place", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said");
    await sees(deed, ["Answer to /who-said"]);
    chat.outcome = { do: "show", reply: reply("The next page") };
    discord.press(discord.seen(deed)[0]!, "Share in channel");
    await sees(deed, ["The next page"]);
    expect(chat.presses[0]).toMatchObject({ id: "s1:share", user: { id: USER } });
  });

  test("under everybody's answer shows one to whoever pressed it", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("feed", family("add"));
    await sees(deed, ["Answer to /feed add"]);
    chat.outcome = { do: "show", reply: reply("For you") };
    const pressed = discord.press(discord.seen(deed)[0]!, "s1:a0", { user: "400000000000000002" });
    await sees(pressed, ["For you"]);
    expect(discord.seen(pressed)[0]).toMatchObject({ alone: "400000000000000002" });
    await sees(deed, ["Answer to /feed add"]);
  });

  test.each([
    ["show" as const, null],
    ["go on" as const, "s2"],
  ])("that is of no use any more says so below the answer (%s)", async (how, session) => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said");
    await sees(deed, ["Answer to /who-said"]);
    const actions = [{ label: "Type it again", command: "who-said", options: {} }];
    chat.outcome = {
      do: how,
      reply: { card: card("This button is too old.", { problem: "refused", actions }), session },
      from: 0,
    };
    const pressed = discord.press(discord.seen(deed)[0]!, "s1:share");
    await sees(pressed, ["This button is too old."]);
    expect(buttonsUnder(discord.seen(pressed)[0]!)).toEqual(session ? [{ label: "Type it again", custom_id: "s2:a0" }] : []);
    await sees(deed, ["Answer to /who-said"]);
  });

  test("brings the rest, and stands under its last part then", async () => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => long(10);
    const deed = discord.command("who-said");
    await sees(deed, [/^Part 1:/, /^Part 2:/, /^Part 3:/, /^Part 4:/]);
    chat.outcome = { do: "go on", reply: long(10), from: 4 };
    const fourth = discord.seen(deed)[3]!;
    const pressed = discord.press(fourth, "Show the rest");
    await sees(pressed, [/^Part 5:/, /^Part 6:/, /^Part 7:/, /^Part 8:/]);
    await until(() => expect(buttonsUnder(fourth)).toEqual([]));
    expect(textOf(fourth)).toMatch(/^Part 4:/);
    expect(buttonsUnder(discord.seen(pressed)[3]!).map(({ custom_id }) => custom_id)).toEqual(["s1:p8", "s1:share"]);
    chat.outcome = { do: "go on", reply: long(10), from: 8 };
    await sees(discord.press(discord.seen(pressed)[3]!, "Show the rest"), [/^Part 9:/, /^Part 10:/]);
    expect(discord.refused).toEqual([]);
  });

  test("with a number that was made up brings nothing more", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said");
    await sees(deed, ["Answer to /who-said"]);
    chat.outcome = { do: "go on", reply: reply("Answer to /who-said"), from: 99 };
    await sees(discord.press(discord.seen(deed)[0]!, "s1:p99"), [/That is all/]);
  });

  test("shares an answer with all in the channel, once however often it is pressed", async () => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said");
    await sees(deed, ["Answer to /who-said"]);
    chat.outcome = { do: "share", card: card("Answer to /who-said") };
    discord.press(discord.seen(deed)[0]!, "Share in channel");
    discord.press(discord.seen(deed)[0]!, "Share in channel");
    await until(() => expect(discord.requests.filter(({ purpose }) => purpose === "message")).toHaveLength(2));
    const shared = discord.messages.filter(({ interaction }) => interaction === null);
    expect(shared.map(({ channel, alone }) => ({ channel, alone }))).toEqual([{ channel: CHANNEL, alone: null }]);
    await sees(deed, ["Answer to /who-said"]);
  });

  test.each([
    ["may not be written to", REFUSALS.missingPermissions, /may not post in this channel/],
    ["may not be seen", REFUSALS.missingAccess, /may not post in this channel/],
    ["is gone", REFUSALS.unknownChannel, /is gone/],
  ])("says why an answer is not shared where the channel %s", async (_, refusal, why) => {
    const { discord, chat, sees } = await connect();
    const deed = discord.command("who-said");
    await sees(deed, ["Answer to /who-said"]);
    discord.forbid(CHANNEL, refusal);
    chat.outcome = { do: "share", card: card("Answer to /who-said") };
    await sees(discord.press(discord.seen(deed)[0]!, "Share in channel"), [why]);
    await sees(deed, ["Answer to /who-said"]);
  });
});

describe("the menu of a message", () => {
  test.each([
    ["its words", { content: "Look: <https://news.example/a_(b)>, and https://news.example/2" }, "https://news.example/a_(b)"],
    ["its words", { content: "[talks](https://news.example/talks)." }, "https://news.example/talks"],
    ["an embed", { embeds: [{ type: "link", url: "https://news.example/embed" }] }, "https://news.example/embed"],
  ])("asks who said what behind the first link of %s", async (_, message, url) => {
    const { discord, chat, sees } = await connect();
    await sees(discord.menu(MESSAGE_COMMAND, discord.write(message)), ["Answer to /said-in"]);
    expect(chat.invocations).toMatchObject([{ command: "said-in", input: { article: url }, user: { id: USER } }]);
  });

  test("says that there is no link", async () => {
    const { discord, chat, sees } = await connect();
    await sees(discord.menu(MESSAGE_COMMAND, discord.write({ content: "javascript:alert(1) or ftp://old.example" })), [
      /no link/,
    ]);
    expect(chat.invocations).toEqual([]);
  });
});

describe("a post", () => {
  test("shows all parts of a card to everybody", async () => {
    const { discord, adapter } = await connect();
    await adapter.post(CHANNEL, long(6).card);
    expect(discord.messages.map(textOf)).toHaveLength(6);
    expect(discord.messages.every(({ alone }) => alone === null)).toBe(true);
    await adapter.post(CHANNEL, card("Again"));
    await adapter.post(CHANNEL, card("Again"));
    expect(discord.messages).toHaveLength(8);
  });

  test.each([
    ["429" as const],
    ["500 before" as const],
    ["500 after" as const],
    ["dropped before" as const],
    ["dropped after" as const],
  ])("is there once after a fault: %s", async (fault) => {
    const { discord, adapter } = await connect();
    discord.fail("message", fault, 2);
    await adapter.post(CHANNEL, card("Once"));
    expect(discord.messages.map(textOf)).toEqual(["Once"]);
  });

  test.each([
    ["gone", REFUSALS.unknownChannel, /is gone/],
    ["closed", REFUSALS.missingPermissions, /may not post/],
    ["hidden", REFUSALS.missingAccess, /may not post/],
  ])("is refused in one sentence where the channel is %s", async (_, refusal, why) => {
    const { discord, adapter } = await connect();
    discord.forbid(CHANNEL, refusal);
    await expect(adapter.post(CHANNEL, card("No"))).rejects.toThrow(why);
    await expect(adapter.post(CHANNEL, card("No"))).rejects.toMatchObject({ name: "PlatformError" });
  });
});
