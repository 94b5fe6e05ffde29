import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { makeFetcher } from "../fetching.ts";
import { createNewsroom, HOUR, NOON } from "./polling.ts";
import { atom, createSite, feed, type Item, page } from "./site.ts";

const DAY = 24 * HOUR;
const ITEMS = ["/a", "/b", "/c"].map((path, k) => ({ path, date: `2026-05-05T0${9 - k}:00:00Z` }));

/** A newsroom that follows the feed of a site. */
async function setUp(items: readonly Item[] = ITEMS) {
  const [site, room] = [await createSite(), createNewsroom()];
  site.answers.set("/feed", feed(site.address, items));
  await room.follow(`${site.address}/feed`);
  return { site, room, address: `${site.address}/feed` };
}

describe("entries", () => {
  test("are read once, oldest first, and an unchanged feed costs one request", async () => {
    const { site, room, address } = await setUp();
    expect(await room.poll()).toEqual([
      {
        ...{
          address,
          title: "Valley Post",
          outcome: "read",
          added: 3,
          updated: 0,
          duplicates: 0,
          refused: [],
          later: 0,
          trouble: null,
        },
        nextPoll: new Date(NOON.getTime() + HOUR),
      },
    ]);
    expect(site.asked()).toEqual(["/feed", "/robots.txt", "/c", "/b", "/a"]);
    expect(await room.titles()).toEqual(["/a", "/b", "/c"]);
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ outcome: "unchanged", nextPoll: new Date(NOON.getTime() + 2.25 * HOUR) }]);
    expect(site.asked()).toEqual(["/feed"]);
  });

  test("that are new alone are read, and tell how often to ask", async () => {
    const { site, room } = await setUp();
    await room.poll();
    site.asked();
    site.answers.set("/feed", feed(site.address, [{ path: "/d" }, { path: "/e" }, ...ITEMS.slice(0, 2)]));
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 2, nextPoll: new Date(NOON.getTime() + 1.5 * HOUR) }]);
    expect(site.asked()).toEqual(["/feed", "/e", "/d"]);
  });

  test("give what their pages do not: date and outlet, which is the feed's for pages of its site alone", async () => {
    const { site, room } = await setUp([...ITEMS.slice(0, 1)]);
    await room.poll();
    const [{ article } = { article: null }] = (await room.store.findArticles("w", { limit: 1, offset: 0 })).items;
    expect(article).toMatchObject({ title: "/a", outlet: "Valley Post", publishedAt: new Date("2026-05-05T09:00:00Z") });
    const other = site.address.replace("127.0.0.1", "localhost");
    const planet = atom(site.address, [{ path: "/far" }], "Planet of Valleys").replaceAll(`${site.address}/far`, `${other}/far`);
    site.answers.set("/feed", (_, response) => void response.end(planet));
    room.pass(HOUR);
    await room.poll();
    const found = await room.store.findArticles("w", { topic: "far", limit: 1, offset: 0 });
    expect(found.items[0]!.article.outlet).not.toBe("Planet of Valleys");
  });

  test("whose feed carries the whole text need no page, nor an address", async () => {
    const { site, room } = await setUp([]);
    const text = "<p>Mayor Ada Lund said the dam of Orre would hold for another week, come what may.</p>".repeat(20);
    const entry = (id: string, link: string) =>
      `<entry><id>${id}</id><title>${id}</title>${link}<content type="html"><![CDATA[${text}Report ${id === "one" ? 1 : 2}: ${id}.]]></content></entry>`;
    const body = `<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title>${entry("one", `<link href="${site.address}/one"/>`)}${entry("two", "")}</feed>`;
    site.answers.set("/feed", (_, response) => void response.end(body));
    expect(await room.poll()).toMatchObject([{ added: 2, refused: [] }]);
    expect(site.asked()).toEqual(["/feed"]);
    expect(await room.titles()).toEqual(["one", "two"]);
  });

  test("that changed are read again, not more often than once an hour, and the feed is not taken for done meanwhile", async () => {
    const { site, room } = await setUp([{ path: "/a" }]);
    await room.poll();
    const change = (minute: string) => {
      site.answers.set("/feed", feed(site.address, [{ path: "/a", modified: `2026-05-05T12:${minute}:00Z` }]));
      site.answers.set("/a", (_, response) => void response.setHeader("content-type", "text/html").end(page(`dam at ${minute}`)));
    };
    change("10");
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ updated: 1, added: 0 }]);
    expect(await room.titles()).toEqual(["dam at 10"]);
    change("20");
    await room.store.makeDue("w", room.now());
    expect(await room.poll()).toMatchObject([{ updated: 0, later: 1 }]);
    room.pass(2 * HOUR);
    expect(await room.poll()).toMatchObject([{ outcome: "read", updated: 1, later: 0 }]);
    expect(await room.titles()).toEqual(["dam at 20"]);
  });

  const rss = (address: string, path: string, { guid = path, title = "Dam", summary = "" }): string =>
    `<rss version="2.0"><channel><title>V</title><item><guid isPermaLink="false">${guid}</guid><title>${title}</title>
     <link>${address}${path}?utm_source=${guid}</link><description><![CDATA[${summary}]]></description></item></channel></rss>`;

  test("that get new ids all the time are not fetched again, nor do they make the feed busy", async () => {
    const { site, room } = await setUp();
    let polls = 0;
    site.answers.set("/feed", (_, response) => void response.end(rss(site.address, "/a", { guid: `${++polls}` })));
    const asked = async () => {
      const [polled] = await room.poll();
      room.pass(48 * HOUR);
      return [polled!.added + polled!.duplicates, site.asked().filter((path) => path.startsWith("/a")).length];
    };
    expect(await asked()).toEqual([1, 1]);
    for (let k = 0; k < 3; k++) expect(await asked()).toEqual([0, 0]);
    expect((await room.store.seenEntries(1))[0]!.entries.size).toBe(1);
  });

  test("of RSS, which gives no date of a change, are read again where their words have changed", async () => {
    const { site, room } = await setUp();
    const say = (title: string, summary: string) =>
      site.answers.set("/feed", (_, response) => void response.end(rss(site.address, "/a", { title, summary })));
    const asked = async () => {
      room.pass(2 * HOUR);
      await room.poll();
      return site.asked().filter((path) => path.startsWith("/a")).length;
    };
    say("Dam holds", 'For a week.<img src="/px?1">');
    expect(await asked()).toBe(1);
    say("Dam holds", 'For a week.<img src="/px?2"> 3 comments');
    expect(await asked()).toBe(1);
    say("Dam holds", 'For a week.<img src="/px?3"> 4 comments');
    expect(await asked()).toBe(0);
    say("Dam broke", 'For a week.<img src="/px?4"> 5 comments');
    expect(await asked()).toBe(1);
  });

  test("without address, without article and not found are done with", async () => {
    const { site, room } = await setUp([{ path: "/a" }, { path: "/gone" }, { path: "/menu" }]);
    site.answers.set("/gone", 404);
    site.answers.set("/menu", (_, response) => void response.setHeader("content-type", "text/html").end("<nav>Home</nav>"));
    expect(await room.poll()).toMatchObject([{ added: 1, later: 0 }]);
    site.asked();
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ outcome: "unchanged" }]);
  });

  test("that cannot be had now are tried again, ever later, until they can, and none is lost", async () => {
    const { site, room } = await setUp();
    site.answers.set("/b", 500);
    expect(await room.poll()).toMatchObject([{ added: 2, later: 1 }]);
    site.asked();
    const again = async (minutes: number) => {
      room.pass(minutes * 60_000);
      await room.store.makeDue("w", room.now());
      const [polled] = await room.poll();
      return [polled!.later, site.asked().length];
    };
    expect(await again(9)).toEqual([1, 1]);
    expect(await again(1)).toEqual([1, 2]);
    expect(await again(19)).toEqual([1, 1]);
    site.answers.delete("/b");
    expect(await again(1)).toEqual([0, 2]);
    expect(await room.titles()).toEqual(["/a", "/b", "/c"]);
    expect(await again(60)).toEqual([0, 1]);
  });

  test("are given up after a day of trying", async () => {
    const { site, room } = await setUp([{ path: "/b" }]);
    site.answers.set("/b", 500);
    let tries = 0;
    for (let k = 0; k < 40; k++) {
      await room.store.makeDue("w", room.now());
      await room.poll();
      tries += site.asked().filter((path) => path === "/b").length;
      room.pass(HOUR);
    }
    expect(tries).toBe(8);
  });

  test("a host that asks for peace is asked for no other page", async () => {
    const { site, room } = await setUp();
    site.answers.set("/c", (_, response) => void response.writeHead(429, { "retry-after": "1800" }).end());
    expect(await room.poll()).toMatchObject([{ added: 0, later: 3 }]);
    expect(site.asked().filter((path) => path.length === 2)).toEqual(["/c"]);
    site.answers.delete("/c");
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 3, later: 0 }]);
  });

  test("an article that trips the store costs itself alone", async () => {
    const { room } = await setUp();
    const addArticle = (text: string) => text.includes("/b");
    const keepEntries: typeof room.store.keepEntries = async (feedId, entries, now) => {
      if (entries.some(({ reading }) => reading && addArticle(reading.article.text))) throw new Error("tripped");
      return room.store.keepEntries(feedId, entries, now);
    };
    expect(await room.poll({ store: { ...room.store, keepEntries } })).toMatchObject([{ added: 2, later: 0 }]);
    expect(await room.titles()).toEqual(["/a", "/c"]);
    expect(room.faults).toEqual([new Error("tripped")]);
  });

  test("of a very long feed: the newest five hundred", async () => {
    const items = Array.from({ length: 600 }, (_, k) => ({
      path: `/${k}`,
      date: new Date(NOON.getTime() - k * 1_000).toISOString(),
    }));
    const { room, site } = await setUp(items);
    site.answers.set("/robots.txt", (_, response) => void response.end("User-agent: *\nDisallow: /"));
    const [polled] = await room.poll();
    expect(polled!.refused).toHaveLength(500);
    expect(polled!.refused[0]).toContain(
      "/499 is not for programs, as the site's robots.txt says: save the page as a file and give that.",
    );
  });
});

