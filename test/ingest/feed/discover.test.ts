import { describe, expect, it } from "vitest";
import { COMMON_PATHS, findFeeds } from "../../../src/ingest/feed/discover.ts";

const PAGE = "https://harbourpost.example/world/index.html";
const addresses = (head: string): string[] =>
  findFeeds(`<!doctype html><html><head>${head}</head>`, PAGE).map(({ address }) => address);

describe("findFeeds", () => {
  it("gives the feeds of a page in its order, resolved, each once", () => {
    const head = `
      <link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de/">
      <LINK REL="alternate" TYPE="application/rss+xml" TITLE="News &amp; views" HREF="feed.xml">
      <link href='//velm.example/atom?a=1&amp;b=2' type='application/atom+xml; charset=utf-8' rel='alternate home'/>
      <link rel="alternate" type="application/feed+json" href="/feed.json">
      <link rel=alternate type=application/rss+xml href=feed.xml title=Again>`;
    expect(findFeeds(`<html><head>${head}</head><body>`, PAGE)).toEqual([
      { address: "https://harbourpost.example/world/feed.xml", title: "News & views" },
      { address: "https://velm.example/atom?a=1&b=2", title: null },
      { address: "https://harbourpost.example/feed.json", title: null },
    ]);
  });

  it("starts from the page's <base>", () => {
    expect(addresses('<base href="/en/"><link rel="alternate" type="application/rss+xml" href="rss">')).toEqual([
      "https://harbourpost.example/en/rss",
    ]);
  });

  it.each([
    ["an interface", '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">'],
    ["a preview", '<link rel="alternate" type="application/json+oembed" href="/oembed?format=json">'],
    ["a script", '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ["no address", '<link rel="alternate" type="application/rss+xml" href="">'],
    ["no alternate", '<link rel="preload" type="application/rss+xml" href="/rss">'],
    ["a comment", '<!-- <link rel="alternate" type="application/rss+xml" href="/rss"> -->'],
    ["words of a script", `<script>var a = '<link rel="alternate" type="application/rss+xml" href="/rss">'</script>`],
  ])("takes nothing else for a feed: %s", (_, head) => {
    expect(addresses(head)).toEqual([]);
  });

  it.each([
    '<link rel="alternate" type="text/xml" title="RSS" href="/news">',
    '<link rel="alternate" type="application/json" title="JSON Feed" href="/news">',
    '<link rel="feed" href="/news">',
  ])("takes %s for one", (head) => {
    expect(addresses(head)).toEqual(["https://harbourpost.example/news"]);
  });

  it("stays quick on a page made to do harm", () => {
    const started = performance.now();
    for (const text of ["<link ", "<link rel=alternate type=application/rss+xml href=a>", "<a>", "<!--", "<link rel='"])
      findFeeds(text.repeat(200_000), PAGE);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

it("knows paths that resolve on any site", () => {
  for (const path of COMMON_PATHS) expect(new URL(path, PAGE).pathname).toBe(path);
});
