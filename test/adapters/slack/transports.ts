import { afterEach, beforeEach, describe, expect } from "vitest";
import { until } from "./clock.ts";
import { type Bench, createBench } from "./fixture.ts";
import type { View } from "./workspace-model.ts";

type Transport = "socket" | "http";

/** The same tests over Socket Mode and over HTTP; each has a bench of its own, whose adapter is connected. */
export function overEach(tests: (bench: () => Bench, transport: Transport) => void): void {
  describe.each(["socket", "http"] as const)("over %s", (transport) => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await createBench(transport);
      await bench.start();
    });
    afterEach(async () => {
      await bench.end();
      expect(bench.slack.unacknowledged()).toEqual([]);
      expect(bench.slack.workspace.refused).toEqual([]);
    });
    tests(() => bench, transport);
  });
}

/** The newest form that Slack shows. */
export async function openedForm({ slack }: Bench): Promise<View> {
  await until(() => slack.workspace.views.length > 0);
  return slack.workspace.views.at(-1)!;
}
