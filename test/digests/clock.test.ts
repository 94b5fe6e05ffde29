import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
import { newWatch } from "../store/digests.contract.ts";
import { createWorld, every, type World } from "./world.ts";

let folder: string;
let world: World;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "on-record-"));
  world = createWorld(join(folder, "library.db"));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const runs = async (number = 1) =>
  (await world.store.deliveries("w", { kind: "digest", number }, 99))
    .map(({ occasion, state, missed }) => `${occasion.slice(5, 16)} ${state}${missed > 0 ? ` ${missed} missed` : ""}`)
    .toReversed();

describe("on time", () => {
  test("a digest is posted at its instant, not before, and what is new to it once", async () => {
    await world.add();
    const process = world.process();
    world.arrive(3);
    await process.clock.beat();
    expect(world.slack.seen("C1")).toEqual([]);
    await world.beats(2, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-3"]);
    world.arrive(2);
    await world.time.pass(HOUR);
    await world.beats(1, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-3", "1: 4-5"]);
    expect(await runs()).toEqual(["05-05T08:00 sent", "05-05T09:00 sent"]);
    expect(process.lines).toMatchObject([
      { kind: "digest", number: 1, workspace: "w", outcome: "sent", attempts: 1 },
      { outcome: "sent" },
    ]);
  });

  test("nothing new is nothing posted, and the next begins after it", async () => {
    await world.add();
    const process = world.process();
    await world.beats(2, process);
    world.arrive();
    await world.time.pass(HOUR);
    await world.beats(1, process);
    expect(await runs()).toEqual(["05-05T08:00 empty", "05-05T09:00 sent"]);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
  });

  test("one message stands under the other, a second apart, with a ping in the first", async () => {
    await world.add({ length: "long", ping: "S9" });
    world.arrive();
    await world.beats(3, world.process());
    expect(world.slack.standing.map(({ content, under, message }) => [content, under, message])).toEqual([
      ["@S9 1: 1-1", null, "m1"],
      ["@S9 1: under 1", "m1", "m2"],
      ["@S9 1: under 2", "m1", "m3"],
    ]);
  });

  test("only what is set up for platforms that are connected, when they are", async () => {
    await world.add({ place: { platform: "discord", channel: "9" } });
    await world.add({ nextRun: new Date("2026-05-05T08:00:00Z") });
    world.arrive();
    const outboxes = new Map([["slack", world.slack.outbox]]);
    await world.beats(3, world.process({ outboxes }));
    expect([world.slack.seen("C1"), world.discord.seen("9")]).toEqual([["2: 1-1"], []]);
    await world.beats(2, world.process());
    expect(world.discord.seen("9")).toEqual(["1: 1-1"]);
  });

  test("of many in one channel the longest due first, then by number; a second channel does not wait for them", async () => {
    const early = new Date("2026-05-05T07:59:00Z");
    for (let k = 0; k < 6; k++) await world.add({ length: "long", latest: HOUR });
    await world.add({ nextRun: early, schedule: every(1) });
    await world.add({ workspace: "v", place: { platform: "slack", channel: "C2" } });
    world.arrive();
    await world.beats(6, world.process());
    const heads = world.slack.seen("C1").filter((each) => !each.includes("under"));
    expect(heads.map((each) => each[0])).toEqual(["7", "1", "2", "3", "4", "5", "6"]);
    const [other] = world.slack.standing.filter(({ channel }) => channel === "C2");
    const last = world.slack.standing.findLast(({ channel }) => channel === "C1")!;
    expect(other!.at).toBeLessThan(last.at);
  });
});

describe("late", () => {
  test("down at 08:00 and up at 08:40, it comes once and says that it is late", async () => {
    await world.add({ latest: 2 * HOUR });
    world.arrive();
    await world.time.pass(41 * MINUTE);
    await world.beats(3, world.process());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1 late"]);
    expect(await world.store.deliveries("w", { kind: "digest", number: 1 }, 1)).toMatchObject([{ account: { late: true } }]);
  });

  test("down for three days, one covers all", async () => {
    await world.add();
    world.arrive();
    await world.time.pass(3 * DAY + 5 * MINUTE);
    await world.beats(3, world.process());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1 for 73"]);
    expect(await runs()).toEqual(["05-08T08:00 sent 72 missed"]);
    expect(await world.store.digests("w")).toMatchObject([{ nextRun: new Date("2026-05-08T09:00:00Z") }]);
  });

  test("too late is skipped, says so, and the next tells it", async () => {
    await world.add({ latest: 30 * MINUTE });
    world.arrive();
    await world.time.pass(45 * MINUTE);
    const process = world.process();
    await world.beats(2, process);
    expect(world.slack.standing).toEqual([]);
    expect(await world.store.deliveries("w", { kind: "digest", number: 1 }, 1)).toMatchObject([
      { state: "skipped", account: { problem: expect.stringContaining("too late") } },
    ]);
    world.arrive();
    await world.time.pass(20 * MINUTE);
    await world.beats(1, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-2"]);
  });

  test("claimed by a process that died, it is composed by the next, if that is not too late", async () => {
    await world.add({ latest: 30 * MINUTE });
    await world.add({ latest: 3 * HOUR, place: { platform: "slack", channel: "C2" } });
    world.arrive();
    const first = world.process({
      around: (what, work) => (what === "store.toldUpTo" ? new Promise(() => {}) : work()),
    });
    await world.beats(2, first);
    expect(await runs()).toEqual(["05-05T08:00 claimed"]);
    first.kill();
    await world.time.pass(40 * MINUTE);
    const next = world.process();
    await world.beats(10, next);
    expect(await runs()).toEqual(["05-05T08:00 skipped"]);
    expect(world.slack.seen("C2")).toEqual(["2: 1-1 late"]);
  });

  test("paused after its run was made, it is skipped; asked for by hand, it comes", async () => {
    const digest = await world.add();
    world.arrive();
    await world.store.claimRun(
      {
        ...{ workspace: "w", kind: "digest", number: 1, occasion: "2026-05-05T08:00:00.000Z", place: digest.place },
        ...{ due: digest.nextRun!, missed: 0, after: 0, upTo: 0 },
      },
      null,
      world.time.now(),
    );
    await world.store.changeDigest("w", 1, { pause: { at: world.time.now(), why: null } });
    const process = world.process();
    await world.beats(1, process);
    expect(await runs()).toEqual(["05-05T08:00 skipped"]);
    const now = world.time.now();
    const byHand = {
      workspace: "w",
      kind: "digest",
      number: 1,
      occasion: `now ${now.toISOString()}`,
      place: digest.place,
    } as const;
    await world.store.claimDelivery({ ...byHand, due: now, missed: 0, after: 0, upTo: 0 }, null);
    await world.beats(1, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
  });
});

describe("two processes on one library", () => {
  test("share the work, and nothing comes twice", async () => {
    for (let k = 0; k < 30; k++) await world.add({ place: { platform: "slack", channel: `C${k}` }, length: "long" });
    world.arrive();
    const both = [world.process(), world.process()];
    await world.beats(4, ...both);
    expect(world.slack.standing).toHaveLength(90);
    expect(new Set(world.slack.standing.map(({ id }) => id)).size).toBe(90);
    for (const { lines } of both) expect(lines.length).toBeGreaterThan(0);
  });

  test("a claim of one that lives is respected, however the clock is set", async () => {
    await world.add();
    world.arrive();
    let hangs = true;
    const slow = world.process({
      around: async (what, work) => {
        while (what === "slack.send" && hangs) await world.time.wait(1_000, new AbortController().signal);
        return work();
      },
    });
    const other = world.process();
    await world.beats(2, slow);
    for (const jump of [DAY, -2 * DAY, HOUR, -HOUR]) {
      world.time.set(jump);
      await world.beats(12, slow, other);
    }
    expect(world.slack.asked).toEqual([]);
    hangs = false;
    await world.beats(4, slow, other);
    expect(world.slack.seen("C1")[0]).toBe("1: 1-1");
    expect(world.slack.standing).toHaveLength(1);
  });

  test.each(["store.planDelivery", "store.beginPost"])(
    "one that is held up at %s until another has sent it sends nothing",
    async (step) => {
      await world.add();
      world.arrive();
      let isHeldUp = true;
      const slow = world.process({
        async around(what, work) {
          while (what === step && isHeldUp) await world.time.wait(1_000, new AbortController().signal);
          return work();
        },
      });
      await world.beats(2, slow);
      const other = world.process();
      await world.beats(12, other);
      expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
      isHeldUp = false;
      await world.beats(3, slow, other);
      expect(world.slack.asked).toEqual(["send C1"]);
    },
  );

  test("what one had under way that died on this machine is taken over at once, but not looked for before it has surely ended", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await world.add();
    world.arrive();
    const first = world.process({
      by: `${hostname()} ${pid} x`,
      async around(what, work) {
        if (what !== "slack.send") return work();
        first.kill();
        await world.time.wait(9_000, new AbortController().signal);
        return work();
      },
    });
    await world.beats(1, first);
    first.clock.beat().catch(() => {});
    await world.time.pass(100);
    await world.beats(2, world.process());
    expect(world.slack.asked).toEqual(["send C1", "find C1"]);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
  });

  test.each([
    ["as it goes", 0],
    ["back an hour", -HOUR],
    ["back a day", -DAY],
    ["forward a day", DAY],
  ])("what one that died had in hand is taken over after two minutes, with the clock set %s", async (_, jump) => {
    await world.add({ latest: 3 * DAY });
    world.arrive();
    const first = world.process({ around: (what, work) => (what === "slack.send" ? new Promise(() => {}) : work()) });
    const other = world.process();
    await world.beats(1, first);
    await world.beats(1, first);
    first.kill();
    world.time.set(jump);
    await world.beats(8, other);
    expect(world.slack.standing).toEqual([]);
    await world.beats(3, other);
    expect(world.slack.seen("C1")[0]).toBe("1: 1-1");
    expect(world.slack.asked.slice(0, 2)).toEqual(["find C1", "send C1"]);
    expect(world.slack.standing).toHaveLength(1);
  });
});

describe("a clock that is set", () => {
  test("back an hour, after the digest: nothing comes twice", async () => {
    await world.add();
    world.arrive();
    const process = world.process();
    await world.beats(2, process);
    world.time.set(-HOUR);
    world.arrive();
    await world.time.pass(30 * MINUTE);
    await world.beats(2, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
    await world.time.pass(30 * MINUTE);
    await world.beats(2, process);
    await world.time.pass(HOUR);
    await world.beats(2, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1", "1: 2-2"]);
    expect(await runs()).toEqual(["05-05T08:00 sent", "05-05T09:00 sent"]);
  });

  test("forward a day and back: nothing comes twice, and the next come when they are due", async () => {
    await world.add({ schedule: every(15), latest: DAY });
    const process = world.process();
    world.arrive();
    await world.beats(2, process);
    world.time.set(DAY);
    world.arrive();
    await world.beats(2, process);
    world.time.set(-DAY);
    world.arrive();
    await world.beats(2, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1", "1: 2-2 for 96"]);
    expect(await world.store.digests("w")).toMatchObject([{ nextRun: new Date("2026-05-05T08:15:00Z") }]);
    await world.time.pass(15 * MINUTE);
    await world.beats(2, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1", "1: 2-2 for 96", "1: 3-3"]);
  });
});

describe("watches", () => {
  test("tell what came in at the next beat, each thing once, whoever moves them on", async () => {
    await world.store.addWatch(newWatch());
    await world.store.addWatch(newWatch({ workspace: "v", place: { platform: "discord", channel: "9" } }));
    const both = [world.process(), world.process()];
    world.arrive(2);
    await world.beats(2, ...both);
    world.arrive();
    await world.beats(2, ...both);
    expect(world.slack.seen("C1")).toEqual(["1: word 1", "1: word 2", "1: word 3"]);
    expect(world.discord.seen("9")).toEqual(["1: word 1", "1: word 2", "1: word 3"]);
  });
});

describe("the end", () => {
  test("comes between two messages, gives back what is left, and the next process goes on there", async () => {
    await world.add({ length: "long" });
    world.arrive();
    const first = world.process();
    await world.beats(1, first);
    first.clock.beat().catch(() => {});
    await world.time.pass(60);
    expect(world.slack.asked).toEqual(["send C1"]);
    await world.time.through(first.clock.stop());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
    expect(await world.store.heldDeliveries()).toEqual([]);
    await world.beats(1, world.process());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1", "1: under 1", "1: under 2"]);
  });
});
