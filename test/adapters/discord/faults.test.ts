import { describe, expect, test } from "vitest";
import type { Reply } from "../../../src/chat/adapter.ts";
import { card, connect, long, reply, until } from "./connected.ts";
import { buttonsUnder, REFUSALS, textOf } from "./simulator.ts";

const FAULTS = ["429", "500 before", "500 after", "dropped before", "dropped after", "slow"] as const;

describe("a command is answered once", () => {
  describe.each(FAULTS)("after a fault: %s", (fault) => {
    test("where Discord is told that an answer comes", async () => {
      const { discord, chat, sees } = await connect();
      discord.fail("callback", fault, 2);
      await sees(discord.command("who-said"), ["Answer to /who-said"]);
      expect(chat.invocations).toHaveLength(1);
    });

    test("where it is shown", async () => {
      const { discord, chat, sees } = await connect();
      discord.fail("original", fault, 2);
      await sees(discord.command("who-said"), ["Answer to /who-said"]);
      expect(chat.invocations).toHaveLength(1);
    });

    test("where a button shows another", async () => {
      const { discord, chat, sees } = await connect();
      const deed = discord.command("who-said");
      await sees(deed, ["Answer to /who-said"]);
      chat.outcome = { do: "show", reply: reply("The next page") };
      discord.fail("callback", fault);
      discord.fail("original", fault);
      discord.press(discord.seen(deed)[0]!, "Share in channel");
      await sees(deed, ["The next page"]);
      expect(chat.presses).toHaveLength(1);
    });

    test("where it is shared", async () => {
      const { discord, chat, sees } = await connect();
      const deed = discord.command("who-said");
      await sees(deed, ["Answer to /who-said"]);
      chat.outcome = { do: "share", card: card("Shared with all") };
      discord.fail("message", fault, 2);
      const pressed = discord.press(discord.seen(deed)[0]!, "Share in channel");
      const shared = () => discord.messages.filter(({ interaction }) => interaction === null).map(textOf);
      await until(() => expect(shared()).toEqual(["Shared with all"]));
      await new Promise((done) => setTimeout(done, 250));
      expect(shared()).toEqual(["Shared with all"]);
      expect(discord.seen(pressed)).toEqual([]);
    });
  });

  test("where Discord does what it is told, and never says so", async () => {
    const { discord, chat, sees } = await connect();
    discord.fail("callback", "hanging after");
    await sees(discord.command("who-said"), ["Answer to /who-said"]);
    expect(chat.invocations).toHaveLength(1);
  });

  test("where the same event comes twice", async () => {
    const { discord, chat, sees } = await connect();
    await sees(discord.command("who-said", [], { twice: true }), ["Answer to /who-said"]);
    expect(chat.invocations).toHaveLength(1);
    expect(discord.refused).toEqual([]);
  });

  test("after 2.9 seconds, and after 20", async () => {
    const { discord, chat, sees } = await connect();
    for (const time of [2_900, 20_000]) {
      const answer = Promise.withResolvers<Reply>();
      chat.answers = () => answer.promise;
      const deed = discord.command("who-said");
      await sees(deed, ["On Record is thinking …"]);
      discord.pass(time);
      answer.resolve(reply(`After ${time}`));
      await sees(deed, [`After ${time}`]);
    }
    expect(discord.refused).toEqual([]);
  });

  test.each([
    ["dropped before", [/ask for it again/]],
    ["dropped after", ["Give an address.", /ask for it again/]],
  ] as const)("a problem of a command for all, where it is told alone: %s", async (fault, seen) => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => reply("Give an address.", { problem: "usage" });
    discord.fail("clear", "500 after");
    discord.fail("follow-up", fault);
    await sees(discord.command("feed add"), [...seen]);
  });
});

