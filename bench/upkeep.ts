import { copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { createBriefing } from "../src/briefing/briefing.ts";
import { createAnswer } from "../src/chat/answer.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { createArticles } from "./library.ts";
import { percentile, say } from "./measure.ts";

const ARTICLES = Number(process.env["UPKEEP_ARTICLES"] ?? 15_700); // of eight statements each, of which a fifth are copies of another
const SHARE = 0.5; // of them that is too old
const FEEDS = 150;
const SEEN = 2_000; // entries that are remembered of each
const TOLD = 50_000; // by a watch
const DELIVERIES = 50_000;
const ASKED = 20; // milliseconds between two questions
const NOW = new Date("2026-06-01T03:17:00Z");
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

/** What the nightly upkeep of a library of 100,000 statements takes, and to forget a workspace that has followed feeds for long, while others ask. */
export async function benchUpkeep(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const [file, other] = [join(folder, "library.db"), join(folder, "other.db")];
    await fill(file);
    copyFileSync(file, other);
    await measured(`${Math.round(SHARE * 100)} % of them too old`, file, async (store) => {
      const limits = { articles: new Date("2026-05-01T00:00:00Z"), ended: LONG_AGO, told: LONG_AGO, now: NOW };
      const { articles, statements } = await store.removeOld(limits);
      return `${articles} articles with ${statements} statements taken out`;
    });
    await measured("a workspace forgotten", other, async (store) => {
      const { articles, feeds, deliveries } = await store.forgetWorkspace("bench");
      return `${articles} articles, ${feeds} feeds with ${FEEDS * SEEN} entries seen, ${deliveries} deliveries and ${TOLD} words told taken out`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A library that has been used for long: half of it too old, with feeds, a watch and a ledger. */
async function fill(file: string): Promise<void> {
  const store = createSqliteStore(file, () => NOW);
  const generate = createArticles();
  for (let k = 0; k < ARTICLES; k++) await store.addArticle("bench", ...generate(k));
  const small = createArticles();
  for (let k = 0; k < 100; k++) await store.addArticle("other", ...small(k));
  const follower = { workspace: "bench", platform: "slack", channel: "C1", by: "U1" };
  const feeds = Array.from({ length: FEEDS }, (_, k) => ({ address: `https://paper${k}.example/feed`, title: `Paper ${k}` }));
  await store.followFeeds(follower, feeds, NOW);
  const { statements } = await store.size("bench");
  await store.close();
  const db = new DatabaseSync(file);
  const count = (most: number) => `WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${most})`;
  db.exec(`
    UPDATE article SET arrived_at = ${LONG_AGO.getTime()} WHERE arrived <= ${ARTICLES * SHARE};
    ${count(SEEN)} INSERT INTO seen_entry SELECT w.key, 'https://paper.example/news/' || hex(randomblob(12)), hex(randomblob(16)), NULL, 0, k FROM follow w, n;
    INSERT INTO watch (workspace, number, platform, channel, by, filter, most, created_at, seen)
      SELECT key, 1, 'slack', 'C1', 'U1', '{}', 10, 0, 1000000 FROM workspace WHERE name = 'bench';
    ${count(TOLD)} INSERT INTO told SELECT w.key, hex(randomblob(16)), ${NOW.getTime()} FROM watch w, n;
    ${count(DELIVERIES)} INSERT INTO delivery (workspace, kind, number, occasion, platform, channel, due, claimed_at, after, up_to, state, ended_at)
      SELECT w.key, 'watch', 1, k, 'slack', 'C1', 0, 0, 0, 0, 'sent', ${NOW.getTime()} FROM workspace w, n WHERE w.name = 'bench';
    INSERT INTO post (id, delivery, part, hash, state, message)
      SELECT hex(randomblob(16)), key, 0, hex(randomblob(16)), 'sent', key FROM delivery;
  `);
  db.close();
  say(`upkeep: ${statements} generated statements, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
}

/** Works while somebody asks, and says how long who asks waits. All that the store does is done in its thread, so no transaction is longer than that is held. */
async function measured(name: string, file: string, work: (store: Store) => Promise<string>): Promise<void> {
  const store = createSqliteStore(file, () => NOW);
  const before = statSync(file).size;
  const held = monitorEventLoopDelay({ resolution: 1 });
  const alone = await askWhile(store, wait(3_000));
  held.enable();
  const [cpu, from] = [process.cpuUsage(), performance.now()];
  const working = wait(100).then(() => work(store)); // who asks and who measures is at it already
  const meanwhile = await askWhile(store, working);
  const seconds = (performance.now() - from) / 1_000;
  held.disable();
  const { user, system } = process.cpuUsage(cpu);
  await store.close();
  say(
    `upkeep: ${name}: ${await working} in ${seconds.toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of computing; the process is held for ` +
      `${(held.percentile(99) / 1e6).toFixed(0)} ms at p99, ${(held.max / 1e6).toFixed(0)} ms at most; /who-said meanwhile ${summary(meanwhile)}, alone ${summary(alone)}; ` +
      `the file from ${(before / 1e6).toFixed(0)} to ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  );
}

/** Asks the other workspace again and again; milliseconds each from the typed command to its card, with what it waited for its turn. */
async function askWhile(store: Store, working: Promise<unknown>): Promise<number[]> {
  const services = { briefing: createBriefing(store), feeds: {}, digests: {}, records: {}, now: () => NOW };
  const answer = createAnswer(commands, services as never, ({ fault }) => {
    if (fault) throw fault.error;
  });
  const channel = { platform: "terminal", workspace: "other", id: "bench" } as const;
  const user = { id: "bench", name: "bench", isManager: () => true };
  const times: number[] = [];
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  working.then(over, over);
  while (!isOver) {
    const due = performance.now() + ASKED;
    await wait(ASKED);
    await answer({ command: "who-said", input: { topic: "w1" }, channel, user });
    times.push(performance.now() - due);
  }
  return times;
}

const summary = (times: readonly number[]): string =>
  `p50 ${percentile(times, 50).toFixed(0)}, p99 ${percentile(times, 99).toFixed(0)}, at most ${percentile(times, 100).toFixed(0)} ms (${times.length} asked)`;

if (import.meta.main) await benchUpkeep();
