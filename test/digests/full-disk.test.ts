import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/store/store.ts";
import { addDue, inWorlds, last, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
  world.time.set(20_000);
});

describe("a full disk", () => {
  const full = (steps: readonly string[], isFull: () => boolean) => ({
    around: async (what: string, work: () => Promise<unknown>) => {
      if (isFull() && steps.includes(what.replace("store.", ""))) throw new StoreError("The disk is full.");
      return work();
    },
  });
  const WRITES = [
    "claimRun",
    "takeOver",
    "planDelivery",
    "beginPost",
    "settlePost",
    "endDelivery",
    "releaseDeliveries",
    "renewDeliveries",
  ];

  test.each(WRITES.slice(0, WRITES.indexOf("settlePost")).map((_, k) => WRITES.slice(k)))(
    "from %s on, before something is sent: nothing is sent, and later once",
    async (...steps) => {
      await addDue(world);
      let isFull = true;
      const process = world.process(full(steps, () => isFull));
      await world.beats(4, process);
      expect(world.slack.asked).toEqual([]);
      isFull = false;
      await world.beats(3, process);
      expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
      expect(await last(world)).toMatchObject({ state: "sent", posts: [{ attempts: 1 }] });
    },
  );

  test("after something was sent: that is written down later, and not sent again", async () => {
    await addDue(world, { length: "long" });
    let isFull = false;
    const steps = full(WRITES, () => isFull);
    const process = world.process({
      around: async (what, work) => {
        const result = await steps.around(what, work);
        if (what === "slack.send") isFull = true;
        return result;
      },
    });
    await world.beats(6, process);
    expect(world.slack.asked).toEqual(["send C1"]);
    expect((await last(world)).posts[0]).toMatchObject({ state: "sending" });
    for (let k = 0; k < 3; k++) {
      isFull = false;
      await world.beats(20, process);
    }
    expect(world.slack.asked).toEqual(["send C1", "send C1", "send C1"]);
    isFull = false;
    await world.beats(20, process);
    expect(await last(world)).toMatchObject({ state: "sent", posts: [{ message: "m1" }, { message: "m2" }, { message: "m3" }] });
  });
});
