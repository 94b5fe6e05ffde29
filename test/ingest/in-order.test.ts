import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { inOrder } from "../../src/ingest/in-order.ts";

/** Numbers, and how many of them were taken. */
function numbers(most: number) {
  const taken = { count: 0, closed: false };
  async function* items() {
    try {
      while (taken.count < most) yield taken.count++;
    } finally {
      taken.closed = true;
    }
  }
  return { taken, items: items() };
}

const turns = async (count: number) => {
  for (let k = 0; k < count; k++) await turn();
};

it("hands on in order what is done out of order, only so many at a time", async () => {
  const { items } = numbers(30);
  let working = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, ++working);
    await turns(item % 3 === 0 ? 20 : 1);
    working--;
    return item * 2;
  };
  expect(await Array.fromAsync(inOrder(items, work, { atOnce: 3 }))).toEqual(Array.from({ length: 30 }, (_, k) => k * 2));
  expect(most).toBe(3);
});

it("takes a few items only while the first is not done, and while nobody takes the results", async () => {
  const { taken, items } = numbers(10_000);
  const first = Promise.withResolvers<void>();
  const results = inOrder(items, async (item) => (item === 0 ? first.promise : undefined), { atOnce: 2 })[Symbol.asyncIterator]();
  const next = results.next();
  await turns(200);
  expect(taken.count).toBeGreaterThan(2);
  expect(taken.count).toBeLessThan(15);
  first.resolve();
  await next;
  await turns(200);
  expect(taken.count).toBeLessThan(16);
  await results.return?.();
});

it("closes the items when nobody wants more, and at an error", async () => {
  const left = numbers(10_000);
  for await (const _ of inOrder(left.items, async (item) => item, { atOnce: 2 })) break;
  await turns(5);
  expect(left.taken).toMatchObject({ closed: true });
  const failed = numbers(10_000);
  const failing = inOrder(failed.items, () => Promise.reject(new Error("the disk is full")), { atOnce: 2 });
  await expect(Array.fromAsync(failing)).rejects.toThrow("the disk is full");
  await turns(5);
  expect(failed.taken).toMatchObject({ closed: true });
});

it("ends with an AbortError when it is told to and the work in hand is given up", async () => {
  const abort = new AbortController();
  const { taken, items } = numbers(10_000);
  const work = async (item: number): Promise<number> => {
    if (item > 0) await new Promise((resolve) => abort.signal.addEventListener("abort", resolve));
    return item;
  };
  const results: number[] = [];
  const all = async () => {
    for await (const result of inOrder(items, work, { atOnce: 2, signal: abort.signal })) results.push(result);
  };
  const ended = expect(all()).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  await turns(20);
  abort.abort();
  await ended;
  expect(results).toEqual([0]);
  await turns(5);
  expect(taken.closed).toBe(true);
});
