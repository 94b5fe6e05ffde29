import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBriefing } from "../../src/briefing/briefing.ts";
import { createAnswer } from "../../src/chat/answer.ts";
import type { Card } from "../../src/chat/card.ts";
import { createFollowing } from "../../src/ingest/polling/following.ts";
import { createHosts } from "../../src/ingest/polling/hosts.ts";
import { createRobotsFiles } from "../../src/ingest/polling/robots-files.ts";
import { createReader } from "../../src/ingest/reader.ts";
import { extractStatements } from "../../src/statements/extract.ts";
import { ADA, rethrow } from "../fixtures.ts";
import { makeFetcher } from "../ingest/fetching.ts";
import { createNewsroom, HOUR } from "../ingest/polling/polling.ts";
import { type Answer, createSite, feed, page, type Site } from "../ingest/polling/site.ts";
import { lines } from "./asking.ts";

const ITEMS = ["/a", "/b", "/c", "/d"].map((path, k) => ({ path, date: `2026-05-05T0${9 - k}:00:00Z` }));
const WIRE = Array.from(
  { length: 6 },
  (_, k) => `Mayor Ada Lund said gate ${k} of the dam at Orre would stay shut until the ${k + 3}th of May.`,
).join(" ");
const html =
  (content: string): Answer =>
  (_, response) =>
    void response.setHeader("content-type", "text/html").end(content);

