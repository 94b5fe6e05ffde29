import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { createBriefing } from "../src/briefing/briefing.ts";
import { createAnswer } from "../src/chat/answer.ts";
import { composeDigest } from "../src/digests/compose.ts";
import { planWatch } from "../src/digests/watching.ts";
import type { Digest, Filter, Watch } from "../src/model.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { createArticles } from "./library.ts";
import { percentile, say } from "./measure.ts";

const ARTICLES = 10_000;
const DAY = 500; // articles that came in since the last run
const NIGHT = 2_000; // articles that came in while nothing ran
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

const ASKED_EVERY = 20; // milliseconds

/**
 * What a digest of a library of 10,000 articles takes to compose, how long it holds up everything else in one stretch, and how fast `/who-said`
 * is answered meanwhile; and the same of a watch that looks at what came in.
 */
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
    const answer = createAnswer(
      commands,
      { briefing: createBriefing(store), feeds: {} as never, digests: {} as never, records: {} as never, now: () => NOW },
      ({ fault }) => {
        if (fault) throw fault.error;
      },
    );
    const compose = (filter: Filter, after: number) =>
      composeDigest(store, { ...DIGEST, filter }, { after, upTo: ARTICLES }, RUN).then(({ account }) => account.stories ?? 0);
    const answered: number[] = [];
    for (const [name, after] of [
      [`what came in of a day, ${DAY} articles`, ARTICLES - DAY],
      [`all of ${ARTICLES} articles`, 0],
    ] as const) {
      for (const [about, filter] of Object.entries(FILTERS)) {
        let told = 0;
        const times = await timed(after === 0 ? 3 : TURNS, async () => {
          told = await compose(filter, after);
        });
        say(`compose: ${name}: ${about}: ${summary(times)}, ${told} stories told (aim: under 300 ms)`);
        const stretches: number[] = [];
        for (let k = 0; k < times.clock.length; k++) stretches.push(await longestStretch(() => compose(filter, after)));
        say(`compose: ${name}: ${about}: ${inOneStretch(stretches)}`);
        if (after === 0) for (let k = 0; k < 3; k++) answered.push(...(await askMeanwhile(answer, compose(filter, after))));
      }
    }
    const alone = await askMeanwhile(answer, wait(answered.length * ASKED_EVERY));
    say(
      `compose: /who-said asked every ${ASKED_EVERY} ms while digests of all are composed: ${answers(answered)} (aim: p99 under 100 ms); alone ${answers(alone)}`,
    );
    for (const [about, filter] of Object.entries(FILTERS)) {
      const times = await timed(TURNS, async () => {
        await planWatch(store, { ...WATCH, filter }, ARTICLES, NOW);
      });
      say(`compose: a watch for ${about} looks at an article that came in: ${summary(times)}`);
      const stretches: number[] = [];
      for (let k = 0; k < 3; k++)
        stretches.push(await longestStretch(() => planWatch(store, { ...WATCH, filter, seen: ARTICLES - NIGHT }, ARTICLES, NOW)));
      say(`compose: a watch for ${about} looks at ${NIGHT} articles: ${inOneStretch(stretches)}`);
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

/** The most computing between two turns of the event loop while something goes on, in milliseconds. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let before = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.threadCpuUsage();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  look();
  isOver = true;
  return longest;
}

const inOneStretch = (stretches: readonly number[]): string =>
  `at worst ${Math.max(...stretches).toFixed(1)} ms of computing in one stretch (aim: under 50 ms)`;

/** Milliseconds until `/who-said` was answered, from when it was due, until something else is over. */
async function askMeanwhile(answer: ReturnType<typeof createAnswer>, work: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = work.then(() => {
    isOver = true;
  });
  const times: number[] = [];
  const ask = async (asked: number, due: number) => {
    const input = { topic: `w${(asked % 300).toString(36)}` };
    await answer({ command: "who-said", input, channel: CHANNEL, user: PERSON });
    times.push(performance.now() - due);
  };
  const asking: Promise<void>[] = [];
  for (let due = performance.now(); !isOver; await wait(Math.max(0, due - performance.now())))
    for (; due <= performance.now(); due += ASKED_EVERY) asking.push(ask(asking.length, due));
  await Promise.all(asking);
  await over;
  return times;
}

const CHANNEL = { platform: "terminal", workspace: "bench", id: "bench" } as const;
const PERSON = { id: "bench", name: "bench", isManager: () => true };

const answers = (times: readonly number[]): string =>
  `p50 ${percentile(times, 50).toFixed(1)}, p99 ${percentile(times, 99).toFixed(1)} ms of ${times.length}`;

const summary = ({ computing, clock }: Times): string =>
  `${percentile(computing, 50).toFixed(1)} ms of computing; by the clock p50 ${percentile(clock, 50).toFixed(1)}, p95 ${percentile(clock, 95).toFixed(1)} ms`;

if (import.meta.main) await benchCompose();
