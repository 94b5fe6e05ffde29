import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { GUILD, startSimulator } from "../test/adapters/discord/simulator.ts";
import { createPeople } from "../test/adapters/slack/people.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator } from "../test/adapters/slack/simulator.ts";
import { TEAM } from "../test/adapters/slack/workspace-model.ts";
import { percentile, say } from "./measure.ts";

const RATE = 50; // commands a second
const SECONDS = Number(process.env["PLATFORM_SECONDS"] ?? 60);
const TOPICS = ["ceasefire", "prisoners", "grain", "bridge", "talks", "nothing of the kind"];

/**
 * Both platforms at once, each asked 50 times a second: milliseconds from the moment a simulator sends a command off to the moment it has the
 * answer, which is more than passes inside the process; and the memory of the process.
 */
export async function benchPlatforms(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  const clock = {
    now: () => Date.now(),
    wait: () => Promise.resolve(),
    pass: () => Promise.resolve(),
    through: <T>(awaited: Promise<T>) => awaited,
  };
  const slack = await createSimulator(clock);
  const discord = await startSimulator();
  try {
    const env = {
      ...process.env,
      ...{ DATA_DIR: join(folder, "data"), LOG_LEVEL: "info" },
      ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    };
    for (const WORKSPACE of [`slack:${TEAM}`, `discord:${GUILD}`]) {
      const read = spawnSync(process.execPath, ["bin/on-record.js", "ingest", "samples"], { env: { ...env, WORKSPACE } });
      if (read.status !== 0) throw new Error(`nothing to ask for in ${WORKSPACE}: ${read.stderr}`);
    }
    const child = spawn(process.execPath, ["bench/served.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (err += text));
    const ended = new Promise((done) => child.on("close", done));
    for (let tries = 0; (err.match(/"answering"/g) ?? []).length < 2; tries++) {
      if (tries > 300) throw new Error(`not connected: ${err}`);
      await wait(100);
    }
    await wait(2_000);
    const connected = residentKilobytes(child.pid!);

    const people = createPeople(slack);
    const asked = new Map<string, number>();
    const times = { slack: [] as number[], discord: [] as number[] };
    const { respond } = slack.workspace;
    slack.workspace.respond = (path, message) => {
      respond(path, message);
      const at = asked.get(path);
      if (at !== undefined) times.slack.push(performance.now() - at);
      asked.delete(path);
    };
    const waiting = new Map<ReturnType<typeof discord.command>, number>();
    const look = setInterval(() => {
      for (const [deed, at] of waiting) {
        if (deed.original === null || deed.original.isWaiting) continue;
        times.discord.push(performance.now() - at);
        waiting.delete(deed);
      }
    }, 1);
    const began = performance.now();
    for (let k = 0; k < RATE * SECONDS; k++) {
      await wait(Math.max(0, began + (1000 * k) / RATE - performance.now()));
      const topic = TOPICS[k % TOPICS.length]!;
      const at = performance.now();
      const { payload } = await people.types(`/who-said ${topic}`, { user: `U${k % 40}` }).catch((error) => {
        const told = err.split("\n").filter((line) => !line.includes('"msg":"command"'));
        throw new Error(`${error.message} (exit code ${child.exitCode}): ${told.join("\n")}`);
      });
      asked.set(new URL((payload as { response_url: string }).response_url).pathname, at);
      waiting.set(discord.command("who-said", [{ type: 3, name: "topic", value: topic }]), performance.now());
    }
    for (let tries = 0; (asked.size > 0 || waiting.size > 0) && tries < 100; tries++) await wait(100);
    clearInterval(look);
    child.kill("SIGTERM");
    await ended;
    const peak = (JSON.parse(out) as { kilobytes: number }).kilobytes;
    const faults = err.split("\n").filter((line) => /"level":(40|50)/.test(line)).length;
    for (const [platform, all] of Object.entries(times))
      say(
        `${platform}: ${all.length} of ${RATE * SECONDS} commands answered, ${RATE} a second for ${SECONDS} s beside the other platform: ` +
          `p50 ${percentile(all, 50).toFixed(1)} ms, p99 ${percentile(all, 99).toFixed(1)} ms (aim: p99 under 100 ms)`,
      );
    say(
      `both platforms connected: ${(connected / 1024).toFixed(0)} MB (aim: under 180 MB), ${(peak / 1024).toFixed(0)} MB at the peak of that; ` +
        `${faults} lines of warning or error, ${slack.unacknowledged().length} commands acknowledged late`,
    );
  } finally {
    await slack.close();
    await discord.stop();
    rmSync(folder, { recursive: true });
  }
}

const residentKilobytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

if (import.meta.main) await benchPlatforms();
