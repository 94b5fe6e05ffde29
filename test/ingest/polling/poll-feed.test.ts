import { describe, expect, test } from "vitest";
import { DAY, followSite, HOUR, ITEMS, NOON } from "./polling.ts";
import { feed } from "./site.ts";

describe("a feed", () => {
  test.each([301, 308])("that moved for good (%d) is asked at its new address", async (status) => {
    const { site, room, address } = await followSite();
    site.answers.set("/new", feed(site.address, ITEMS));
    site.answers.set("/feed", (_, response) => void response.writeHead(status, { location: "/new" }).end());
    expect(await room.poll()).toMatchObject([{ address: `${site.address}/new`, added: 3 }]);
    expect((await room.store.followedFeeds("w")).map((each) => each.address)).toEqual([`${site.address}/new`]);
    expect(address).not.toBe(`${site.address}/new`);
  });

  test.each([302, 307])("that moved for now (%d) keeps its address", async (status) => {
    const { site, room, address } = await followSite();
    site.answers.set("/new", feed(site.address, ITEMS));
    site.answers.set("/feed", (_, response) => void response.writeHead(status, { location: "/new" }).end());
    expect(await room.poll()).toMatchObject([{ address, added: 3 }]);
  });

  test("that is gone is asked no more", async () => {
    const { site, room } = await followSite();
    site.answers.set("/feed", 410);
    expect(await room.poll()).toMatchObject([{ outcome: "failed", trouble: { status: 410 }, nextPoll: null }]);
    room.pass(30 * DAY);
    expect(await room.poll()).toEqual([]);
  });

  test("that fails is asked ever more rarely, and as ever once it answers", async () => {
    const { site, room } = await followSite();
    await room.poll();
    site.answers.set("/feed", 503);
    const waits: number[] = [];
    for (let k = 0; k < 9; k++) {
      room.pass(waits.at(-1) ?? HOUR);
      const [polled] = await room.poll();
      expect(polled).toMatchObject({
        outcome: "failed",
        trouble: { failures: k + 1, since: new Date(NOON.getTime() + HOUR), status: 503 },
      });
      waits.push(polled!.nextPoll!.getTime() - room.now().getTime());
    }
    expect(waits.map((wait) => wait / 60_000)).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440]);
    site.answers.set("/feed", feed(site.address, ITEMS));
    room.pass(DAY);
    expect(await room.poll()).toMatchObject([{ outcome: "unchanged", trouble: null }]);
    expect((await room.store.followedFeeds("w"))[0]!.trouble).toBe(null);
  });

  test.each<[string, string, string]>([
    ["a page", "<!doctype html><html><body>Hello</body></html>", "is a web page, not a feed: "],
    ["nothing", "", "is empty: "],
    ["something else", "PK\u0003\u0004", "is not a feed: "],
  ])("that is %s says so", async (_, body, problem) => {
    const { site, room } = await followSite();
    site.answers.set("/feed", (_, response) => void response.end(body));
    expect(await room.poll()).toMatchObject([
      { outcome: "failed", trouble: { status: null, problem: expect.stringContaining(problem) } },
    ]);
    expect(room.faults).toEqual([]);
  });

  test("that trips our reader is logged, and is in trouble like any other", async () => {
    const { room } = await followSite();
    const reader = { readFeed: () => Promise.reject(new TypeError("tripped")), readArticle: () => Promise.reject() };
    expect(await room.poll({ reader })).toMatchObject([
      { outcome: "failed", trouble: { problem: expect.stringContaining("fault of ours") } },
    ]);
    expect(room.faults).toEqual([new TypeError("tripped")]);
  });

  test("answers at its own pace: max-age, ttl and hours it wants to be left alone are kept over a 304", async () => {
    const { site, room } = await followSite();
    const rss = `<rss><channel><title>V</title><ttl>90</ttl><skipHours><hour>13</hour></skipHours></channel></rss>`;
    site.answers.set("/feed", (request, response) => {
      if (request.headers["if-modified-since"]) response.writeHead(304, { "cache-control": "max-age=10800" }).end();
      else response.setHeader("last-modified", "Tue, 05 May 2026 11:00:00 GMT").end(rss);
    });
    expect(await room.poll()).toMatchObject([{ nextPoll: new Date("2026-05-05T14:00:00Z") }]);
    room.pass(2 * HOUR);
    expect(await room.poll()).toMatchObject([{ outcome: "unchanged", nextPoll: new Date("2026-05-05T17:00:00Z") }]);
  });
});

describe("several workspaces", () => {
  test("share one poll, and each has its library", async () => {
    const { site, room, address } = await followSite();
    await room.follow(address, "v");
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
    expect(site.asked()).toHaveLength(5);
    expect(await room.titles("v")).toEqual(await room.titles("w"));
    expect(await room.titles("other")).toEqual([]);
  });

  test("one that comes later gets what the feed has now, without another request for its pages", async () => {
    const { site, room, address } = await followSite();
    await room.poll();
    site.asked();
    await room.follow(address, "v");
    expect(await room.poll()).toMatchObject([{ outcome: "read", added: 3 }]);
    expect(site.asked()).toEqual(["/feed"]);
    expect(await room.titles("v")).toEqual(["/a", "/b", "/c"]);
  });

  test("one that has left gets nothing more", async () => {
    const { site, room, address } = await followSite();
    await room.follow(address, "v");
    await room.poll();
    await room.store.unfollowFeed("v", address);
    site.answers.set("/feed", feed(site.address, [{ path: "/d" }]));
    room.pass(HOUR);
    await room.poll();
    expect([(await room.titles("v")).length, (await room.titles("w")).length]).toEqual([3, 4]);
  });
});