describe("a part of a long answer that may not have come", () => {
  test.each(["500 before", "500 after", "dropped before", "dropped after"] as const)("is offered again: %s", async (fault) => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => long(3);
    discord.fail("follow-up", fault);
    const deed = discord.command("who-said");
    const came = fault.endsWith("after") ? [/^Part 1:/, /^Part 2:/] : [/^Part 1:/];
    await sees(deed, came);
    await until(() =>
      expect(buttonsUnder(discord.seen(deed)[0]!).map(({ custom_id }) => custom_id)).toEqual(["s1:p1", "s1:share"]),
    );
    chat.outcome = { do: "go on", reply: long(3), from: 1 };
    await sees(discord.press(discord.seen(deed)[0]!, "s1:p1"), [/^Part 2:/, /^Part 3:/]);
  });

  test.each([
    ["500 before", [/^Part 1:/, /ask for it again/]],
    ["500 after", [/^Part 1:/, /^Part 2:/, /ask for it again/]],
  ] as const)("is not sent again where there are no buttons: %s", async (fault, seen) => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => ({ ...long(3), session: null });
    discord.fail("follow-up", fault);
    await sees(discord.command("who-said"), [...seen]);
  });

  test("keeps its button where it was asked for", async () => {
    const { discord, chat, sees } = await connect();
    chat.answers = () => long(5);
    const deed = discord.command("who-said");
    await sees(deed, [/^Part 1:/, /^Part 2:/, /^Part 3:/, /^Part 4:/]);
    chat.outcome = { do: "go on", reply: long(5), from: 4 };
    discord.fail("follow-up", "500 before");
    await sees(discord.press(discord.seen(deed)[3]!, "Show the rest"), [/press the button again/]);
    expect(buttonsUnder(discord.seen(deed)[3]!).map(({ label }) => label)).toContain("Show the rest");
  });
});

describe("what Discord refuses", () => {
  test("is told, where it is the answer", async () => {
    const { discord, sees, logged } = await connect();
    discord.fail("original", REFUSALS.invalidForm);
    await sees(discord.command("who-said"), [/Discord did not take it/]);
    expect(logged()).toMatch(/^error an answer was refused .*"code":"?50035/m);
  });

  test("is left alone, where somebody else has answered", async () => {
    const { discord, chat, logged } = await connect();
    discord.fail("callback", REFUSALS.alreadyAcknowledged);
    discord.command("who-said");
    await until(() => expect(logged()).toMatch(/warn .*40060/));
    expect(chat.invocations).toEqual([]);
  });

  test("is left alone, where it comes too late", async () => {
    const { discord, chat, sees, logged } = await connect();
    discord.gateway.hold();
    const late = discord.command("who-said");
    discord.pass(3_100);
    discord.gateway.cut(); // and the event is replayed when the session is resumed
    await until(() => expect(logged()).toMatch(/warn .*10062/));
    expect(chat.invocations).toEqual([]);
    await sees(late, []);
    await sees(discord.command("who-said"), ["Answer to /who-said"]);
    expect(logged()).not.toMatch(/^error/m);
  });

  test("is logged, where the time of an answer is over", async () => {
    const { discord, chat, sees, logged } = await connect();
    const answer = Promise.withResolvers<Reply>();
    chat.answers = () => answer.promise;
    const deed = discord.command("who-said");
    await sees(deed, ["On Record is thinking …"]);
    discord.pass(15 * 60_000 + 1);
    answer.resolve(reply("Too late"));
    await until(() => expect(logged()).toMatch(/warn .*50027/));
    chat.answers = () => reply("In time");
    await sees(discord.command("who-said"), ["In time"]);
  });
});

test("an answer that takes too long is waited for no longer", async () => {
  const { discord, chat, sees } = await connect({ answer: 100 });
  chat.answers = () => new Promise(() => {});
  await sees(discord.command("who-said"), [/took too long/]);
});

test("sixty commands at once are answered without being told to slow down", async () => {
  const { discord, sees, logged } = await connect();
  for (const deed of Array.from({ length: 60 }, () => discord.command("who-said"))) await sees(deed, ["Answer to /who-said"]);
  expect(logged()).toBe("");
});

test("neither the bot's token nor an interaction's reaches the log", async () => {
  const { discord, sees, logged } = await connect();
  discord.fail("callback", "500 before");
  discord.fail("original", "429");
  discord.fail("original", "dropped before");
  discord.fail("original", REFUSALS.invalidForm);
  const deed = discord.command("who-said");
  await sees(deed, [/Discord did not take it/]);
  expect(logged()).not.toBe("");
  expect(logged()).not.toContain(deed.token);
  expect(logged()).not.toContain(discord.token.slice(0, 12));
});
