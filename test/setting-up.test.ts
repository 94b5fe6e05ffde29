import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Simulator as Discord, startSimulator, textOf } from "./adapters/discord/simulator.ts";
import { createPeople } from "./adapters/slack/people.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator, type Simulator as Slack } from "./adapters/slack/simulator.ts";
import { makeFolder, removeFolder, run } from "./cli/run.ts";

const page = readFileSync("README.md", "utf8");
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

let folder: string;
let slack: Slack;
let discord: Discord;
beforeEach(async () => {
  folder = makeFolder();
  slack = await createSimulator({ now: () => Date.now() });
  discord = await startSimulator();
});
afterEach(async () => {
  await slack.close();
  await discord.stop();
  removeFolder(folder);
});

/** The steps of a section: the commands on lines of their own, and the variables that go into the file `.env`, in their order. */
function steps(heading: string): { commands: string[]; variables: string[] } {
  const [, section = ""] = new RegExp(`\\n## ${heading}\\n([\\s\\S]*?)\\n## `).exec(page) ?? [];
  return {
    commands: [...section.matchAll(/^ {7}(npm .*)$/gm)].map(([, command]) => command!),
    variables: [...section.matchAll(/`(\w+_TOKEN)=[\w-]*…`/g)].map(([, name]) => name!),
  };
}

const subcommand = (command: string): string[] => command.replace("npm run -s on-record -- ", "").split(" ");

/** Runs `npm start` in the folder while something is done. */
async function whileStarted(platform: string, work: () => Promise<void>): Promise<void> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [resolve("bin/on-record.js"), "start"], { cwd: folder, env: { PATH, HOME } });
  const ended = once(child, "close");
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    told += text;
  });
  try {
    await until(() => expect(told).toContain(`"platform":"${platform}","msg":"answering"`));
    await work();
  } finally {
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  }
}

test("Slack, step by step", async () => {
  const { commands, variables } = steps("On Slack");
  expect(commands).toEqual(["npm run -s on-record -- manifest", "npm start"]);
  expect(variables).toEqual(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]);
  const manifest = await run(folder, subcommand(commands[0]!));
  expect(JSON.parse(manifest.out).settings.socket_mode_enabled).toBe(true);
  const tokens: Record<string, string> = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN };
  const lines = [...variables.map((name) => `${name}=${tokens[name]}`), `SLACK_API_URL=${slack.apiUrl}`];
  writeFileSync(join(folder, ".env"), lines.join("\n"));
  expect(page).toContain("4. Start it, and type `/news help` in Slack:");
  await whileStarted("slack", async () => {
    await createPeople(slack).types("/news help");
    await until(() => expect(slack.workspace.seenBy("U1")[0]?.text).toContain("/who-said"));
  });
  expect(slack.workspace.refused).toEqual([]);
}, 30_000);

test("Discord, step by step", async () => {
  const { commands, variables } = steps("On Discord");
  expect(commands).toEqual(["npm run -s on-record -- register", "npm start"]);
  expect(variables).toEqual(["DISCORD_TOKEN"]);
  writeFileSync(join(folder, ".env"), `DISCORD_TOKEN=${discord.token}\nDISCORD_API_URL=${discord.apiUrl}`);
  const registered = await run(folder, subcommand(commands[0]!));
  expect(registered).toMatchObject({ code: 0, err: "" });
  expect(registered.out).toMatch(/^added {6}\/who-said\n[\s\S]*To let the bot into a server, open https:\/\/discord\.com\//);
  expect(page).toContain("4. Start it, and type `/help` in Discord:");
  await whileStarted("discord", async () => {
    const asked = discord.command("help");
    await until(() => expect(discord.seen(asked).map(textOf)[0]).toContain("/who-said"));
  });
  expect(discord.refused).toEqual([]);
}, 30_000);