/** A site with a feed at /feed, and what asks commands of a library that may follow it. */
async function setUp() {
  const [site, room] = [await createSite(), createNewsroom()];
  for (const path of ["/feed", "/other"]) site.answers.set(path, feed(site.address, ITEMS));
  const { store, now } = room;
  const fetcher = makeFetcher();
  const hosts = createHosts(4);
  const robots = createRobotsFiles({ fetcher, hosts, now });
  const web = { fetcher, hosts, robots, reader: createReader(extractStatements) };
  const following = createFollowing({ store, now, web: async () => web });
  const feeds = { ...following, isPolling: () => true };
  const records = { ...store, keepDays: null };
  const answer = createAnswer(commands, { briefing: createBriefing(store), feeds, digests: {} as never, records, now }, rethrow);
  const ask = (line: string, workspace = "w"): Promise<Card> => {
    const [, command = "", input = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    return answer({ command, input, channel: { platform: "terminal", workspace, id: "c" }, user: ADA });
  };
  return { site, room, ask };
}

const named = (site: Site, card: Card) => [card.title, ...lines(card)].map((line) => line?.replaceAll(site.address, "SITE"));

test("/feed add asks once, and shows what was found", async () => {
  const { site, ask } = await setUp();
  expect(named(site, await ask(`feed add ${site.address}/feed`))).toEqual([
    "Following Valley Post",
    "It has 4 entries now and will be asked about every hour.",
    "The newest",
    "Entry /a = 5 May 2026\nEntry /b = 5 May 2026\nEntry /c = 5 May 2026",
    "SITE/feed",
    "The articles are being read now: /articles shows them as they come in.",
  ]);
  expect(site.asked()).toEqual(["/feed"]);
});

test("/feed add finds the feeds that a page names, and says which others there are", async () => {
  const { site, ask } = await setUp();
  const link = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`;
  site.answers.set("/", html(`<html><head>${link("/missing")}${link("/feed")}${link("/other")}</head></html>`));
  site.answers.set("/missing", 404);
  const shown = named(site, await ask(`feed add ${site.address}/`));
  expect(shown[0]).toBe("Following Valley Post");
  expect(shown).toContain("The page names 2 other feeds: SITE/missing SITE/other");
});

test("/feed add looks where feeds mostly are", async () => {
  const { site, ask } = await setUp();
  site.answers.set("/", html("<html><body>Hello</body></html>"));
  expect((await ask(`feed add ${site.address}/`)).title).toBe("Following Valley Post");
  expect(site.asked()).toEqual(["/", "/feed"]);
});

test("/feed add of one that is followed says how it is doing", async () => {
  const { site, ask } = await setUp();
  await ask(`feed add ${site.address}/feed`);
  expect(named(site, await ask(`feed add ${site.address}/feed`))).toEqual([
    "Followed already: Valley Post",
    "Not asked yet.",
    "SITE/feed",
  ]);
});

test.each<[string, Answer, string]>([
  ["missing", 404, "SITE/x has no page (404 Not Found): check the address."],
  ["closed", 403, "SITE/x does not let us read it (403 Forbidden): save the page as a file and give that."],
  [
    "no feed",
    (_, response) => void response.end("just words"),
    "SITE/x is not a feed: give the address of an RSS, Atom or JSON feed.",
  ],
  [
    "a list of feeds",
    (_, response) => void response.end("<opml><body/></opml>"),
    "SITE/x is a list of feeds, not a feed: import it with /feed import.",
  ],
])("/feed add says why not: %s", async (_, answer, expected) => {
  const { site, ask } = await setUp();
  site.answers.set("/x", answer);
  const card = await ask(`feed add ${site.address}/x`);
  expect([card.problem, ...lines(card).map((line) => line.replaceAll(site.address, "SITE"))]).toEqual(["refused", expected]);
  expect((await ask("feed list")).title).toBe("No feeds yet");
});

test("/feed add of a page without any feed says so", async () => {
  const { site, ask } = await setUp();
  site.answers.delete("/feed");
  expect(lines(await ask(`feed add ${site.address}/story`))[0]).toMatch(
    / is a web page that names no feed, and there is none in the usual places of its site: give the address of the feed itself\.$/,
  );
});

test.each(["not an address", "ftp://valley.example/feed", "mailto:ada@valley.example"])(
  "/feed add %s is refused",
  async (typed) => {
    const { ask } = await setUp();
    expect(await ask(`feed add "${typed}"`)).toMatchObject({ problem: "refused" });
  },
);

test("/feed list says how to begin, then how each is doing", async () => {
  const { site, room, ask } = await setUp();
  expect(named(site, await ask("feed list"))).toEqual([
    "No feeds yet",
    "Type /feed add and the address of a news site or of its feed; /feed import takes a whole list.",
  ]);
  await ask(`feed add ${site.address}/feed`);
  await ask(`feed add ${site.address}/other`);
  await room.poll();
  site.answers.set("/other", 503);
  room.pass(HOUR);
  await room.poll();
  room.pass(HOUR / 12);
  expect(named(site, await ask("feed list"))).toEqual([
    "2 feeds, 1 in trouble",
    [
      "1. Valley Post = Well: asked 5 minutes ago, and again in an hour.\nLast article, an hour ago: /a\nSITE/feed",
      "2. Valley Post = The site has trouble of its own (503). It is asked again in 5 minutes. " +
        "What you can do: Nothing, unless it goes on for days: then look at the site in a browser.\nLast article, an hour ago: /a\nSITE/other",
    ].join("\n"),
  ]);
  expect(await ask("feed list page:2")).toMatchObject({ problem: "usage" });
  expect((await ask("feed list", "other")).title).toBe("No feeds yet");
});

test.each<[string, string]>([
  ["2", "No longer following Valley Post"],
  ["SITE/feed", "No longer following Valley Post"],
  ["other", "No longer following Valley Post"],
  ["Nobody", "No feed here goes by “Nobody”: /feed list shows them with their numbers."],
  ["http", "2 feeds go by “http”, such as Valley Post, Valley Post: give one's address."],
  ["3", "No feed here goes by “3”: /feed list shows them with their numbers."],
])("/feed remove %s", async (which, expected) => {
  const { site, ask } = await setUp();
  for (const path of ["/feed", "/other"]) await ask(`feed add ${site.address}${path}`);
  expect(named(site, await ask(`feed remove ${which.replace("SITE", site.address)}`))).toContain(expected);
});

test("/feed export gives a list that /feed import takes, which then says what is new", async () => {
  const { site, ask } = await setUp();
  expect((await ask("feed export")).title).toBe("No feeds yet");
  for (const path of ["/feed", "/other"]) await ask(`feed add ${site.address}${path}`);
  const { title, blocks } = await ask("feed export");
  expect([title, blocks]).toMatchObject(["2 feeds", [{ type: "file", name: "feeds.opml", mediaType: "text/x-opml" }]]);
  const [list] = blocks;
  site.answers.set("/list.opml", (_, response) => void response.end(list!.type === "file" ? list!.text : ""));
  expect(named(site, await ask(`feed import ${site.address}/list.opml`, "v"))).toEqual([
    "Following 2 more feeds",
    "/feed list shows whether they can be read, once each was asked.",
    "The articles are being read now: /articles shows them as they come in.",
  ]);
  await ask(`feed remove ${site.address}/feed`, "v");
  expect(named(site, await ask(`feed import ${site.address}/list.opml`, "v"))).toContain(
    "1 feed of the list is followed already.",
  );
  expect(named(site, await ask(`feed import ${site.address}/feed`))[1]).toMatch(/is not a list of feeds: give the OPML file/);
});

test("/ingest reads an article now, and says what it is or why not", async () => {
  const { site, ask } = await setUp();
  site.answers.set("/dam", html(page("The dam holds", "Mayor Ada Lund said the dam would hold.")));
  const said = [expect.stringMatching(/^The dam holds \(null\), \d statements?$/)];
  expect([(await ask(`ingest ${site.address}/dam`)).title, lines(await ask(`ingest ${site.address}/dam`))]).toEqual([
    "Added",
    said,
  ]);
  expect((await ask(`ingest ${site.address}/dam`)).title).toBe("In the library already");
  site.answers.set("/dam", html(page("The dam holds", "Mayor Ada Lund said the dam would not hold after all.")));
  expect((await ask(`ingest ${site.address}/dam`)).title).toBe("Read again: it has changed");
  site.answers.set("/wire", html(page("Dam stays shut", WIRE)));
  site.answers.set(
    "/again",
    html(page("Shut it stays", WIRE).replace("<head>", '<head><meta property="og:site_name" content="Valley Post">')),
  );
  expect((await ask(`ingest ${site.address}/wire`)).title).toBe("Added");
  const copy = await ask(`ingest ${site.address}/again`);
  expect(copy.title).toBe("The library has these words from another outlet");
  expect(lines(copy)[1]).toBe("Counted once, as a copy of “Dam stays shut”.");
  site.answers.set("/empty", html("<nav>Home</nav>"));
  expect(await ask(`ingest ${site.address}/empty`)).toMatchObject({ problem: "refused" });
  expect(await ask(`ingest ${site.address}/robots.txt`)).toMatchObject({ problem: "refused" });
});

test("/said-in reads what the library does not have, and tells who said what in it", async () => {
  const { site, ask } = await setUp();
  site.answers.set("/dam", html(page("The dam holds", "Mayor Ada Lund said the dam would hold.")));
  const url = `${site.address}/dam`;
  expect(lines(await ask(`said-in ${url}`)).slice(0, 3)).toEqual([
    expect.stringMatching(/^The dam holds \(null\), \d statements?$/),
    "Added to the library.",
    "1. Ada Lund, Mayor: the dam would hold (null)",
  ]);
  site.asked();
  expect(lines(await ask(`said-in ${url}#top`))).not.toContain("Added to the library.");
  expect(site.asked()).toEqual([]);
  site.answers.set("/links", html(page("Where to read on", `Mayor Ada Lund said the rest stood at ${site.address}/road today.`)));
  site.answers.set("/road", html(page("The road is shut", "Viktor Sorenskiy said the road was shut.")));
  await ask(`ingest ${site.address}/links`);
  expect(lines(await ask(`said-in ${site.address}/road`))[0]).toMatch(/^The road is shut /);
  site.answers.set("/missing", 404);
  expect(await ask(`said-in ${site.address}/missing`)).toMatchObject({ problem: "refused" });
  expect(lines(await ask("said-in of nothing known"))[0]).toBe("No article in the library fits “of nothing known”.");
});

test.each<[Answer, string]>([
  [
    (_, response) => void response.end("User-agent: *\nDisallow: /dam"),
    "SITE/dam is not for programs, as the site's robots.txt says: save the page as a file and give that.",
  ],
  [503, "SITE/dam is at a site whose robots.txt cannot answer now (503 Service Unavailable): try again later."],
])("/ingest asks robots.txt", async (robots, reason) => {
  const { site, ask } = await setUp();
  site.answers.set("/robots.txt", robots);
  const card = await ask(`ingest ${site.address}/dam`);
  expect(card).toMatchObject({ problem: "refused" });
  expect(JSON.stringify(card).replaceAll(site.address, "SITE")).toContain(reason);
  expect(site.asked()).toEqual(["/robots.txt"]);
});