describe("robots.txt", () => {
  test("keeps article pages from us, and is asked once a day", async () => {
    const { site, room } = await setUp();
    site.answers.set("/robots.txt", (_, response) => void response.end("User-agent: *\nDisallow: /b\nDisallow: /feed"));
    expect(await room.poll()).toMatchObject([
      { outcome: "read", added: 2, refused: [expect.stringContaining("/b is not for programs")] },
    ]);
    expect(site.asked()).toEqual(["/feed", "/robots.txt", "/c", "/a"]);
    for (const [hours, asked] of [
      [23, ["/feed", "/d"]],
      [2, ["/feed", "/robots.txt", "/e"]],
    ] as const) {
      site.answers.set("/feed", feed(site.address, [{ path: asked.at(-1)! }]));
      room.pass(hours * HOUR);
      await room.store.makeDue("w", room.now());
      await room.poll();
      expect(site.asked()).toEqual(asked);
    }
  });

  test.each([500, 503, 429])("that answers %d keeps everything from us, for now", async (status) => {
    const { site, room } = await setUp();
    site.answers.set("/robots.txt", status);
    expect(await room.poll()).toMatchObject([{ added: 0, later: 3 }]);
    expect(site.asked()).toEqual(["/feed", "/robots.txt"]);
    site.answers.set("/robots.txt", 404);
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 3, later: 0 }]);
  });

  test.each([401, 403, 404, 410])("that answers %d keeps nothing from us", async (status) => {
    const { site, room } = await setUp();
    site.answers.set("/robots.txt", status);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
  });
});

