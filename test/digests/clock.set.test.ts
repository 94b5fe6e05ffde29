import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
import { every, inWorlds, runsOf, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
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
    expect(await runsOf(world)).toEqual(["05-05T08:00 sent", "05-05T09:00 sent"]);
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
