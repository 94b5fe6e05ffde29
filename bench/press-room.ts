import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { startSimulator } from "../test/adapters/discord/simulator.ts";
import { GUILD } from "../test/adapters/discord/simulator-guild.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator } from "../test/adapters/slack/simulator.ts";
import { TEAM } from "../test/adapters/slack/workspace-model.ts";
import { makeArticle, makeStatement } from "../test/fixtures.ts";

const PROGRAM = resolve(import.meta.dirname, "../bin/on-record.js");
const DAY = 24 * 3_600_000;
const PLACES = ["dam", "bridge", "harbour", "mill", "ferry", "school", "market", "tower"];

export type Platform = "slack" | "discord";
export const WORKSPACES: Readonly<Record<Platform, string>> = { slack: `slack:${TEAM}`, discord: `discord:${GUILD}` };

/** A message that stands on a platform. */
interface Standing {
  readonly platform: Platform;
  readonly channel: string;
  readonly message: string;
}

export type PressRoom = Awaited<ReturnType<typeof openPressRoom>>;

/** A library with digests, both platforms as simulators, and the program, which can be started, and killed. */
export async function openPressRoom() {
  const folder = mkdtempSync(join(tmpdir(), "on-record-press-"));
  const file = join(folder, "library.db");
  const store = createSqliteStore(file);
  const ledger = new DatabaseSync(file, { readOnly: true });
  const slack = await createSimulator({ now: () => Date.now() });
  const discord = await startSimulator();
  const running = new Set<ChildProcess>();
  let articles = 0;
  let channels = 0;

  /** One more article for all who have a digest. */
  async function print(): Promise<void> {
    const [k, place] = [++articles, PLACES[articles % PLACES.length]!];
    const words = `the ${place} number ${k} would open again in ${k} days`;
    const text = `Mayor Ada Lund of District ${k} said ${words}. Work on the ${place} took ${k} weeks. It cost ${k} thousand crowns.`;
    const article = makeArticle(`a${k}`, text, {
      ...{ title: `The ${place} of District ${k} opens`, outlet: "Valley Post", publishedAt: new Date() },
      url: `https://valley.example/${k}`,
    });
    const said = makeStatement(article, words, { speaker: "Ada Lund", cue: "said", source: "Mayor Ada Lund" });
    for (const workspace of Object.values(WORKSPACES)) await store.addArticle(workspace, article, [said]);
  }

  function openChannel(platform: Platform): string {
    if (platform === "discord") return discord.open({}).id;
    const id = `C${100 + ++channels}`;
    slack.workspace.channels.set(id, { isMember: true, isArchived: false });
    return id;
  }

  return {
    ...{ store, slack, discord, print, openChannel },
    /** A digest that is due now, and once a year. */
    async addDue(platform: Platform, channel = openChannel(platform), due = new Date()): Promise<void> {
      await store.addDigest({
        ...{ workspace: WORKSPACES[platform], place: { platform, channel }, by: "U1" },
        filter: { topics: [], speakers: [], outlets: [], stories: [], without: [] },
        schedule: { cron: "0 8 1 1 *", zone: "UTC" },
        ...{ length: "normal", ping: null, quiet: false, latest: DAY, pause: null, nextRun: due, createdAt: due },
      });
    },
    /** Starts the program; `answering` resolves when it is connected to both platforms. */
    start(): { readonly child: ChildProcess; readonly answering: Promise<void>; readonly ended: Promise<unknown> } {
      const { PATH = "", HOME = "" } = process.env;
      const env = {
        ...{ PATH, HOME, DATA_DIR: folder, LOG_LEVEL: "info" },
        ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
        ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      };
      const child = spawn(process.execPath, [PROGRAM, "start"], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
      running.add(child);
      const ended = once(child, "close").finally(() => running.delete(child));
      let platforms = 0;
      const answering = new Promise<void>((done) => {
        child.stderr.setEncoding("utf8").on("data", (text: string) => {
          platforms += text.match(/"answering"/g)?.length ?? 0;
          if (platforms >= 2) done();
        });
      });
      return { child, answering, ended };
    },
    /** How many deliveries there are in each state, and posts. */
    states(): Record<string, number> {
      const of = (table: string) => ledger.prepare(`SELECT state, count(*) AS n FROM ${table} GROUP BY state`).all();
      const named = (name: string, rows: Record<string, unknown>[]) =>
        rows.map(({ state, n }) => [`${name} ${state}`, Number(n)]);
      return Object.fromEntries([...named("delivery", of("delivery")), ...named("post", of("post"))]);
    },
    /** Digests that have not had their run, and runs that have not ended. */
    left(): number {
      const due = ledger.prepare("SELECT count(*) AS n FROM digest WHERE next_run <= ?").get(Date.now());
      return Number(due!["n"]) + Number(ledger.prepare("SELECT count(*) AS n FROM delivery WHERE ended_at IS NULL").get()!["n"]);
    },
    /** What the ledger says was sent, by the platform's ids. */
    posts: (): { platform: Platform; channel: string; message: string | null; state: string; delivery: string }[] =>
      ledger
        .prepare(
          `SELECT d.platform, d.channel, d.state AS delivery, p.message, p.state FROM delivery d LEFT JOIN post p ON p.delivery = d.key
           ORDER BY d.key, p.part`,
        )
        .all() as never,
    /** All that was posted, wherever. */
    standing: (): Standing[] => [
      ...slack.workspace.shown.map(({ channel, ts }) => ({ platform: "slack" as const, channel, message: ts })),
      ...discord.messages.map(({ channel, id }) => ({ platform: "discord" as const, channel, message: id })),
    ],
    /** Waits until something is so; throws after so many milliseconds. */
    async until(isSo: () => boolean, most: number, every = 50): Promise<void> {
      const end = Date.now() + most;
      for (; !isSo(); await wait(every)) if (Date.now() > end) throw new Error(`not within ${most} ms: ${isSo}`);
    },
    async close(): Promise<void> {
      for (const child of running) child.kill("SIGKILL");
      ledger.close();
      await store.close();
      await slack.close();
      await discord.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
