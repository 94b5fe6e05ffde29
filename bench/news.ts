import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { saveMemory } from "../src/cli/memory.ts";
import { openNewsroom } from "../src/cli/newsroom.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { peakKilobytes, say } from "./measure.ts";
import { openNewspapers, type Size } from "./newspaper.ts";

const FULL: Size = { feeds: 1_000, items: 20 };

/** Where the program keeps what Node.js makes of its files, as `bin/on-record.js` says. */
const COMPILED = resolve(import.meta.dirname, "../node_modules/.cache/on-record");

/** Times in milliseconds, peak memory in bytes. */
interface Run {
  readonly first: number;
  readonly second: number;
  readonly articles: number;
  readonly statements: number;
  readonly peak: number;
  /** Computing time of all threads, and of the one that fetches and stores. */
  readonly all: number;
  readonly main: number;
}

/** From the sockets of a thousand feeds to stored statements, then the same feeds once more; `NEWS_SIZE=100x20` makes it smaller. */
export async function benchNews(): Promise<void> {
  const [feeds = FULL.feeds, items = FULL.items] = (process.env["NEWS_SIZE"] ?? "").split("x").filter(Boolean).map(Number);
  const newspapers = await openNewspapers({ feeds, items });
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    const child = spawn(process.execPath, [import.meta.filename, folder], { env, stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end(JSON.stringify(newspapers.feeds));
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    await once(child, "close");
    const { first, second, articles, statements, peak, all, main } = JSON.parse(out) as Run;
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
    say(
      `news: ${feeds} feeds of ${items}: ${articles} articles with ${statements} statements in ${seconds(first)}, ` +
        `${(articles / (first / 1000)).toFixed(0)} a second from the socket to the library; computing ${seconds(all)}, of which ` +
        `${seconds(main)} where they are fetched and stored; peak ${(peak / 1e6).toFixed(0)} MB; ` +
        `the same feeds once more ${seconds(second)}, ${(first / second).toFixed(0)} times as fast`,
    );
    if (articles !== feeds * items) throw new Error(`${feeds * items} articles were to be read`);
  } finally {
    newspapers.close();
    rmSync(folder, { recursive: true });
  }
}

const FOLLOWER = { workspace: "bench", platform: "terminal", channel: "bench", by: "bench" };

async function measure(folder: string, feeds: readonly string[]): Promise<Run> {
  saveMemory();
  const store = createSqliteStore(join(folder, "library.db"));
  const config = { dataDir: folder, allowPrivateNetwork: true, contact: null };
  const newsroom = openNewsroom(config, store, (error) => process.stderr.write(`${error}\n`));
  await store.followFeeds(
    FOLLOWER,
    feeds.map((address) => ({ address, title: null })),
    new Date(),
  );
  const poll = async () => {
    const started = performance.now();
    await newsroom.pollDue(({ trouble, refused }) => {
      for (const reason of trouble ? [trouble.problem] : refused) process.stderr.write(`${reason}\n`);
    });
    return performance.now() - started;
  };
  const first = await poll();
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()].map(({ user, system }) => (user + system) / 1000) as [
    number,
    number,
  ];
  await store.makeDue(FOLLOWER.workspace, new Date());
  const second = await poll();
  const { articles, statements } = await store.size(FOLLOWER.workspace);
  await newsroom.close();
  await store.close();
  return { first, second, articles, statements, peak: peakKilobytes() * 1024, all, main };
}

if (import.meta.main && process.argv[2] !== undefined) {
  const feeds = JSON.parse(await text(process.stdin)) as string[];
  process.stdout.write(JSON.stringify(await measure(process.argv[2], feeds)));
} else if (import.meta.main) await benchNews();
