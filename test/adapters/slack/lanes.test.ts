import { expect, test } from "vitest";
import { SlackFailure } from "../../../src/adapters/slack/failure.ts";
import { createLanes } from "../../../src/adapters/slack/lanes.ts";
import { createClock } from "./clock.ts";

function createTrack() {
  const clock = createClock();
  const began = clock.now();
  const inLane = createLanes(clock);
  const run: [string, number][] = [];
  const job = (name: string, failure?: SlackFailure) => async () => {
    run.push([name, clock.now() - began]);
    if (failure) throw failure;
    return name;
  };
  return { clock, inLane, run, job };
}

test("jobs of a channel run a second apart, in order; those of others do not wait", async () => {
  const { clock, inLane, run, job } = createTrack();
  const all = Promise.all([..."abc"].map((name) => inLane("C1", job(name))).concat(inLane("C2", job("d"))));
  expect(await clock.through(all)).toEqual(["a", "b", "c", "d"]);
  expect(run.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
    ["a", 0],
    ["b", 1_000],
    ["c", 2_000],
    ["d", 0],
  ]);
});

test("one whose turn is too far off is not begun, and is told when to ask again", async () => {
  const { clock, inLane, run, job } = createTrack();
  const ends = Promise.allSettled([..."abcdef"].map((name) => inLane("C1", job(name), 3_000)));
  const kinds = (await clock.through(ends)).map((end) => (end.status === "fulfilled" ? end.value : end.reason.wait));
  expect(kinds).toEqual(["a", "b", "c", "d", 4_000, 4_000]);
  expect(run).toHaveLength(4);
});

test("where Slack asks to be left alone in a channel, whoever stands behind waits as long, or is told", async () => {
  const { clock, inLane, run, job } = createTrack();
  const busy = inLane("C1", job("a", new SlackFailure("busy", "ratelimited", 30_000))).catch((error) => error.wait);
  const patient = inLane("C1", job("b"));
  const hasty = inLane("C1", job("c"), 4_000).catch((error) => error.wait);
  expect(await clock.through(Promise.all([busy, hasty, patient]))).toEqual([30_000, 1_000, "b"]);
  expect(run).toEqual([
    ["a", 0],
    ["b", 30_000],
  ]);
  const late = inLane("C1", job("d"), 500).catch((error) => error.wait);
  expect(await clock.through(late)).toBe(1_000);
});

test("what went wrong with one keeps none of the others", async () => {
  const { clock, inLane, job } = createTrack();
  const failed = inLane("C1", job("a", new SlackFailure("refused", "no"))).catch((error) => error.code);
  expect(await clock.through(Promise.all([failed, inLane("C1", job("b"))]))).toEqual(["no", "b"]);
});
