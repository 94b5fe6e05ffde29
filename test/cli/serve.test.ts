import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Simulator as Discord, startSimulator, textOf } from "../adapters/discord/simulator.ts";
import { freePort } from "../adapters/slack/fixture.ts";
import { createPeople } from "../adapters/slack/people.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator, SIGNING_SECRET, type Simulator as Slack } from "../adapters/slack/simulator.ts";
import { makeFolder, removeFolder } from "./run.ts";

const PROGRAM = resolve("bin/on-record.js");
/** The simulators' clock is that of the process here, which no test stops. */
const clock = { now: () => Date.now(), wait: async () => {}, pass: async () => {} };
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

let folder: string;
let slack: Slack;
let discord: Discord;
let site: Server;
const running: ReturnType<typeof begin>[] = [];

beforeEach(async () => {
  folder = makeFolder();
  slack = await createSimulator(clock as never);
  discord = await startSimulator();
  site = createServer(() => {}); // it never answers
  await once(site.listen(0, "127.0.0.1"), "listening");
});

afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill("SIGKILL");
  site.closeAllConnections();
  site.close();
  await slack.close();
  await discord.stop();
  removeFolder(folder);
});

/** Runs what `npm start` runs. */
function begin(env: Record<string, string> = {}): {
  child: ChildProcess;
  err: () => string;
  lines: () => Record<string, unknown>[];
  ended: Promise<number | null>;
} {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [PROGRAM, "start"], {
    cwd: folder,
    env: {
      ...{ PATH, HOME, DATA_DIR: join(folder, "data"), ALLOW_PRIVATE_NETWORK: "1" },
      ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr!.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const started = {
    child,
    err: () => err,
    lines: () => err.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>])),
    ended: once(child, "close").then(([code]) => code as number | null),
  };
  running.push(started);
  return started;
}

const connected = (lines: () => Record<string, unknown>[]) =>
  until(() =>
    expect(
      lines()
        .flatMap(({ msg, platform }) => (msg === "answering" ? [platform] : []))
        .sort(),
    ).toEqual(["discord", "slack"]),
  );

/** What somebody was answered; where the machine is slow they are told before that the answer comes. */
const seenInSlack = (user: string) =>
  slack.workspace
    .seenBy(user)
    .map(({ text }) => text)
    .filter((text) => !text.startsWith("Working on it"));

test("answers on both platforms from libraries of their own, logs a line a command without what was typed, and no secret", async () => {
  const { child, err, lines, ended } = begin();
  await connected(lines);
  const people = createPeople(slack);
  await people.types("/who-said ceasefire");
  await people.types("/news help");
  const deed = discord.command("who-said", [{ type: 3, name: "topic", value: "ceasefire" }]);
  await until(() => expect(discord.seen(deed).map(textOf)).toEqual([expect.stringContaining("The library is empty")]));
  await until(() =>
    expect(seenInSlack("U1").sort()).toEqual([
      expect.stringContaining("On Record: who said what"),
      expect.stringContaining("The library is empty"),
    ]),
  );
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  const commands = lines().filter(({ msg }) => msg === "command");
  expect(commands.map(({ platform, command, outcome }) => `${platform} ${command} ${outcome}`).sort()).toEqual([
    "discord who-said answered",
    "slack help answered",
    "slack who-said answered",
  ]);
  for (const secret of [BOT_TOKEN, APP_TOKEN, discord.token, deed.token, "ceasefire"]) expect(err()).not.toContain(secret);
});

test("answers Slack over HTTP where there is a signing secret and no app token, and tells that it is well", async () => {
  const port = await freePort();
  slack.state.appPort = port;
  const { child, err, lines, ended } = begin({ SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: String(port) });
  await connected(lines);
  expect(lines().find(({ msg }) => msg === "connected")).toMatchObject({ by: `HTTP on port ${port}` });
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe("ok\n");
  const forged = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", body: "command=%2Fhelp" });
  expect(forged.status).toBe(401);
  await createPeople(slack).types("/who-said ceasefire");
  await until(() => expect(seenInSlack("U1")).toEqual([expect.stringContaining("The library is empty")]));
  expect(slack.unacknowledged()).toEqual([]);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  for (const secret of [BOT_TOKEN, SIGNING_SECRET]) expect(err()).not.toContain(secret);
});

