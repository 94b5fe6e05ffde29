import { describe, expect, test } from "vitest";
import { HOUR } from "../../src/digests/time.ts";
import { newWatch } from "../store/digests.contract.ts";
import { every, inWorlds, runsOf, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
});

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
    expect(await runsOf(world)).toEqual(["05-05T08:00 sent", "05-05T09:00 sent"]);
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
    expect(await runsOf(world)).toEqual(["05-05T08:00 empty", "05-05T09:00 sent"]);
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
