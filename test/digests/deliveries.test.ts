import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
import { StoreError } from "../../src/store/store.ts";
import { newWatch } from "../store/digests.contract.ts";
import type { Fault } from "./fake-platform.ts";
import { createWorld, type World } from "./world.ts";

let folder: string;
let world: World;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "on-record-"));
  world = createWorld(join(folder, "library.db"));
  world.time.set(20_000);
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const last = async (kind: "digest" | "watch" | "notice" = "digest", number = 1) =>
  (await world.store.deliveries("w", { kind, number }, 1))[0]!;
const times = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing);
/** A digest of one message, or of three, with something to tell. */
const due = async (known: Parameters<World["add"]>[0] = {}) => {
  await world.add(known);
  world.arrive();
};

/** Faults of sending and of finding, one after the other; what stands in the channel then, how it ended, and what was asked. */
const CASES: readonly {
  readonly send: readonly (Fault | null)[];
  readonly find?: readonly (Fault | null)[];
  readonly ends: "sent" | "failed";
  readonly asked: string;
  readonly comes?: boolean;
  readonly problem?: string;
}[] = [
  { send: [], ends: "sent", asked: "send" },
  { send: ["busy"], ends: "sent", asked: "send send" },
  { send: ["busy", "busy", "busy"], ends: "sent", asked: "send send send send" },
  { send: ["busy for long"], ends: "sent", asked: "send send" },
  { send: ["unreached"], ends: "sent", asked: "send send" },
  { send: times(8, "unreached" as const), ends: "sent", asked: times(9, "send").join(" ") },
  { send: ["unsure"], ends: "sent", asked: "send find send" },
  { send: ["unsure, but it came"], ends: "sent", asked: "send find" },
  { send: ["unsure", "unsure, but it came"], ends: "sent", asked: "send find send find" },
  { send: ["unsure"], find: ["unreached", "busy", "unsure"], ends: "sent", asked: "send find find find find send" },
  { send: ["unsure, but it came"], find: ["unreached", "bug"], ends: "sent", asked: "send find find find" },
  { send: ["bug"], ends: "sent", asked: "send find send" },
  { send: ["refused"], ends: "failed", asked: "send", problem: "It is refused." },
  { send: ["gone"], ends: "failed", asked: "send", problem: "It is gone." },
  { send: ["unreached", "refused"], ends: "failed", asked: "send send", problem: "It is refused." },
  {
    send: ["unsure"],
    find: ["blind"],
    ends: "failed",
    asked: "send find",
    problem: "nobody can tell whether it came. It is blind.",
  },
  {
    ...{ send: ["unsure, but it came"], find: ["blind"], ends: "failed", asked: "send find" },
    ...{ comes: true, problem: "nobody can tell whether it came. It is blind." },
  },
  {
    send: ["unsure"],
    find: ["gone"],
    ends: "failed",
    asked: "send find",
    problem: "nobody can tell whether it came. It is gone.",
  },
];

describe("whatever goes wrong, it comes once or the ledger says why not", () => {
  test.each(CASES)("send: $send, find: $find", async ({ send, find = [], ends, asked, comes = ends === "sent", problem }) => {
    await due({ latest: DAY });
    world.slack.faults.send.push(...send);
    world.slack.faults.find.push(...find);
    await world.beats(60, world.process());
    expect(world.slack.seen("C1")).toEqual(comes ? ["1: 1-1"] : []);
    expect(world.slack.asked.filter((each) => each.endsWith("C1")).map((each) => each.split(" ")[0])).toEqual(asked.split(" "));
    const delivery = await last();
    expect(delivery.state).toBe(ends);
    expect(delivery.account.problem ?? "").toContain(problem ?? "");
    expect(delivery.posts[0]).toMatchObject({
      ...{ state: ends, content: null, attempts: asked.split(" ").filter((each) => each === "send").length },
      ...(ends === "sent" && { message: "m1", link: "https://chat.example/m1" }),
    });
  });

  test.each([1, 2])("in message %i of three, what goes wrong is told, and what came counts as told", async (part) => {
    await due({ length: "long" });
    world.slack.fault = (_, { content }) => (content.endsWith(`under ${part}`) ? "refused" : null);
    const process = world.process();
    await world.beats(3, process);
    expect(world.slack.seen("C1")).toHaveLength(part);
    expect(await last()).toMatchObject({
      ...{ state: "failed", account: { problem: `Of 3 messages ${part} came, then: It is refused.` } },
      posts: [{ state: "sent" }, {}, {}],
    });
    world.arrive();
    await world.time.pass(HOUR);
    await world.beats(2, process);
    expect(world.slack.seen("C1")[part]).toBe("1: 2-2");
  });

  test("a message that is gone takes no channel with it", async () => {
    await due({ length: "long" });
    world.slack.faults.send.push(null, "gone");
    await world.beats(3, world.process());
    expect(await last()).toMatchObject({ state: "failed" });
    expect(await world.store.digests("w")).toMatchObject([{ pause: null }]);
  });

  test("what is busy is left alone for as long as it says", async () => {
    await due();
    world.slack.faults.send.push("busy for long");
    const process = world.process();
    await world.beats(5, process);
    expect(world.slack.asked).toHaveLength(1);
    await world.beats(3, process);
    expect(world.slack.seen("C1")).toHaveLength(1);
  });

  test("what waits in one channel keeps no other waiting, and its own in order", async () => {
    await world.add();
    await world.add();
    await world.add({ place: { platform: "slack", channel: "C2" } });
    world.arrive();
    world.slack.faults.send.push("busy for long");
    const process = world.process();
    await world.beats(3, process);
    expect([world.slack.seen("C1"), world.slack.seen("C2")]).toEqual([[], ["3: 1-1"]]);
    await world.beats(6, process);
    expect(world.slack.seen("C1")).toEqual(["1: 1-1", "2: 1-1"]);
  });

  test("a platform that is not reached for longer than a digest may be late, and the next tells all", async () => {
    await due({ latest: 30 * MINUTE });
    world.slack.fault = () => "unreached";
    const process = world.process();
    await world.beats(235, process);
    expect(await last()).toMatchObject({ state: "sending" });
    world.arrive();
    await world.beats(50, process);
    const [second, first] = await world.store.deliveries("w", { kind: "digest", number: 1 }, 2);
    expect(first).toMatchObject({ state: "failed", account: { problem: "It could not be sent in time. It is unreached." } });
    world.slack.fault = () => null;
    await world.beats(30, process);
    expect(world.slack.seen("C1")).toEqual([expect.stringMatching(/^1: 1-2/)]);
    expect(second!.missed).toBe(0);
  });

  test("a word of a watch is tried for a day, also by a clock that is ahead", async () => {
    await world.store.addWatch(newWatch());
    world.arrive();
    world.slack.fault = () => "unreached";
    const process = world.process();
    await world.beats(4, process);
    world.time.set(2 * DAY);
    await world.beats(4, process);
    world.slack.fault = () => null;
    await world.beats(20, process);
    expect(world.slack.seen("C1")).toEqual(["1: word 1"]);
  });

  test("a fault of ours ends it, has a reference, and the next tells it", async () => {
    await due();
    const broken = {
      ...world.slack.outbox,
      draft: () => {
        throw new TypeError("undefined is not a function");
      },
    };
    const process = world.process({ outboxes: new Map([["slack", broken]]) });
    await world.beats(2, process);
    expect(await last()).toMatchObject({
      state: "failed",
      account: { problem: expect.stringMatching(/^Something went wrong on our side \(reference [0-9a-f]{8}\)\.$/) },
    });
    expect(process.lines).toMatchObject([{ err: expect.any(TypeError), reference: expect.any(String) }, { outcome: "failed" }]);
    await world.time.pass(HOUR);
    await world.beats(2, world.process());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
  });
});

