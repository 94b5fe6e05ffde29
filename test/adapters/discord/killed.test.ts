import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { card, connect } from "./connected.ts";
import { CHANNEL, textOf } from "./simulator.ts";

test.each([
  ["before its message reaches Discord", "before", "lost"],
  ["while its message is on the way", "before", "came"],
  ["before it knows that its message has come", "after", "came"],
] as const)("a process that is killed %s leaves no doubt", { timeout: 20_000 }, async (_, when, fate) => {
  const { discord, adapter } = await connect();
  const content = adapter.outbox.draft([card("Once")], { ping: null })[0]!;
  const message = { id: "digest-7-0", channel: CHANNEL, content, under: null };
  const since = new Date();
  const died = Promise.withResolvers<void>();
  const args = [join(import.meta.dirname, "sending.ts"), discord.apiUrl, discord.token, JSON.stringify(message)];
  const child = execFile(process.execPath, args, () => died.resolve());
  discord.onPost = async (moment) => {
    if (moment.when !== when) return;
    child.kill("SIGKILL");
    await died.promise;
    return fate;
  };
  await died.promise;
  discord.onPost = null;
  expect(child.signalCode).toBe("SIGKILL");
  await expect.poll(() => discord.standing(CHANNEL).map(textOf)).toEqual(fate === "lost" ? [] : ["Once"]);
  discord.pass(40 * 60_000);
  expect((await adapter.outbox.find(message, since))?.id).toBe(discord.standing(CHANNEL)[0]?.id);
});
