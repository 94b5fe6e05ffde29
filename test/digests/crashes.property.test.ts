import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomNumbers } from "../../bench/measure.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/digests/time.ts";
import type { Delivery } from "../../src/model.ts";
import { StoreError } from "../../src/store/store.ts";
import { newWatch } from "../store/digests.contract.ts";
import type { FakePlatform, Fault } from "./fake-platform.ts";
import { createWorld, every, type World } from "./world.ts";

type Act =
  | { readonly do: "pass"; readonly seconds: number }
  | { readonly do: "arrive" }
  /** The clock is set, to so many milliseconds off the truth. */
  | { readonly do: "set"; readonly off: number }
  | { readonly do: "now"; readonly digest: number }
  /** One of the two processes dies at its next request but so many, before it or after it was done, and another takes its place. */
  | { readonly do: "kill"; readonly which: number; readonly in: number; readonly before: boolean };

const ACT: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("arrive" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set" as const), off: fc.constantFrom(0, HOUR, -HOUR, DAY, -DAY) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("now" as const), digest: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant("kill" as const), which: fc.integer({ min: 0, max: 1 }), before: fc.boolean() },
      in: fc.integer({ min: 0, max: 40 }),
    }),
  },
);

const FAULTS: readonly Fault[] = ["busy", "busy", "unreached", "unsure", "unsure, but it came", "bug", "busy for long"];
const BEAT = 15 * SECOND;
const C1 = { platform: "slack", channel: "C1" };

/** Lives through it all with two processes, then lets all come to rest, and reports what is wrong. */
async function live(world: World, acts: readonly Act[], seed: number): Promise<string[]> {
  const random = randomNumbers(seed);
  let areFaults = true;
  const fault = (): Fault | null => (areFaults && random() < 0.2 ? FAULTS[Math.floor(random() * FAULTS.length)]! : null);
  for (const platform of [world.slack, world.discord]) platform.fault = fault;
  const deaths: ({ in: number; before: boolean } | null)[] = [null, null];

  const begin = (which: number) => {
    const process = world.process({
      random,
      async around(what, work) {
        if (areFaults && what.startsWith("store.") && random() < 0.02) throw new StoreError("The disk is full.");
        const death = deaths[which];
        if (!death || processes[which] !== process || death.in-- > 0) return work();
        deaths[which] = null;
        process.kill();
        processes[which] = begin(which);
        if (death.before) return null;
        // What was asked of a platform is under way, and may take until long after who asked is dead.
        if (!what.startsWith("store.")) await world.time.wait(random() * 10 * SECOND, new AbortController().signal);
        return work();
      },
    });
    return process;
  };
  const processes = [begin(0), begin(1)];
  const beats = async (time: number): Promise<void> => {
    for (let left = time; left > 0; left -= BEAT) {
      for (const { clock } of processes) clock.beat().catch(() => {});
      await world.time.pass(Math.min(left, BEAT));
    }
  };

  await world.add({ schedule: every(30), latest: 2 * HOUR, place: C1 });
  await world.add({ schedule: every(10), latest: 20 * MINUTE, place: C1, length: "long" });
  await world.add({ schedule: every(60), latest: DAY, place: { platform: "discord", channel: "9" }, length: "long" });
  await world.store.addWatch(newWatch({ place: { platform: "slack", channel: "C4" } }));
  for (const act of acts) {
    if (act.do === "pass") await beats(act.seconds * SECOND);
    if (act.do === "arrive") world.arrive();
    if (act.do === "set") world.time.set(act.off - (world.time.now().getTime() - world.time.truth().getTime()));
    if (act.do === "kill") deaths[act.which] = { in: act.in, before: act.before };
    if (act.do === "now") {
      const now = world.time.now();
      const place = act.digest === 3 ? { platform: "discord", channel: "9" } : C1;
      const byHand = { workspace: "w", kind: "digest", number: act.digest, occasion: `now ${now.toISOString()}`, place } as const;
      await world.store.claimDelivery({ ...byHand, due: now, missed: 0, after: 0, upTo: 0 }, null);
    }
  }
  areFaults = false;
  deaths.fill(null);
  await beats(20 * MINUTE);
  world.time.set(4 * DAY); // to hours that no clock has shown: runs of those that one has shown are over
  world.arrive();
  await beats(70 * MINUTE);
  return check(world);
}

/** What the channels hold against what the ledger says, and against what came in. */
async function check(world: World): Promise<string[]> {
  const wrong: string[] = [];
  const total = await world.store.arrivals();
  for (const [number, kind] of [
    [1, "digest"],
    [2, "digest"],
    [3, "digest"],
    [4, "watch"],
  ] as const) {
    const platform = number === 3 ? world.discord : world.slack;
    const all = (await world.store.deliveries("w", { kind, number }, 10_000)).toReversed();
    for (const delivery of all) wrong.push(...lies(delivery, platform));
    const isKnown = !all.some(({ account }) => account.problem?.includes("nobody can tell"));
    if (kind === "watch") {
      const words = platform.seen("C4");
      const wanted = Array.from({ length: total }, (_, k) => `4: word ${k + 1}`);
      if (isKnown && words.toSorted().join() !== wanted.toSorted().join()) wrong.push(`the watch told ${words}, not ${wanted}`);
      continue;
    }
    let told = 0;
    for (const { content } of platform.standing) {
      const [, of, from, to] = /^(\d): (\d+)-(\d+)/.exec(content) ?? [];
      if (Number(of) !== number) continue;
      if (isKnown && Number(from) !== told + 1) wrong.push(`after ${told}: ${content}`);
      told = Number(to);
    }
    if (told !== total) wrong.push(`digest ${number} told up to ${told} of ${total}`);
  }
  return wrong;
}

/** What the ledger says of a delivery and is not so. */
function lies({ number, occasion, state, account, posts }: Delivery, { standing }: FakePlatform): string[] {
  const name = `${number} ${occasion} (${state}, ${account.problem})`;
  if (state === "claimed" || state === "sending") return [`${name} has not ended`];
  return posts.flatMap((post) => {
    const found = standing.filter(({ id }) => id === post.id);
    if (found.length > 1) return [`${name} came ${found.length} times`];
    if (post.state === "sent" && found[0]?.message !== post.message) return [`${name} did not come`];
    if (state === "sent" && post.state !== "sent") return [`${name} is said to have come whole`];
    if (post.state !== "sent" && found.length > 0 && !account.problem?.includes("nobody can tell"))
      return [`${name} came all the same`];
    return [];
  });
}

/** Where there is one, a disk in memory: no power fails here, and it need not be waited for. */
const DISK = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const RUNS = Number(process.env["CRASH_RUNS"] ?? 20);
const SEED = Number(process.env["CRASH_SEED"] ?? 6);

test(
  "two processes, crashes, faults, a full disk and a clock that jumps: each digest comes once, in order, nothing is lost, and the ledger is true",
  async () => {
    const counts = { posts: 0, kills: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { minLength: 5, maxLength: 40 }), fc.integer(), async (acts, seed) => {
        const folder = mkdtempSync(join(DISK, "on-record-"));
        const world = createWorld(join(folder, "library.db"));
        try {
          expect(await live(world, acts, seed)).toEqual([]);
          counts.posts += world.slack.standing.length + world.discord.standing.length;
          counts.kills += acts.filter((act) => act.do === "kill").length;
        } finally {
          await world.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(counts.posts).toBeGreaterThan(RUNS);
    expect(counts.kills).toBeGreaterThan(RUNS);
  },
  RUNS * 10_000,
);
