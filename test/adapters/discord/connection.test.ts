import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import type { Reply } from "../../../src/chat/adapter.ts";
import { card, connect, prepare, reply, until } from "./connected.ts";
import { CHANNEL, startSimulator } from "./simulator.ts";

describe("start", () => {
  test("rejects in one sentence where the token is not valid", async () => {
    const { discord, adapter, chat, lost } = await prepare();
    discord.revoke();
    await expect(adapter.start(chat)).rejects.toMatchObject({
      name: "PlatformError",
      message: expect.stringMatching(/^Discord does not take the bot's token: .*DISCORD_TOKEN.*\.$/),
    });
    expect(lost).toEqual([]);
  });

  test.each([
    [4004, /token/],
    [4014, /intents/],
    [4011, /servers/],
    [4012, /update/],
  ])("rejects where the gateway closes with %i", async (code, why) => {
    const { discord, adapter, chat, lost } = await prepare();
    discord.gateway.refuseWith = code;
    await expect(adapter.start(chat)).rejects.toMatchObject({ name: "PlatformError", message: expect.stringMatching(why) });
    expect(lost).toEqual([]);
  });

  test("rides out a fault that passes", async () => {
    const { discord, adapter, chat, sees } = await prepare();
    discord.fail("gateway", "500 before");
    discord.fail("gateway", "dropped before");
    await adapter.start(chat);
    await sees(discord.command("who-said"), ["Answer to /who-said"]);
  });

  test("does not wait for servers that are not ready", async () => {
    const { discord, adapter, chat, sees } = await prepare({ ready: 5_000 });
    discord.gateway.withoutGuilds = true;
    await adapter.start(chat);
    await sees(discord.command("who-said"), ["Answer to /who-said"]);
    await adapter.post(CHANNEL, card("Posted"));
    expect(discord.messages).toHaveLength(2);
  });

  test("rejects where Discord does not answer at all", async () => {
    const { discord, adapter, chat } = await prepare();
    await discord.stop();
    await expect(adapter.start(chat)).rejects.toMatchObject({
      name: "PlatformError",
      message: expect.stringMatching(/^Discord at 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/),
    });
  });

  test.each([404, 200])("rejects where whoever answers, with %i, is not Discord", async (status) => {
    const website = createServer((_, response) =>
      response.writeHead(status, { "content-type": "text/html" }).end("<p>Hello</p>"),
    );
    await once(website.listen(0, "127.0.0.1"), "listening");
    const apiUrl = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
    const { adapter, chat } = await prepare({}, { ...(await startSimulator()), apiUrl });
    await expect(adapter.start(chat)).rejects.toMatchObject({
      name: "PlatformError",
      message: expect.stringMatching(/^There is no Discord at 127\.0\.0\.1:\d+: correct DISCORD_API_URL, or leave it out/),
    });
    website.close();
  });

  test("rejects where the gateway lets nobody in", async () => {
    const { discord, adapter, chat } = await prepare({ ready: 200 });
    discord.gateway.mute = true;
    await expect(adapter.start(chat)).rejects.toMatchObject({
      name: "PlatformError",
      message: expect.stringMatching(/too long/),
    });
  });
});

describe("a connection that ends in the middle of a command", () => {
  test.each([
    ["resumed, as Discord asks", "reconnect"],
    ["resumed after the line broke", "cut"],
  ] as const)("is %s, and the command is answered once", async (_, how) => {
    const { discord, chat, sees } = await connect();
    const answer = Promise.withResolvers<Reply>();
    chat.answers = () => answer.promise;
    const before = discord.command("who-said");
    await sees(before, ["On Record is thinking …"]);
    discord.gateway[how]();
    const meanwhile = discord.command("who-said");
    await until(() => expect(discord.gateway.resumed()).toBe(1));
    answer.resolve(reply("Here"));
    await sees(before, ["Here"]);
    await sees(meanwhile, ["Here"]);
    expect(chat.invocations).toHaveLength(2);
  });

  test("is begun anew where the session is not valid any more", async () => {
    const { discord, chat, sees } = await connect();
    const answer = Promise.withResolvers<Reply>();
    chat.answers = () => answer.promise;
    const before = discord.command("who-said");
    await sees(before, ["On Record is thinking …"]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 7_000 }); // discord.js identifies once in 5 seconds
    discord.gateway.invalidate();
    answer.resolve(reply("Here"));
    await sees(before, ["Here"]);
    await until(() => expect(discord.gateway.identified).toHaveLength(2));
    await sees(discord.command("who-said"), ["Here"]);
    expect(chat.invocations).toHaveLength(2);
  });

  test("is not lost with an event that is replayed", async () => {
    const { discord, chat, sees } = await connect();
    const first = discord.command("who-said");
    await sees(first, ["Answer to /who-said"]);
    discord.gateway.replay = 1;
    discord.gateway.reconnect();
    await until(() => expect(discord.gateway.resumed()).toBe(1));
    await sees(discord.command("who-said"), ["Answer to /who-said"]);
    expect(chat.invocations).toHaveLength(2);
  });
});

