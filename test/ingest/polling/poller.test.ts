import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { newClaimant } from "../../../src/store/claimant.ts";
import { makeFetcher } from "../fetching.ts";
import { createNewsroom, followSite, NOON } from "./polling.ts";
import { createSite, feed } from "./site.ts";

describe("at the same time", () => {
  test("one request a host", async () => {
    const [site, room] = [await createSite(), createNewsroom()];
    for (const path of ["/1", "/2", "/3"]) {
      site.answers.set(path, feed(site.address, [{ path: `${path}a` }, { path: `${path}b` }]));
      await room.follow(`${site.address}${path}`);
    }
    expect(await room.poll()).toHaveLength(3);
    expect([site.busiest(), site.asked().length]).toEqual([1, 10]);
  });

  test("two processes poll a feed once", async () => {
    const { site, room } = await followSite();
    const both = await Promise.all([room.poll(), room.poll()]);
    expect(both.flat()).toHaveLength(1);
    expect(site.asked().filter((path) => path === "/feed")).toHaveLength(1);
  });

  test("what a process had in hand that was killed on this machine is polled at once", async () => {
    const { room } = await followSite();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const claim = { now: room.now(), until: new Date(NOON.getTime() + 120_000), limit: 9 };
    await room.store.claimFeeds(`${hostname()} ${pid} x`, claim);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
    await room.store.makeDue("w", room.now());
    await room.store.claimFeeds(newClaimant(), claim);
    expect(await room.poll()).toEqual([]);
  });

  test("a claim of a process that was killed ends", async () => {
    const { room } = await followSite();
    await room.store.claimFeeds("killed", { now: room.now(), until: new Date(NOON.getTime() + 120_000), limit: 9 });
    const begun = await room.store.nextDue();
    expect(begun).toEqual(new Date(NOON.getTime() + 120_000));
    room.pass(120_000);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
  });
});

test("told to end, it keeps what it has stored, gives its feed back and loses nothing", async () => {
  const { site, room } = await followSite(Array.from({ length: 30 }, (_, k) => ({ path: `/n${k}` })));
  const abort = new AbortController();
  site.answers.set("/n10", () => abort.abort());
  const fetcher = makeFetcher({ signal: abort.signal });
  expect(await room.poll({ signal: abort.signal, fetcher })).toEqual([]);
  const stored = (await room.titles()).length;
  expect(stored).toBeGreaterThan(0);
  expect(stored).toBeLessThan(30);
  site.answers.delete("/n10");
  expect(await room.poll()).toMatchObject([{ added: 30 - stored }]);
  expect(new Set(await room.titles()).size).toBe(30);
});

test("run polls what becomes due when it is woken, until it is told to end", async () => {
  const { site, room, address } = await followSite();
  const abort = new AbortController();
  const done = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let polled = 0;
  const poller = room.poller({ signal: abort.signal, onPolled: () => done[polled++]?.resolve() });
  const ended = poller.run();
  await done[0]!.promise;
  site.answers.set("/feed", feed(site.address, [{ path: "/d" }]));
  await room.store.makeDue("w", room.now());
  poller.wake();
  await done[1]!.promise;
  abort.abort();
  await ended;
  expect(await room.titles()).toHaveLength(4);
  expect(address).toBeDefined();
});
