import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "./clock.ts";
import { type Bench, createBench } from "./fixture.ts";

let bench: Bench;
const { slack, people, clock } = new Proxy({} as Bench, {
  get: (_, name: keyof Bench) => new Proxy({}, { get: (_, each) => Reflect.get(bench[name] as object, each) }),
});

describe.each(["socket", "http"] as const)("over %s", (transport) => {
  beforeEach(async () => {
    bench = await createBench(transport);
    await bench.start();
  });
  afterEach(async () => {
    await bench.end();
    expect(slack.unacknowledged()).toEqual([]);
    expect(slack.workspace.refused).toEqual([]);
  });

  test("a command is answered once, to whom it says", async () => {
    await people.types("/who-said ceasefire");
    await people.types("/summary");
    await people.types("/news who-said prisoners");
    await people.types("/nonsense");
    await until(() => bench.sees().length === 4);
    await clock.pass(10_000);
    expect(bench.sees().sort()).toEqual([
      "all: answer to summary:",
      "only: answer to nonsense:",
      "only: answer to who-said: ceasefire",
      "only: answer to who-said: prisoners",
    ]);
  });
});
