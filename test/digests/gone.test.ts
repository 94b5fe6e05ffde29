import { describe, expect, test } from "vitest";
import { HOUR } from "../../src/digests/time.ts";
import { newWatch } from "../store/digests.contract.ts";
import { addDue, inWorlds, last, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
  world.time.set(20_000);
});

describe("a channel that is gone", () => {
  test("pauses the digest with the platform's words, and tells its owner once", async () => {
    await addDue(world, { by: "U7" });
    world.slack.fault = (_, { channel }) => (channel === "C1" ? "gone" : null);
    const process = world.process();
    await world.beats(3, process);
    expect(world.slack.seen("@U7")).toEqual(["Your digest 1 is paused: its channel cannot be posted in"]);
    expect(await world.store.digests("w")).toMatchObject([{ pause: { why: "It is gone." } }]);
    const now = world.time.now();
    const byHand = {
      workspace: "w",
      kind: "digest",
      number: 1,
      occasion: "now",
      place: { platform: "slack", channel: "C1" },
    } as const;
    await world.store.claimDelivery({ ...byHand, due: now, missed: 0, after: 0, upTo: 0 }, null);
    await world.time.pass(2 * HOUR);
    await world.beats(3, process);
    expect(await last(world)).toMatchObject({ occasion: "now", state: "failed" });
    expect(world.slack.seen("@U7")).toHaveLength(1);
    expect(await last(world, "notice")).toMatchObject({ state: "sent" });
  });

  test.each(["", "local"])("that nobody in particular set up (by %j) is paused, and the log alone tells, once", async (by) => {
    await addDue(world, { by });
    world.slack.fault = (_, { channel }) => (channel === "C1" ? "gone" : null);
    const process = world.process();
    await world.beats(3, process);
    expect(process.lines.filter((line) => "why" in line)).toEqual([
      { kind: "digest", number: 1, workspace: "w", why: "It is gone." },
    ]);
    expect(await world.store.digests("w")).toMatchObject([{ pause: { why: "It is gone." } }]);
    expect(world.slack.asked.filter((each) => each.includes("@"))).toEqual([]);
    expect(await last(world, "notice")).toBeUndefined();
  });

  test("pauses a watch too, and an owner who is gone as well is told nothing more", async () => {
    await world.store.addWatch(newWatch());
    world.arrive(2);
    world.slack.fault = () => "gone";
    await world.beats(5, world.process());
    expect(await world.store.watches("w")).toMatchObject([{ pause: { why: "It is gone." } }]);
    expect(await last(world, "notice")).toMatchObject({ state: "failed", account: { problem: "It is gone." } });
    expect(world.slack.asked.filter((each) => each === "send @U1")).toHaveLength(1);
  });

  test.each(["store.changeDigest", "store.claimDelivery", "store.settlePost", "store.endDelivery"])(
    "whose process dies before %s, still tells its owner once",
    async (step) => {
      await addDue(world);
      world.slack.fault = (_, { channel }) => (channel === "C1" ? "gone" : null);
      const first = world.process({ around: (what, work) => (what === step ? new Promise(() => {}) : work()) });
      await world.beats(2, first);
      first.kill();
      await world.beats(15, world.process());
      expect(world.slack.seen("@U1")).toHaveLength(1);
      expect(await last(world)).toMatchObject({ state: "failed" });
      expect(await world.store.digests("w")).toMatchObject([{ pause: { why: expect.stringContaining("It is gone.") } }]);
    },
  );
});
