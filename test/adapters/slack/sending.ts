import { afterEach, beforeEach, expect } from "vitest";
import { type OutMessage, type Posted, SendError } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { type Bench, createBench } from "./fixture.ts";

/** The outbox of an adapter that is connected, in each test of the file that calls this. */
export function prepareSending() {
  let bench: Bench;
  beforeEach(async () => {
    bench = await createBench();
    await bench.start();
  });
  afterEach(async () => {
    await bench.end();
    expect(bench.slack.workspace.refused).toEqual([]);
  });
  const draft = (cards: readonly Card[], ping: string | null = null) => bench.adapter.outbox.draft(cards, { ping });
  return {
    bench: () => bench,
    draft,
    message: (id: string, rest: Partial<OutMessage> = {}): OutMessage => ({
      ...{ id, channel: "C1", content: draft([{ blocks: [body(`message ${id}`)] }])[0]!, under: null },
      ...rest,
    }),
    send: (sent: OutMessage): Promise<Posted> => bench.clock.through(bench.adapter.outbox.send(sent)),
    find: (sought: OutMessage, since: Date): Promise<Posted | null> =>
      bench.clock.through(bench.adapter.outbox.find(sought, since)),
    now: () => new Date(bench.clock.now()),
    calls: (method: string) => bench.slack.calls.filter((each) => each === method).length,
  };
}

/** The error that it ends in: one sentence. */
export async function failed(work: Promise<unknown>): Promise<SendError> {
  const error = await work.then(
    () => null,
    (why) => why,
  );
  expect(error).toBeInstanceOf(SendError);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  return error;
}
