import { describe, expect, test } from "vitest";
import { followSite, HOUR, ITEMS, NOON } from "./polling.ts";
import { atom, feed, page } from "./site.ts";

describe("entries", () => {
  test("are read once, oldest first, and an unchanged feed costs one request", async () => {
    const { site, room, address } = await followSite();
    expect(await room.poll()).toEqual([
      {
        address,
        title: "Valley Post",
        outcome: "read",
        added: 3,
        updated: 0,
        duplicates: 0,
        refused: [],
        later: 0,
        trouble: null,
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
    const { site, room } = await followSite();
    await room.poll();
    site.asked();
    site.answers.set("/feed", feed(site.address, [{ path: "/d" }, { path: "/e" }, ...ITEMS.slice(0, 2)]));
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 2, nextPoll: new Date(NOON.getTime() + 1.5 * HOUR) }]);
    expect(site.asked()).toEqual(["/feed", "/e", "/d"]);
  });

  test("give what their pages do not: date and outlet, which is the feed's for pages of its site alone", async () => {
    const { site, room } = await followSite([...ITEMS.slice(0, 1)]);
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
    const { site, room } = await followSite([]);
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
    const { site, room } = await followSite([{ path: "/a" }]);
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
    const { site, room } = await followSite();
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
    const { site, room } = await followSite();
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
    const { site, room } = await followSite([{ path: "/a" }, { path: "/gone" }, { path: "/menu" }]);
    site.answers.set("/gone", 404);
    site.answers.set("/menu", (_, response) => void response.setHeader("content-type", "text/html").end("<nav>Home</nav>"));
    expect(await room.poll()).toMatchObject([{ added: 1, later: 0 }]);
    site.asked();
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ outcome: "unchanged" }]);
  });

  test("that cannot be had now are tried again, ever later, until they can, and none is lost", async () => {
    const { site, room } = await followSite();
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
    const { site, room } = await followSite([{ path: "/b" }]);
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
    const { site, room } = await followSite();
    site.answers.set("/c", (_, response) => void response.writeHead(429, { "retry-after": "1800" }).end());
    expect(await room.poll()).toMatchObject([{ added: 0, later: 3 }]);
    expect(site.asked().filter((path) => path.length === 2)).toEqual(["/c"]);
    site.answers.delete("/c");
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 3, later: 0 }]);
  });

  test("an article that trips the store costs itself alone", async () => {
    const { room } = await followSite();
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
    const { room, site } = await followSite(items);
    site.answers.set("/robots.txt", (_, response) => void response.end("User-agent: *\nDisallow: /"));
    const [polled] = await room.poll();
    expect(polled!.refused).toHaveLength(500);
    expect(polled!.refused[0]).toContain(
      "/499 is not for programs, as the site's robots.txt says: save the page as a file and give that.",
    );
  });
});
