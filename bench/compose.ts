import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeDigest } from "../src/digests/compose.ts";
import { planWatch } from "../src/digests/watching.ts";
import type { Digest, Filter, Watch } from "../src/model.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { createArticles } from "./library.ts";
import { percentile, say } from "./measure.ts";

const ARTICLES = 10_000;
const DAY = 500; // articles that came in since the last run
const TURNS = 20;
const NOW = new Date("2026-01-15T08:00:00Z");
const EVERYTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };
/** The commonest words of the generated articles, a name of some, and what nobody says. */
const FILTERS: Readonly<Record<string, Filter>> = {
  everything: EVERYTHING,
  "a common word": { ...EVERYTHING, topics: ["w1"] },
  "a speaker": { ...EVERYTHING, speakers: ["Person2400y1"] },
  "words, speakers, outlets, without": {
    ...{ topics: ["w1", "w2", "wa"], speakers: ["Person", "Person2400y1"], outlets: ["Outlet 1", "Outlet 2"] },
    ...{ stories: [], without: ["w3", "w4"] },
  },
};

/** What a digest of a library of 10,000 articles takes to compose, and a watch to look at an article that came in. */
export async function benchCompose(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const library = createSqliteStore(join(folder, "library.db"));
    const generate = createArticles();
    for (let k = 0; k < ARTICLES; k++) await library.addArticle("bench", ...generate(k));
    const store = Object.assign(library, {
      deliveries: async () => [],
      told: async () => new Set<string>(),
      wordsSince: async () => 0,
    });
    for (const [name, after] of [
      [`what came in of a day, ${DAY} articles`, ARTICLES - DAY],
      [`all of ${ARTICLES} articles`, 0],
    ] as const) {
      for (const [about, filter] of Object.entries(FILTERS)) {
        let told = 0;
        const times = await timed(after === 0 ? 3 : TURNS, async () => {
          const { account } = await composeDigest(store, { ...DIGEST, filter }, { after, upTo: ARTICLES }, RUN);
          told = account.stories ?? 0;
        });
        say(`compose: ${name}: ${about}: ${summary(times)}, ${told} stories told (aim: under 300 ms)`);
      }
    }
    for (const [about, filter] of Object.entries(FILTERS)) {
      const times = await timed(TURNS, async () => {
        await planWatch(store, { ...WATCH, filter }, ARTICLES, NOW);
      });
      say(`compose: a watch for ${about} looks at an article that came in: ${summary(times)}`);
    }
    await library.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const DIGEST: Digest = {
  ...{ workspace: "bench", number: 1, place: { platform: "terminal", channel: "bench" }, by: "bench", filter: EVERYTHING },
  ...{ schedule: { cron: "0 8 * * *", zone: "Europe/London" }, length: "long", ping: null, quiet: true, latest: 0, pause: null },
  ...{ nextRun: null, createdAt: NOW, since: 0 },
};
interface Times {
  readonly computing: readonly number[];
  readonly clock: readonly number[];
}

const RUN = { now: NOW, due: NOW, late: false, missed: 0 };
const WATCH: Watch = {
  ...{ workspace: "bench", number: 2, place: DIGEST.place, by: "bench", filter: EVERYTHING, quietHours: null, most: 10 },
  ...{ pause: null, createdAt: NOW, seen: ARTICLES - 1, held: [] },
};

/** Computing time, which others on the machine do not change, and time by the clock. */
async function timed(turns: number, work: () => Promise<void>): Promise<Times> {
  const [computing, clock]: [number[], number[]] = [[], []];
  for (let k = 0; k < turns; k++) {
    const [before, from] = [process.cpuUsage(), performance.now()];
    await work();
    clock.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    computing.push((user + system) / 1_000);
  }
  return { computing, clock };
}

const summary = ({ computing, clock }: Times): string =>
  `${percentile(computing, 50).toFixed(1)} ms of computing; by the clock p50 ${percentile(clock, 50).toFixed(1)}, p95 ${percentile(clock, 95).toFixed(1)} ms`;

if (import.meta.main) await benchCompose();
