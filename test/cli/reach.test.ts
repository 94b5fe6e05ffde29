import { PermissionFlagsBits as Bits } from "discord.js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  CHANNEL,
  type Simulator as Discord,
  FOREIGN_CHANNEL,
  GUILD,
  KINDS,
  startSimulator as startDiscord,
} from "../adapters/discord/simulator.ts";
import { createClock } from "../adapters/slack/clock.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator, type Simulator as Slack } from "../adapters/slack/simulator.ts";
import { TEAM } from "../adapters/slack/workspace-model.ts";
import { makeFolder, type Ran, removeFolder, run } from "./run.ts";

const OURS = "C024BE7LR";
const SHUT = "C024BE7LS";

let slack: Slack;
let discord: Discord;
let folder: string;
beforeAll(async () => {
  slack = await createSimulator(createClock());
  slack.workspace.channels.set(OURS, { isMember: true, isArchived: false });
  slack.workspace.channels.set(SHUT, { isMember: false, isArchived: false });
  discord = await startDiscord();
  for (const [id, forbidden] of Object.entries({
    "300000000000000005": Bits.SendMessages,
    "300000000000000006": Bits.ViewChannel,
  })) {
    discord.open({ id, guild: GUILD });
    discord.deny(id, forbidden);
  }
  discord.open({ id: "300000000000000007", guild: GUILD, type: KINDS.category });
  discord.open({ id: "300000000000000008", guild: GUILD, type: 11, parent: CHANNEL });
});
afterAll(async () => {
  await slack.close();
  await discord.stop();
});
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

const tokens = () => ({
  ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
  ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
});
const ask = (args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
  run(folder, args, "", { ...tokens(), ...env });
const add = (channel: string, env: Record<string, string> = {}): Promise<Ran> =>
  ask(["digests", "add", "daily 08:00", "--channel", channel, "--json"], env);

const SERVER = { WORKSPACE: `discord:${GUILD}` };
describe("a channel is asked for where the platform's tokens are set", () => {
  test.each<[string, string, Record<string, string>, RegExp | null]>([
    ["of Slack that the bot is in", `slack:${OURS}`, {}, null],
    ["a thread in it, for the workspace's own library", `slack:${OURS}:1700000000.000100`, { WORKSPACE: `slack:${TEAM}` }, null],
    ["of Slack that the bot is not in", `slack:${SHUT}`, {}, /^I am not in this channel: invite me with \/invite @on-record/],
    ["of Slack that is not there", "slack:C0NOWHERE", {}, /^I am not in this channel/],
    ["for another workspace of Slack", `slack:${OURS}`, { WORKSPACE: "slack:T9ELSEWHERE" }, /^I am not in this Slack workspace/],
    ["of Discord", `discord:${CHANNEL}`, SERVER, null],
    ["a thread of Discord", "discord:300000000000000008", SERVER, null],
    ["of whichever server, for the terminal's own library", `discord:${FOREIGN_CHANNEL}`, {}, null],
    ["of another server", `discord:${FOREIGN_CHANNEL}`, SERVER, /^This channel is not in this server: choose one of its own/],
    [
      "of Discord that is not there",
      "discord:300000000000000404",
      SERVER,
      /^The channel is gone from Discord, or .*: choose another/,
    ],
    ["where the bot may not write", "discord:300000000000000005", SERVER, /allow it Send Messages in this channel/],
    ["that the bot may not see", "discord:300000000000000006", SERVER, /^On Record may not see this channel: allow it/],
    ["that takes no messages", "discord:300000000000000007", SERVER, /takes no messages: choose a text channel/],
  ])("%s", async (_, channel, env, refusal) => {
    const { code, out, err } = await add(channel, env);
    const said = JSON.parse(out);
    if (refusal === null)
      expect({ code, err, said }).toMatchObject({ code: 0, err: "", said: { outcome: "added", checked: true } });
    else expect({ code, said }).toMatchObject({ code: 1, said: { outcome: "refused", reason: expect.stringMatching(refusal) } });
  });

  test("for a watch, and where a digest is moved", async () => {
    expect(await ask(["watches", "add", "dam", "--channel", `slack:${SHUT}`])).toMatchObject({
      ...{ code: 1, out: expect.stringMatching(/^refused {3}I am not in this channel/) },
    });
    await add(`slack:${OURS}`);
    const move = ["digests", "edit", "1", "--channel", `slack:${SHUT}`];
    expect(await ask(move)).toMatchObject({ code: 1, out: expect.stringMatching(/^refused {3}I am not in this channel/) });
    const changed = JSON.parse((await ask(["digests", "edit", "1", "--late", "1d", "--json"])).out);
    expect([changed.channel, changed.checked]).toEqual([OURS, undefined]);
  });
});

describe("where the platform cannot be asked, that is said", () => {
  const later = "It will be when something is first posted there; digests list tells how that went.\n";
  test.each<[string, string, Record<string, string>, RegExp]>([
    ["without tokens for Slack", `slack:${OURS}`, { SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "" }, /SLACK_BOT_TOKEN is not set\./],
    ["without one for Discord", `discord:${CHANNEL}`, { DISCORD_TOKEN: "" }, /DISCORD_TOKEN is not set\./],
    [
      "with a token that Slack does not know",
      `slack:${OURS}`,
      { SLACK_BOT_TOKEN: "xoxb-another" },
      /Slack does not know the bot's token/,
    ],
    [
      "with one that Discord does not know",
      `discord:${CHANNEL}`,
      { DISCORD_TOKEN: "another.token.of-a-bot" },
      /Discord does not take the bot's token/,
    ],
    ["while nobody is there", `discord:${CHANNEL}`, { DISCORD_API_URL: "http://127.0.0.1:9/api" }, /cannot be reached/],
  ])("%s", async (_, channel, env, why) => {
    const { code, out, err } = await add(channel, env);
    expect({ code, said: JSON.parse(out) }).toMatchObject({ code: 0, said: { outcome: "added", checked: false } });
    expect(err).toMatch(new RegExp(`^The channel was not checked: .*${why.source}`));
    expect(err.endsWith(later)).toBe(true);
  });
});
