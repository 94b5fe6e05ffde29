import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/digests/time.ts";
import { newWatch } from "../store/digests.contract.ts";
import type { Fault } from "./fake-platform.ts";
import { addDue, inWorlds, last, type World } from "./world.ts";

let world: World;
inWorlds((each) => {
  world = each;
  world.time.set(20_000);
});

const times = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing);

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
    await addDue(world, { latest: DAY });
    world.slack.faults.send.push(...send);
    world.slack.faults.find.push(...find);
    await world.beats(60, world.process());
    expect(world.slack.seen("C1")).toEqual(comes ? ["1: 1-1"] : []);
    expect(world.slack.asked.filter((each) => each.endsWith("C1")).map((each) => each.split(" ")[0])).toEqual(asked.split(" "));
    const delivery = await last(world);
    expect(delivery.state).toBe(ends);
    expect(delivery.account.problem ?? "").toContain(problem ?? "");
    expect(delivery.posts[0]).toMatchObject({
      ...{ state: ends, content: null, attempts: asked.split(" ").filter((each) => each === "send").length },
      ...(ends === "sent" && { message: "m1", link: "https://chat.example/m1" }),
    });
  });

  test.each([1, 2])("in message %i of three, what goes wrong is told, and what came counts as told", async (part) => {
    await addDue(world, { length: "long" });
    world.slack.fault = (_, { content }) => (content.endsWith(`under ${part}`) ? "refused" : null);
    const process = world.process();
    await world.beats(3, process);
    expect(world.slack.seen("C1")).toHaveLength(part);
    expect(await last(world)).toMatchObject({
      ...{ state: "failed", account: { problem: `Of 3 messages ${part} came, then: It is refused.` } },
      posts: [{ state: "sent" }, {}, {}],
    });
    world.arrive();
    await world.time.pass(HOUR);
    await world.beats(2, process);
    expect(world.slack.seen("C1")[part]).toBe("1: 2-2");
  });

  test("a message that is gone takes no channel with it", async () => {
    await addDue(world, { length: "long" });
    world.slack.faults.send.push(null, "gone");
    await world.beats(3, world.process());
    expect(await last(world)).toMatchObject({ state: "failed" });
    expect(await world.store.digests("w")).toMatchObject([{ pause: null }]);
  });

  test("what is busy is left alone for as long as it says", async () => {
    await addDue(world);
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
    await addDue(world, { latest: 30 * MINUTE });
    world.slack.fault = () => "unreached";
    const process = world.process();
    await world.beats(235, process);
    expect(await last(world)).toMatchObject({ state: "sending" });
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
    await addDue(world);
    const broken = {
      ...world.slack.outbox,
      draft: () => {
        throw new TypeError("undefined is not a function");
      },
    };
    const process = world.process({ outboxes: new Map([["slack", broken]]) });
    await world.beats(2, process);
    expect(await last(world)).toMatchObject({
      state: "failed",
      account: { problem: expect.stringMatching(/^Something went wrong on our side \(reference [0-9a-f]{8}\)\.$/) },
    });
    expect(process.lines).toMatchObject([{ err: expect.any(TypeError), reference: expect.any(String) }, { outcome: "failed" }]);
    await world.time.pass(HOUR);
    await world.beats(2, world.process());
    expect(world.slack.seen("C1")).toEqual(["1: 1-1"]);
  });
});
