import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../../src/digests/time.ts";
import { inWorlds, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
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