describe("several workspaces", () => {
  test("share one poll, and each has its library", async () => {
    const { site, room, address } = await setUp();
    await room.follow(address, "v");
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
    expect(site.asked()).toHaveLength(5);
    expect(await room.titles("v")).toEqual(await room.titles("w"));
    expect(await room.titles("other")).toEqual([]);
  });

  test("one that comes later gets what the feed has now, without another request for its pages", async () => {
    const { site, room, address } = await setUp();
    await room.poll();
    site.asked();
    await room.follow(address, "v");
    expect(await room.poll()).toMatchObject([{ outcome: "read", added: 3 }]);
    expect(site.asked()).toEqual(["/feed"]);
    expect(await room.titles("v")).toEqual(["/a", "/b", "/c"]);
  });

  test("one that has left gets nothing more", async () => {
    const { site, room, address } = await setUp();
    await room.follow(address, "v");
    await room.poll();
    await room.store.unfollowFeed("v", address);
    site.answers.set("/feed", feed(site.address, [{ path: "/d" }]));
    room.pass(HOUR);
    await room.poll();
    expect([(await room.titles("v")).length, (await room.titles("w")).length]).toEqual([3, 4]);
  });
});

describe("a feed", () => {
  test.each([301, 308])("that moved for good (%d) is asked at its new address", async (status) => {
    const { site, room, address } = await setUp();
    site.answers.set("/new", feed(site.address, ITEMS));
    site.answers.set("/feed", (_, response) => void response.writeHead(status, { location: "/new" }).end());
    expect(await room.poll()).toMatchObject([{ address: `${site.address}/new`, added: 3 }]);
    expect((await room.store.followedFeeds("w")).map((each) => each.address)).toEqual([`${site.address}/new`]);
    expect(address).not.toBe(`${site.address}/new`);
  });

  test.each([302, 307])("that moved for now (%d) keeps its address", async (status) => {
    const { site, room, address } = await setUp();
    site.answers.set("/new", feed(site.address, ITEMS));
    site.answers.set("/feed", (_, response) => void response.writeHead(status, { location: "/new" }).end());
    expect(await room.poll()).toMatchObject([{ address, added: 3 }]);
  });

  test("that is gone is asked no more", async () => {
    const { site, room } = await setUp();
    site.answers.set("/feed", 410);
    expect(await room.poll()).toMatchObject([{ outcome: "failed", trouble: { status: 410 }, nextPoll: null }]);
    room.pass(30 * DAY);
    expect(await room.poll()).toEqual([]);
  });

  test("that fails is asked ever more rarely, and as ever once it answers", async () => {
    const { site, room } = await setUp();
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
    const { site, room } = await setUp();
    site.answers.set("/feed", (_, response) => void response.end(body));
    expect(await room.poll()).toMatchObject([
      { outcome: "failed", trouble: { status: null, problem: expect.stringContaining(problem) } },
    ]);
    expect(room.faults).toEqual([]);
  });

  test("that trips our reader is logged, and is in trouble like any other", async () => {
    const { room } = await setUp();
    const reader = { readFeed: () => Promise.reject(new TypeError("tripped")), readArticle: () => Promise.reject() };
    expect(await room.poll({ reader })).toMatchObject([
      { outcome: "failed", trouble: { problem: expect.stringContaining("fault of ours") } },
    ]);
    expect(room.faults).toEqual([new TypeError("tripped")]);
  });

  test("answers at its own pace: max-age, ttl and hours it wants to be left alone are kept over a 304", async () => {
    const { site, room } = await setUp();
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
    const { site, room } = await setUp();
    const both = await Promise.all([room.poll(), room.poll()]);
    expect(both.flat()).toHaveLength(1);
    expect(site.asked().filter((path) => path === "/feed")).toHaveLength(1);
  });

  test("what a process had in hand that was killed on this machine is polled at once", async () => {
    const { room } = await setUp();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const claim = { now: room.now(), until: new Date(NOON.getTime() + 120_000), limit: 9 };
    await room.store.claimFeeds(`${hostname()} ${pid} x`, claim);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
    await room.store.makeDue("w", room.now());
    await room.store.claimFeeds(`${hostname()} ${process.pid} x`, claim);
    expect(await room.poll()).toEqual([]);
  });

  test("a claim of a process that was killed ends", async () => {
    const { room } = await setUp();
    await room.store.claimFeeds("killed", { now: room.now(), until: new Date(NOON.getTime() + 120_000), limit: 9 });
    const begun = await room.store.nextDue();
    expect(begun).toEqual(new Date(NOON.getTime() + 120_000));
    room.pass(120_000);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
  });
});