describe("a token that is revoked", () => {
  test("ends the connection with one clear line, after what is under way", async () => {
    const { discord, adapter, chat, lost, logged, sees } = await connect();
    const answer = Promise.withResolvers<Reply>();
    chat.answers = () => answer.promise;
    const deed = discord.command("who-said");
    await sees(deed, ["On Record is thinking …"]);
    discord.revoke();
    discord.gateway.close(4004);
    await until(() => expect(lost).toEqual([expect.stringMatching(/^Discord does not take the bot's token/)]));
    answer.resolve(reply("Still here"));
    await sees(deed, ["Still here"]);
    await expect(adapter.post(CHANNEL, card("No"))).rejects.toMatchObject({ name: "PlatformError" });
    await adapter.stop();
    expect(lost).toHaveLength(1);
    expect(logged()).not.toMatch(/^error/m); // whoever is told writes it down
  });

  test("is noticed by a post", async () => {
    const { discord, adapter, lost } = await connect();
    discord.revoke();
    await expect(adapter.post(CHANNEL, card("No"))).rejects.toThrow(/token/);
    expect(lost).toEqual([expect.stringMatching(/token/)]);
  });
});

describe("stop", () => {
  test("answers the ten commands that are under way, and turns away what comes then", async () => {
    const { discord, adapter, chat, sees } = await connect();
    const answer = Promise.withResolvers<Reply>();
    chat.answers = () => answer.promise;
    const deeds = Array.from({ length: 10 }, () => discord.command("who-said"));
    for (const deed of deeds) await sees(deed, ["On Record is thinking …"]);
    let stopped = false;
    const stop = adapter.stop().then(() => {
      stopped = true;
    });
    const late = discord.command("who-said");
    const typing = discord.type("who-said", [{ type: 3, name: "topic", value: "c", focused: true }]);
    await sees(late, [/being restarted/]);
    await until(() => expect(typing.choices).toEqual([]));
    expect(stopped).toBe(false);
    answer.resolve(reply("Here"));
    for (const deed of deeds) await sees(deed, ["Here"]);
    await stop;
    expect(chat.invocations).toHaveLength(10);
    expect(discord.refused).toEqual([]);
  });

  test("waits only so long, and says so", async () => {
    const { discord, adapter, chat, sees } = await connect({ leaving: 100 });
    chat.answers = () => new Promise(() => {});
    const deeds = Array.from({ length: 10 }, () => discord.command("who-said"));
    for (const deed of deeds) await sees(deed, ["On Record is thinking …"]);
    await adapter.stop();
    for (const deed of deeds) await sees(deed, [/being restarted/]);
  });

  test("in the middle of connecting again leaves no connection behind", async () => {
    const { discord, adapter } = await connect();
    discord.gateway.cut();
    await until(() => expect(discord.gateway.connections()).toBe(0));
    await adapter.stop();
    await new Promise((done) => setTimeout(done, 200));
    expect(discord.gateway.connections()).toBe(0);
  });

  test("while Discord does not take the connection lets go of it", async () => {
    const { discord, adapter } = await connect();
    discord.gateway.deaf = true;
    discord.gateway.cut();
    await until(() => expect(discord.gateway.unheard).toHaveLength(1));
    await adapter.stop();
    discord.gateway.stop(); // an error that nobody listens to would end the process here
    await new Promise((done) => setTimeout(done, 50));
  });

  test("ends a start that is under way, and can be called twice", async () => {
    const { discord, adapter, chat } = await prepare();
    discord.gateway.mute = true;
    const start = adapter.start(chat);
    await until(() => expect(discord.requests).toHaveLength(2));
    await Promise.all([expect(start).rejects.toThrow(/has left/), adapter.stop(), adapter.stop()]);
    await adapter.stop();
  });
});