test("hands over the list of feeds as a file on both", async () => {
  const feed = "<rss version='2.0'><channel><title>Valley Post</title><link>https://valley.example</link></channel></rss>";
  site.on("request", (_, response) => response.end(feed));
  const { lines } = begin();
  await connected(lines);
  const people = createPeople(slack);
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/feed`;
  await people.types(`/feed add ${url}`, { user: "UADMIN" });
  const added = discord.command("feed", [{ type: 1, name: "add", options: [{ type: 3, name: "url", value: url }] }], {
    isManager: true,
  });
  await until(() => expect(discord.seen(added).map(textOf)).toEqual([expect.stringContaining("Following Valley Post")]));
  await until(() => expect(seenInSlack("UADMIN")).toEqual([expect.stringContaining("Following Valley Post")]));
  await people.types("/feed export");
  const exported = discord.command("feed", [{ type: 1, name: "export", options: [] }]);
  await until(() => expect(discord.seen(exported)[0]).toMatchObject({ files: ["feeds.opml"], isWaiting: false }));
  await until(() => expect([...slack.workspace.files.values()]).toMatchObject([{ name: "feeds.opml" }]));
});

test("told to end while ten commands are under way, it answers each once and leaves within ten seconds", async () => {
  const { child, lines, ended } = begin();
  await connected(lines);
  const people = createPeople(slack);
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/slow`;
  const reached = vi.fn();
  site.on("request", reached);
  const users = ["U1", "U2", "U3", "U4", "U5"];
  for (const user of users) await people.types(`/ingest ${url}/${user}`, { user });
  const deeds = users.map((_, k) => discord.command("ingest", [{ type: 3, name: "url", value: `${url}/d${k}` }]));
  await until(() => expect(reached).toHaveBeenCalled());
  await until(() => expect(deeds.every(({ acknowledged }) => acknowledged)).toBe(true));
  const told = Date.now();
  child.kill("SIGTERM");
  await until(() => expect(lines().map(({ msg }) => msg)).toContain("told to end"));
  child.kill(); // a second time, as npm hands on what a terminal or systemd has sent to all
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(10_000);
  expect(lines().filter(({ msg }) => msg === "told to end")).toHaveLength(1);
  expect(lines().filter(({ msg }) => msg === "command")).toHaveLength(10);
  const answers = (texts: string[]) => texts.filter((text) => !text.startsWith("Working on it"));
  for (const user of users) expect(answers(seenInSlack(user))).toHaveLength(1);
  for (const deed of deeds) expect(discord.seen(deed).map(textOf)).toEqual([expect.stringContaining(`/slow/d`)]);
  expect(slack.unacknowledged()).toEqual([]);
});

test("a platform that does not let us in is told in one clear line, and the other goes on", async () => {
  const { child, lines, ended } = begin({ DISCORD_TOKEN: "MTAwMDAwMDAwMDAwMDAwMDAx.Gs3cr3.a-token-that-was-taken-back" });
  await until(() => expect(lines().map(({ msg }) => msg)).toContain("answering"));
  await until(() => expect(lines().filter(({ level }) => level === 50)).toHaveLength(1));
  expect(lines().find(({ level }) => level === 50)).toMatchObject({
    platform: "discord",
    msg: expect.stringContaining("DISCORD_TOKEN"),
  });
  await createPeople(slack).types("/help");
  await until(() => expect(seenInSlack("U1")).toHaveLength(1));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("a token that is taken back while it runs stops that platform alone", async () => {
  const { child, lines, ended } = begin();
  await connected(lines);
  slack.state.revoked = "token_revoked";
  await createPeople(slack).types("/help");
  await createPeople(slack).mentions("help");
  await until(() => expect(lines().filter(({ level }) => level === 50)).toMatchObject([{ platform: "slack" }]));
  const deed = discord.command("help");
  await until(() => expect(discord.seen(deed)).toHaveLength(1));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("told to end while the platforms let it wait, it leaves within ten seconds", async () => {
  const nobody = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const reached = vi.fn();
  site.on("request", ({ url }) => reached(url));
  const { child, lines, ended } = begin({ SLACK_API_URL: `${nobody}slack/`, DISCORD_API_URL: `${nobody}discord` });
  await until(() => {
    expect(reached).toHaveBeenCalledWith(expect.stringMatching(/slack/));
    expect(reached).toHaveBeenCalledWith(expect.stringMatching(/discord/));
  });
  const told = Date.now();
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(10_000);
  expect(lines().filter(({ level }) => level === 50)).toEqual([]);
});

test("where no platform lets us in, it ends with 1", async () => {
  const { lines, ended } = begin({ SLACK_BOT_TOKEN: "xoxb-another", DISCORD_TOKEN: "MTAwMDAwMDAwMDAwMDAwMDAx.Gs3cr3.wrong-one" });
  expect(await ended).toBe(1);
  const told = lines().filter(({ level }) => level === 50);
  expect(told.map(({ platform }) => platform).sort()).toEqual(["discord", "slack"]);
});

test("half a configuration is told in full before anything is opened", async () => {
  const { err, ended } = begin({ SLACK_APP_TOKEN: "", DISCORD_TOKEN: "x" });
  expect(await ended).toBe(1);
  expect(err().trim().split("\n")).toEqual([
    expect.stringMatching(/^DISCORD_TOKEN must be the bot's token/),
    expect.stringMatching(/^SLACK_BOT_TOKEN needs a second value/),
  ]);
});