test("told to end, it keeps what it has stored, gives its feed back and loses nothing", async () => {
  const { site, room } = await setUp(Array.from({ length: 30 }, (_, k) => ({ path: `/n${k}` })));
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

describe("notices", () => {
  test("one after a day of failures, into the channel that added it", async () => {
    const { site, room, address } = await setUp();
    site.answers.set("/feed", 404);
    const posted: string[] = [];
    const notices = {
      platforms: ["terminal"],
      post: async ({ follower, feed: { trouble } }: { follower: { channel: string }; feed: { trouble: unknown } }) => {
        posted.push(`${follower.channel} ${JSON.stringify(trouble)}`);
      },
    };
    for (let hours = 0; hours < 60; hours++) {
      await room.poll({ notices });
      room.pass(HOUR);
    }
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('c {"since":"2026-05-05T12:00:00.000Z"');
    expect(address).toContain("/feed");
  });

  test("one that cannot be posted is posted later", async () => {
    const { site, room } = await setUp();
    site.answers.set("/feed", 410);
    let posted = 0;
    await room.poll({ notices: { platforms: ["terminal"], post: () => Promise.reject(new Error("nobody there")) } });
    await room.poll({ notices: { platforms: ["slack"], post: async () => void posted++ } });
    expect(posted).toBe(0);
    await room.poll({ notices: { platforms: ["terminal"], post: async () => void posted++ } });
    await room.poll({ notices: { platforms: ["terminal"], post: async () => void posted++ } });
    expect(posted).toBe(1);
  });
});

test("run polls what becomes due when it is woken, until it is told to end", async () => {
  const { site, room, address } = await setUp();
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
