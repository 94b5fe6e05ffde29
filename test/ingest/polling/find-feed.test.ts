import { describe, expect, test } from "vitest";
import { findFeed } from "../../../src/ingest/polling/find-feed.ts";
import { createHosts } from "../../../src/ingest/polling/hosts.ts";
import { createReader } from "../../../src/ingest/reader.ts";
import { makeFetcher } from "../fetching.ts";
import { type Answer, createSite, feed } from "./site.ts";

const NO_SERVER = "http://127.0.0.1:1/feed";
const picture: Answer = (_, response) => void response.setHeader("content-type", "image/png").end("x");
const breakOff: Answer = (request) => void request.socket.destroy();

/** A site whose page at / names those feeds and which has one at /good. */
async function setUp(...named: readonly string[]) {
  const site = await createSite();
  const links = named.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join("");
  site.answers.set("/", (_, response) => void response.setHeader("content-type", "text/html").end(`<html>${links}</html>`));
  site.answers.set("/good", feed(site.address, []));
  const fetcher = makeFetcher();
  const reader = createReader(() => ({ sentences: [], statements: [] }));
  const find = async () => {
    const { address, others } = await findFeed(`${site.address}/`, { fetcher, hosts: createHosts(1), reader });
    return [address, ...others.map((other) => other.address)].map((each) => each.replace(site.address, ""));
  };
  return { site, find };
}

describe("feeds that a page names", () => {
  test.each<[string, string, Answer]>([
    ["is missing", "/bad", 404],
    ["is a picture", "/bad", picture],
    ["breaks off", "/bad", breakOff],
    ["is a page", "/bad", (_, response) => void response.end("<html></html>")],
    ["is at a host that does not answer", NO_SERVER, 200],
    ["is at an address that is not asked", "ftp://valley.example/feed", 200],
  ])("are tried one after the other, also where one %s", async (_, bad, answer) => {
    const { site, find } = await setUp(bad, "/good");
    site.answers.set("/bad", answer);
    expect(await find()).toEqual(["/good", bad].slice(0, bad.startsWith("ftp") ? 1 : 2));
  });

  test("are five at most, and the usual places come next", async () => {
    const { site, find } = await setUp(...["/1", "/2", "/3", "/4", "/5", "/good"]);
    for (const path of ["/feed", "/rss"]) site.answers.set(path, feed(site.address, []));
    expect(await find()).toEqual(["/feed"]);
    expect(site.asked()).toEqual(["/", "/1", "/2", "/3", "/4", "/5", "/feed"]);
  });
});

describe("the usual places of a site", () => {
  test.each<[string, Answer]>([
    ["is missing", 404],
    ["fails", 500],
    ["is a picture", picture],
  ])("are tried one after the other, also where one %s", async (_, answer) => {
    const { site, find } = await setUp();
    site.answers.set("/feed", answer).set("/rss", feed(site.address, []));
    expect(await find()).toEqual(["/rss"]);
  });

  test("are left alone once the site answers no more", async () => {
    const { site, find } = await setUp(NO_SERVER);
    site.answers.set("/feed", breakOff);
    await expect(find()).rejects.toThrow(
      /\/ is a web page that names no feed, and there is none in the usual places of its site/,
    );
    expect(site.asked()).toEqual(["/", "/feed"]);
  });
});