describe("a channel that is gone", () => {
  test("pauses the digest with the platform's words, and tells its owner once", async () => {
    await due({ by: "U7" });
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
    expect(await last()).toMatchObject({ occasion: "now", state: "failed" });
    expect(world.slack.seen("@U7")).toHaveLength(1);
    expect(await last("notice")).toMatchObject({ state: "sent" });
  });

  test.each(["", "local"])("that nobody in particular set up (by %j) is paused, and the log alone tells, once", async (by) => {
    await due({ by });
    world.slack.fault = (_, { channel }) => (channel === "C1" ? "gone" : null);
    const process = world.process();
    await world.beats(3, process);
    expect(process.lines.filter((line) => "why" in line)).toEqual([
      { kind: "digest", number: 1, workspace: "w", why: "It is gone." },
    ]);
    expect(await world.store.digests("w")).toMatchObject([{ pause: { why: "It is gone." } }]);
    expect(world.slack.asked.filter((each) => each.includes("@"))).toEqual([]);
    expect(await last("notice")).toBeUndefined();
  });

  test("pauses a watch too, and an owner who is gone as well is told nothing more", async () => {
    await world.store.addWatch(newWatch());
    world.arrive(2);
    world.slack.fault = () => "gone";
    await world.beats(5, world.process());
    expect(await world.store.watches("w")).toMatchObject([{ pause: { why: "It is gone." } }]);
    expect(await last("notice")).toMatchObject({ state: "failed", account: { problem: "It is gone." } });
    expect(world.slack.asked.filter((each) => each === "send @U1")).toHaveLength(1);
  });

  test.each(["store.changeDigest", "store.claimDelivery", "store.settlePost", "store.endDelivery"])(
    "whose process dies before %s, still tells its owner once",
    async (step) => {
      await due();
      world.slack.fault = (_, { channel }) => (channel === "C1" ? "gone" : null);
      const first = world.process({ around: (what, work) => (what === step ? new Promise(() => {}) : work()) });
      await world.beats(2, first);
      first.kill();
      await world.beats(15, world.process());
      expect(world.slack.seen("@U1")).toHaveLength(1);
      expect(await last()).toMatchObject({ state: "failed" });
      expect(await world.store.digests("w")).toMatchObject([{ pause: { why: expect.stringContaining("It is gone.") } }]);
    },
  );
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

  test.each(WRITES.map((_, k) => WRITES.slice(k)))(
    "from %s on, before something is sent: nothing is sent, and later once",
    async (...steps) => {
      await due();
      let isFull = true;
      const process = world.process(full(steps, () => isFull));
      await world.beats(4, process);
      if (!steps.includes("beginPost")) return;
      expect(world.slack.asked).toEqual([]);
      isFull = false;
      await world.beats(3, process);
      expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
      expect(await last()).toMatchObject({ state: "sent", posts: [{ attempts: 1 }] });
    },
  );

  test("after something was sent: that is written down later, and not sent again", async () => {
    await due({ length: "long" });
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
    expect((await last()).posts[0]).toMatchObject({ state: "sending" });
    for (let k = 0; k < 3; k++) {
      isFull = false;
      await world.beats(20, process);
    }
    expect(world.slack.asked).toEqual(["send C1", "send C1", "send C1"]);
    isFull = false;
    await world.beats(20, process);
    expect(await last()).toMatchObject({ state: "sent", posts: [{ message: "m1" }, { message: "m2" }, { message: "m3" }] });
  });
});
