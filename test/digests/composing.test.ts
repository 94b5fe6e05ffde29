import { expect, test } from "vitest";
import { body } from "../../src/chat/card.ts";
import { composeRun } from "../../src/digests/composing.ts";
import type { Digest } from "../../src/model.ts";
import { makeDelivery } from "./deliveries.ts";

const due = new Date("2026-05-05T08:00:00Z");

test.each([
  ["a digest with news notifies its group", { stories: 2 }, "S1DESK"],
  ["a word that nothing is new notifies nobody", { stories: 0 }, null],
])("%s", async (_, account, notified) => {
  const digest = { number: 1, ping: "S1DESK", pause: null, latest: 3_600_000, since: 0 } as Partial<Digest> as Digest;
  const store = { digests: async () => [digest], toldUpTo: async () => null, arrivals: async () => 1 } as never;
  const pings: unknown[] = [];
  const draft = (_: unknown, { ping }: { ping: string | null }) => {
    pings.push(ping);
    return ["x"];
  };
  const compose = async () => ({ cards: [{ blocks: [body("Words.")] }], account });
  await composeRun(makeDelivery({ number: 1, due }), { store, outbox: { draft } as never, compose, now: due });
  expect(pings).toEqual([notified]);
});
