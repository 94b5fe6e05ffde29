import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { randomNumbers, say } from "./measure.ts";
import { openNewspapers, type Size } from "./newspaper.ts";

const FULL: Size = { feeds: 1_000, items: 20 };
const KILLS = 10;
const PROGRAM = resolve(import.meta.dirname, "../bin/on-record.js");
const FOLLOWER = { workspace: "local", platform: "terminal", channel: "terminal", by: "local" };

/** What is in the library after all that; `lost` and `twice` have to be 0. */
export interface AfterKills {
  readonly kills: number;
  readonly articles: number;
  readonly lost: number;
  readonly twice: number;
  /** Pages that were fetched more than once because a process was killed while it had them in hand. */
  readonly again: number;
  /** Feeds that a last poll finds unchanged. */
  readonly unchanged: number;
}

/**
 * Follows feeds and polls them with `on-record feeds poll`, which is killed with SIGKILL at random moments, told by the number of requests
 * so far, and started again until it is through.
 */
export async function killPolls(size: Size, seed: number): Promise<AfterKills> {
  const newspapers = await openNewspapers(size);
  const folder = mkdtempSync(join(tmpdir(), "on-record-kill-"));
  const store = createSqliteStore(join(folder, "library.db"));
  try {
    const feeds = newspapers.feeds.map((address) => ({ address, title: null }));
    await store.followFeeds(FOLLOWER, feeds, new Date());
    const random = randomNumbers(seed);
    const all = size.feeds * (size.items + 2);
    const moments = Array.from({ length: KILLS }, () => 1 + Math.floor(random() * all)).sort((a, b) => a - b);
    let kills = 0;
    let child: ChildProcess | null = null;
    newspapers.onAsked = () => {
      if (newspapers.asked() < (moments[0] ?? Number.POSITIVE_INFINITY)) return;
      moments.shift();
      if (child?.kill("SIGKILL")) kills++;
    };
    for (let over = false; !over; ) {
      child = poll(folder, ["feeds", "poll"]);
      const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
      if (signal === null && code !== 0) throw new Error(`on-record feeds poll ended with ${code}`);
      over = signal === null;
    }
    newspapers.onAsked = () => {};
    const asked = newspapers.asked();
    const last = poll(folder, ["feeds", "poll", "--all"]);
    let out = "";
    last.stdout!.on("data", (text) => {
      out += text;
    });
    await once(last, "close");
    const { items, total } = await store.findArticles(FOLLOWER.workspace, { limit: 10 * all, offset: 0 });
    const found = new Set(items.map(({ article }) => article.url));
    const wanted = newspapers.feeds.flatMap((feed, f) =>
      Array.from({ length: size.items }, (_, k) => feed.replace("/feed", `/${f * size.items + k}`)),
    );
    return {
      kills,
      articles: total,
      lost: wanted.filter((address) => !found.has(address)).length,
      twice: total - found.size,
      again: asked - all,
      unchanged: out.match(/^unchanged/gm)?.length ?? 0,
    };
  } finally {
    await store.close();
    newspapers.close();
    rmSync(folder, { recursive: true });
  }
}

function poll(folder: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, DATA_DIR: folder, ALLOW_PRIVATE_NETWORK: "1" };
  return spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
}

/** Prints what ten kills do; `KILL_SIZE=100x20` makes it smaller, `KILL_SEED` chooses other moments. */
if (import.meta.main) {
  const [feeds = FULL.feeds, items = FULL.items] = (process.env["KILL_SIZE"] ?? "").split("x").filter(Boolean).map(Number);
  const { kills, articles, lost, twice, again, unchanged } = await killPolls(
    { feeds, items },
    Number(process.env["KILL_SEED"] ?? 1),
  );
  say(
    `kill: ${feeds} feeds of ${items}, killed ${kills} times: ${articles} articles, ${lost} lost, ${twice} twice, ` +
      `${again} requests more than without; a last poll finds ${unchanged} feeds unchanged`,
  );
  process.exitCode = lost + twice > 0 || unchanged !== feeds ? 1 : 0;
}
