import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
import { inWorlds, runsOf, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
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
    expect(await runsOf(world)).toEqual(["05-08T08:00 sent 72 missed"]);
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
    expect(await runsOf(world)).toEqual(["05-05T08:00 claimed"]);
    first.kill();
    await world.time.pass(40 * MINUTE);
    const next = world.process();
    await world.beats(10, next);
    expect(await runsOf(world)).toEqual(["05-05T08:00 skipped"]);
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
    expect(await runsOf(world)).toEqual(["05-05T08:00 skipped"]);
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
