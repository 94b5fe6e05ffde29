import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createHosts } from "../../../src/ingest/polling/hosts.ts";

/** Asks addresses and answers them by hand; tells which are out. */
function createWeb(atOnce: number) {
  const hosts = createHosts(atOnce);
  const out = new Map<string, (failed?: Error) => void>();
  const ask = (address: string) =>
    hosts.use(address, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      out.set(address, (failed) => {
        out.delete(address);
        if (failed) reject(failed);
        else resolve();
      });
      return promise;
    });
  return { hosts, ask, out: () => [...out.keys()], answer: (address: string, failed?: Error) => out.get(address)!(failed) };
}

test("one request a host, in order, whatever becomes of the one before", async () => {
  const { ask, out, answer } = createWeb(9);
  const first = ask("http://a.example/1");
  const others = ["http://a.example:8080/2", "http://a.example/3", "http://b.example/4"].map(ask);
  await setImmediate();
  expect(out()).toEqual(["http://a.example/1", "http://b.example/4"]);
  answer("http://a.example/1", new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  await setImmediate();
  expect(out()).toEqual(["http://b.example/4", "http://a.example:8080/2"]);
  answer("http://a.example:8080/2");
  await setImmediate();
  expect(out()).toEqual(["http://b.example/4", "http://a.example/3"]);
  for (const each of out()) answer(each);
  await Promise.all(others);
});

test("a few in all, and a host that waits takes no place", async () => {
  const { ask, out, answer } = createWeb(2);
  const all = ["http://a.example/1", "http://a.example/2", "http://b.example/3", "http://c.example/4"].map(ask);
  await setImmediate();
  expect(out()).toEqual(["http://a.example/1", "http://b.example/3"]);
  answer("http://b.example/3");
  await setImmediate();
  expect(out()).toEqual(["http://a.example/1", "http://c.example/4"]);
  answer("http://a.example/1");
  answer("http://c.example/4");
  await setImmediate();
  answer("http://a.example/2");
  await Promise.all(all);
});

test("remembers until when a host wants peace", () => {
  const { hosts } = createWeb(1);
  hosts.pause("http://a.example/1", new Date(1_000));
  const paused = (address: string, now: number) => hosts.isPaused(address, new Date(now));
  expect([paused("http://a.example/2", 999), paused("http://b.example/", 999), paused("http://a.example/", 1_000)]).toEqual([
    ...[true, false, false],
  ]);
});

test("what is no address is asked all the same, and refused by whoever asks it", async () => {
  await expect(createHosts(1).use("not an address", async () => "refused")).resolves.toBe("refused");
});
