import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach } from "vitest";
import type { Outbox } from "../../src/chat/adapter.ts";
import type { Log } from "../../src/chat/log.ts";
import { type Clock, createClock } from "../../src/digests/clock.ts";
import type { Compose } from "../../src/digests/composing.ts";
import type { Scheduling } from "../../src/digests/due-runs.ts";
import type { PlanWatch } from "../../src/digests/telling.ts";
import { MINUTE } from "../../src/digests/time.ts";
import type { Delivery, Schedule } from "../../src/model.ts";
import type { NewDigest } from "../../src/store/digest-store.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { newDigest } from "../store/digests.contract.ts";
import { createFakePlatform, type FakePlatform } from "./fake-platform.ts";
import { createFakeTime, type FakeTime } from "./fake-time.ts";

const START = new Date("2026-05-05T07:59:50Z");
/** Every so many minutes, at round ones. */
export const every = (minutes: number): Schedule => ({ cron: `*/${minutes} * * * *`, zone: "UTC" });
const periodOf = ({ cron }: Schedule): number => Number(/\d+/.exec(cron)![0]) * MINUTE;

/** Knows the schedules of `every`. */
export const scheduling: Scheduling = {
  nextRuns(schedule, after, count) {
    const period = periodOf(schedule);
    const first = Math.floor(after.getTime() / period) + 1;
    return Array.from({ length: count }, (_, k) => new Date((first + k) * period));
  },
  runsBetween(schedule, after, upTo) {
    const period = periodOf(schedule);
    const [before, last] = [after, upTo].map((each) => Math.floor(each.getTime() / period)) as [number, number];
    return { last: last > before ? new Date(last * period) : null, count: Math.max(0, last - before) };
  },
};

/** A digest says which arrivals it tells of: "1: 3-5", the first late with "late", and then how much it was "under" that. */
export const compose: Compose = async ({ number, length }, { after, upTo }, { late, missed }) => {
  const words = [`${number}: ${after + 1}-${upTo}`, ...(late ? ["late"] : []), ...(missed > 0 ? [`for ${missed + 1}`] : [])];
  const under = length === "long" ? [1, 2] : [];
  const cards = [{ title: words.join(" "), blocks: [] }, ...under.map((k) => ({ title: `${number}: under ${k}`, blocks: [] }))];
  return { cards: upTo > after ? cards : [], account: { articles: upTo - after } };
};

/** A watch says each arrival. */
export const planWatch: PlanWatch = async ({ number, seen }, upTo) => ({
  ...{ seen: upTo, held: [], told: [] },
  deliveries: Array.from({ length: upTo - seen }, (_, k) => ({
    occasion: `${seen + k + 1}`,
    cards: [{ title: `${number}: word ${seen + k + 1}`, blocks: [] }],
    account: {},
  })),
});

/** A process on a library, which can be killed: then nothing that it asked for comes back. */
interface Process {
  readonly clock: Clock;
  readonly store: Store;
  readonly lines: object[];
  kill(): void;
}

interface ProcessOptions {
  readonly by?: string;
  readonly random?: () => number;
  readonly outboxes?: ReadonlyMap<string, Outbox>;
  /** What happens around each thing that the process asks of its library or its platforms. */
  readonly around?: (what: string, work: () => Promise<unknown>) => Promise<unknown>;
}

export interface World {
  readonly file: string;
  readonly time: FakeTime;
  readonly slack: FakePlatform;
  readonly discord: FakePlatform;
  readonly store: Store;
  process(options?: ProcessOptions): Process;
  /** Something comes in. */
  arrive(count?: number): void;
  add(known?: Partial<NewDigest>): ReturnType<Store["addDigest"]>;
  /** Beats and lets a beat's time pass, so often. */
  beats(count: number, ...processes: readonly Process[]): Promise<void>;
  close(): Promise<void>;
}

const BEAT = 15_000;

/** A library in a file, two platforms, a time, and processes. */
export function createWorld(file: string): World {
  const time = createFakeTime(START);
  const [slack, discord] = [createFakePlatform(time), createFakePlatform(time)];
  const store = createSqliteStore(file, time.now);
  const db = new DatabaseSync(file);
  const stores: Store[] = [store];

  return {
    ...{ file, time, slack, discord, store },
    process({
      by = `p${stores.length}`,
      random = () => 0.5,
      outboxes,
      around = (_: string, work: () => Promise<unknown>) => work(),
    } = {}) {
      const own = createSqliteStore(file, time.now);
      stores.push(own);
      const lines: object[] = [];
      let isDead = false;
      const never = new Promise<never>(() => {});
      /** The same, whose promises a dead process does not get. */
      const within = <T extends object>(name: string, thing: T): T =>
        new Proxy(thing, {
          get(target, property: keyof T & string) {
            const method = target[property];
            if (typeof method !== "function" || property === "draft") return method;
            return async (...given: unknown[]) => {
              if (isDead) return never;
              const result = await around(`${name}.${property}`, () => method.apply(target, given));
              return isDead ? never : result;
            };
          },
        });
      const log: Log = {
        debug: () => {},
        info: (fields) => lines.push(fields),
        warn: (fields) => lines.push(fields),
        error: (fields) => lines.push(fields),
      };
      const platforms = outboxes ?? new Map(Object.entries({ slack: slack.outbox, discord: discord.outbox }));
      const clock = createClock({
        store: within("store", own),
        outboxes: new Map([...platforms].map(([name, outbox]) => [name, within(name, outbox)])),
        ...{ compose, planWatch, scheduling, log, time, random, by },
      });
      return {
        ...{ clock, store: own, lines },
        kill: () => {
          isDead = true;
        },
      };
    },
    arrive: (count = 1) => void db.prepare("UPDATE counter SET value = value + ? WHERE name = 'arrival'").run(count),
    add: (known = {}) =>
      store.addDigest(
        newDigest({
          ...{ schedule: every(60), nextRun: new Date("2026-05-05T08:00:00Z"), ping: null, createdAt: START },
          ...known,
        }),
      ),
    async beats(count, ...processes) {
      for (let k = 0; k < count; k++) {
        for (const { clock } of processes) clock.beat().catch(() => {});
        await time.pass(BEAT);
      }
    },
    async close() {
      db.close();
      for (const each of stores) await each.close();
    },
  };
}

/** Gives each test of a file a world of its own, and ends it. */
export function inWorlds(give: (world: World) => void): void {
  let folder: string;
  let world: World;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-"));
    world = createWorld(join(folder, "library.db"));
    give(world);
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });
}

/** A digest of one message, or of three, that is due with something to tell. */
export async function addDue(world: World, known: Partial<NewDigest> = {}): Promise<void> {
  await world.add(known);
  world.arrive();
}

/** The last delivery of digest or watch 1. */
export const last = async (world: World, kind: Delivery["kind"] = "digest") =>
  (await world.store.deliveries("w", { kind, number: 1 }, 1))[0]!;

/** The runs of digest 1, the oldest first: "05-05T08:00 sent 2 missed". */
export const runsOf = async (world: World) =>
  (await world.store.deliveries("w", { kind: "digest", number: 1 }, 99))
    .map(({ occasion, state, missed }) => `${occasion.slice(5, 16)} ${state}${missed > 0 ? ` ${missed} missed` : ""}`)
    .toReversed();
