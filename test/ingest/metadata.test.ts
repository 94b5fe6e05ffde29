import { describe, expect, it } from "vitest";
import { parsePage } from "../../src/ingest/dom.ts";
import { readMetadata } from "../../src/ingest/metadata.ts";

const page = (head: string, body = "<article><p>Talks went on.</p></article>"): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const read = (html: string, from: string | null = null) => readMetadata(parsePage(html, "a.html"), from);

describe("metadata of a page", () => {
  const NOTHING = { title: null, outlet: null, author: null, publishedAt: null, modifiedAt: null, url: null, language: null };
  const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  it("is null where the page says nothing", () => {
    expect(read(page(""))).toMatchObject(NOTHING);
  });

  it("comes from JSON-LD before Open Graph", () => {
    const head = `${jsonLd({
      "@type": ["NewsArticle"],
      headline: "Talks &amp;#8216;go on&amp;#8217;",
      author: [{ "@type": "Person", name: "Ilse Brandt" }, { name: "Jon Park" }],
      datePublished: "2026-05-01T10:30:00+02:00",
      publisher: { name: "The Harbour Post" },
      mainEntityOfPage: { "@id": "https://post.example/talks" },
      inLanguage: "en-gb",
    }).replaceAll("&amp;", "&")}<meta property="og:title" content="Other"><meta property="og:site_name" content="Other">`;
    expect(read(page(head))).toMatchObject({
      title: "Talks ‘go on’",
      outlet: "The Harbour Post",
      author: "Ilse Brandt, Jon Park",
      publishedAt: new Date("2026-05-01T08:30:00Z"),
      url: "https://post.example/talks",
      language: "en-GB",
    });
  });

  it("follows references within a JSON-LD graph", () => {
    const graph = [
      { "@type": "WebSite", "@id": "#site", name: "Site" },
      { "@type": "Organization", "@id": "#post", name: "The Harbour Post" },
      { "@type": "Person", "@id": "#ilse", name: "Ilse Brandt" },
      { "@type": "Article", headline: "Talks go on", author: { "@id": "#ilse" }, publisher: { "@id": "#post" } },
    ];
    expect(read(page(jsonLd({ "@graph": graph })))).toMatchObject({
      title: "Talks go on",
      outlet: "The Harbour Post",
      author: "Ilse Brandt",
    });
  });

  it.each([
    [
      "Open Graph",
      '<meta property="og:title" content="Talks"><meta property="og:site_name" content="Post">',
      { title: "Talks", outlet: "Post" },
    ],
    [
      "a title without its outlet",
      '<title>Talks go on | Post</title><meta property="og:site_name" content="Post">',
      { title: "Talks go on" },
    ],
    [
      "a title with dashes of its own",
      '<title>Talks - go on - Post</title><meta property="og:site_name" content="Post">',
      { title: "Talks - go on" },
    ],
    ["a title with an unknown end", "<title>Talks | World</title>", { title: "Talks | World", outlet: null }],
    ["the author", '<meta name="author" content="By Ilse Brandt">', { author: "Ilse Brandt" }],
    ["no address as author", '<meta property="article:author" content="https://social.example/post">', { author: null }],
    [
      "article:published_time",
      '<meta property="article:published_time" content="2026-05-01T10:00:00Z">',
      { publishedAt: new Date("2026-05-01T10:00:00Z") },
    ],
    ["Dublin Core", '<meta name="DC.date.issued" content="2026-05-01">', { publishedAt: new Date("2026-05-01T00:00:00Z") }],
    ["a date that can be read in two ways", '<meta name="date" content="01/05/2026">', { publishedAt: null }],
    ["the locale", '<meta property="og:locale" content="en_GB">', { language: "en-GB" }],
    ["a locale that is none", '<meta property="og:locale" content="en-GB,de-DE">', { language: null }],
    [
      "broken JSON-LD",
      '<script type="application/ld+json">{"@type": "NewsArticle", </script><title>Talks</title>',
      { title: "Talks" },
    ],
    ["JSON-LD of something else", jsonLd({ "@type": "Organization", name: "Post" }), NOTHING],
    [
      "JSON-LD of the wrong types",
      jsonLd({ "@type": "Article", headline: "Talks", author: 3, publisher: [null], datePublished: {} }),
      { title: "Talks" },
    ],
  ])("%s", (_, head, expected) => {
    expect(read(page(head))).toMatchObject(expected);
  });

  it.each([
    ["the only <time>", '<time datetime="2026-05-01">Friday</time>', new Date("2026-05-01T00:00:00Z")],
    [
      "one of several that is marked",
      '<time datetime="2026-05-01" itemprop="datePublished">x</time><time datetime="2026-05-03">y</time>',
      new Date("2026-05-01T00:00:00Z"),
    ],
    ["none of several", '<time datetime="2026-05-01">x</time><time datetime="2026-05-03">y</time>', null],
  ])("date: %s", (_, times, publishedAt) => {
    expect(read(page("", `<article>${times}</article>`))).toMatchObject({ publishedAt });
  });

  it("cuts the title to the heading it begins with", () => {
    expect(read(page("<title>Talks go on - World news</title>", "<h1>Talks go on</h1>")).title).toBe("Talks go on");
  });

  it.each([
    [
      "canonical",
      '<link rel="canonical" href="https://post.example/talks?utm_source=x#top">',
      null,
      "https://post.example/talks",
    ],
    ["canonical, relative", '<link rel="canonical" href="/talks">', "https://post.example/a?b=1", "https://post.example/talks"],
    [
      "og:url",
      '<meta property="og:url" content="https://post.example/talks">',
      "https://www.post.example/talks?ref=3",
      "https://post.example/talks",
    ],
    ["where it came from", "", "https://post.example/talks?utm_medium=y", "https://post.example/talks"],
    ["never the front page, of a file", '<link rel="canonical" href="https://post.example/">', null, null],
    ["never a script", '<link rel="canonical" href="javascript:alert(1)">', null, null],
    [
      "never another outlet's",
      '<link rel="canonical" href="https://gazette.example/talks">',
      "https://post.example/a",
      "https://post.example/a",
    ],
    [
      "never the front page",
      '<link rel="canonical" href="https://post.example/">',
      "https://post.example/a",
      "https://post.example/a",
    ],
  ])("address: %s", (_, head, from, url) => {
    expect(read(page(head), from).url).toBe(url);
  });
});

describe("who wrote it", () => {
  const byLinkedData = (author: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Talks", author })}</script>`;

  it.each([
    ["a name", byLinkedData("Ilse Brandt"), "Ilse Brandt"],
    ["names", byLinkedData(["Ilse Brandt", "Jon Park"]), "Ilse Brandt, Jon Park"],
    ["people", byLinkedData([{ name: "Ilse Brandt" }, { name: ["Jon Park"] }]), "Ilse Brandt, Jon Park"],
    ["a person twice", byLinkedData([{ name: "Ilse Brandt" }, { name: "By Ilse Brandt" }]), "Ilse Brandt"],
    ["a value with its language", byLinkedData({ name: { "@value": "Ilse Brandt", "@language": "en" } }), "Ilse Brandt"],
    ["an outlet", byLinkedData({ "@type": "Organization", name: "Northlight Wire" }), "Northlight Wire"],
    ["an address", byLinkedData("https://post.example/ilse"), null],
    ["a reference to nobody", byLinkedData({ "@id": "#ilse" }), null],
    ["too deep a list", byLinkedData([[["Ilse Brandt"]]]), null],
    ["a thousand names", byLinkedData(Array(1_000).fill("Ilse Brandt")), "Ilse Brandt"],
    [
      "several <meta>",
      '<meta name="author" content="Ilse Brandt"><meta name="author" content="Jon Park">',
      "Ilse Brandt, Jon Park",
    ],
    [
      "an address before a name",
      '<meta property="article:author" content="https://social.example/i"><meta name="author" content="Ilse Brandt">',
      "Ilse Brandt",
    ],
    ["an e-mail address beside the name", '<meta name="author" content="ilse@post.example (Ilse Brandt)">', "Ilse Brandt"],
  ])("%s", (_, head, author) => {
    expect(read(page(head)).author).toBe(author);
  });

  it.each([
    ["a link to the author", '<a rel="author" href="/ilse">Ilse Brandt</a>', "Ilse Brandt"],
    ["two authors' links, for one may be another article's", '<a rel="author">Ilse Brandt</a><a rel="author">Jon Park</a>', null],
    ["a line that begins so", '<p class="byline">By Ilse Brandt, Velm</p>', "Ilse Brandt, Velm"],
    ["a line that does not", '<p class="byline">Friday, 1 May</p>', null],
  ])("on the page: %s", (_, body, author) => {
    expect(read(page("", body)).author).toBe(author);
  });
});

describe("when it was published and changed", () => {
  const linked = (given: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Talks", ...given })}</script>`;
  const metaTag = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
  const day = (text: string | null) => (text === null ? null : new Date(text));

  it.each([
    [
      "JSON-LD",
      linked({ datePublished: "2026-05-01T10:00:00Z", dateModified: "2026-05-02T10:00:00Z" }),
      "2026-05-01T10:00:00Z",
      "2026-05-02T10:00:00Z",
    ],
    ["a list", linked({ datePublished: ["soon", "2026-05-01"] }), "2026-05-01", null],
    ["no zone: the day", linked({ datePublished: "2026-05-01T23:30:00" }), "2026-05-01", null],
    ["a zone", linked({ datePublished: "2026-05-01T23:30:00-05:00" }), "2026-05-02T04:30:00Z", null],
    ["seconds since 1970, which may be something else", linked({ datePublished: 1_777_600_000 }), null, null],
    ["a year alone", linked({ datePublished: "2026" }), null, null],
    ["a day that is none", linked({ datePublished: "2026-02-30" }), null, null],
    [
      "Open Graph",
      metaTag("article:published_time", "2026-05-01") + metaTag("article:modified_time", "2026-05-03"),
      "2026-05-01",
      "2026-05-03",
    ],
    [
      "a <meta> that cannot be read before one that can",
      metaTag("date", "soon") + metaTag("dc.date", "2026-05-01"),
      "2026-05-01",
      null,
    ],
    [
      "JSON-LD before <meta>",
      metaTag("article:modified_time", "2026-05-09") + linked({ dateModified: "2026-05-03" }),
      null,
      "2026-05-03",
    ],
    ["the change of the page alone", metaTag("og:updated_time", "2026-05-03"), null, "2026-05-03"],
  ])("%s", (_, head, published, modified) => {
    expect(read(page(head))).toMatchObject({ publishedAt: day(published), modifiedAt: day(modified) });
  });

  it.each([
    [
      "microdata",
      '<meta itemprop="datePublished" content="2026-05-01"><time itemprop="dateModified" datetime="2026-05-03">x</time>',
    ],
    [
      "hAtom",
      '<time class="entry-date published" datetime="2026-05-01">x</time><time class="updated" datetime="2026-05-03">y</time>',
    ],
  ])("on the page: %s", (_, body) => {
    expect(read(page("", body))).toMatchObject({ publishedAt: day("2026-05-01"), modifiedAt: day("2026-05-03") });
  });
});

describe("which article JSON-LD tells of", () => {
  const scripts = (...values: unknown[]): string =>
    values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join("");
  const article = (headline: string, more: object = {}) => ({ "@type": "NewsArticle", headline, ...more });
  const FROM = "https://post.example/talks";

  it.each([
    ["the page's, after a list of others", scripts({ itemListElement: [{ item: article("Other") }] }, article("Talks")), "Talks"],
    ["none, where there is a list alone", scripts({ itemListElement: [{ item: article("Other") }] }), "Page"],
    ["the outermost", scripts({ ...article("Talks"), related: article("Other") }), "Talks"],
    ["the one it mentions is another", scripts({ "@type": "WebPage", mentions: article("Other") }), "Page"],
    ["none of several", scripts([article("One"), article("Two")]), "Page"],
    ["the one that has the page's address", scripts([article("One"), article("Talks", { url: FROM })]), "Talks"],
    ["by its id", scripts({ "@graph": [article("One"), article("Talks", { "@id": `${FROM}#article` })] }), "Talks"],
    ["by a page in a list", scripts([article("One"), article("Talks", { mainEntityOfPage: [{ url: "/talks" }] })]), "Talks"],
    ["one that is told twice", scripts(article("Talks"), article("Talks")), "Talks"],
    ["nothing of another kind", scripts({ "@type": "Product", headline: "Talks" }), "Page"],
  ])("%s", (_, head, title) => {
    expect(read(page(`<title>Page</title>${head}`), FROM).title).toBe(title);
  });
});

describe("articles that must not be taken for one another", () => {
  const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;

  it.each([
    ["the front page", canonical("https://post.example/"), "https://post.example/talks"],
    ["the front page by its file", canonical("https://post.example/index.php"), "https://post.example/talks"],
    ["a front page of Open Graph", '<meta property="og:url" content="https://post.example">', "https://post.example/talks"],
    ["a section", canonical("https://post.example/news"), "https://post.example/news/2026/talks"],
    ["a section that numbers its articles", canonical("/news/"), "https://post.example/news/12"],
    ["an address without the number that chose the article", canonical("/read"), "https://post.example/read?id=12"],
    ["another outlet", canonical("https://gazette.example/talks"), "https://post.example/talks"],
    ["a base elsewhere", `<base href="https://gazette.example/">${canonical("talks")}`, "https://post.example/talks"],
    ["an address with a password", canonical("https://me:secret@gazette.example/talks"), "https://post.example/talks"],
  ])("%s", (_, head, from) => {
    expect(read(page(head), from).url).toBe(from);
  });

  it.each([
    ["the rendition for telephones", canonical("/news/talks"), "https://m.post.example/news/talks/amp/"],
    ["the second part", canonical("/talks"), "https://post.example/talks/page/2"],
    ["what tells where the reader came from", canonical("/talks"), "https://post.example/talks?ref=front"],
    ["a relative address", canonical("talks"), "https://post.example/news/read?id=3"],
    ["a relative address with a base", `<base href="/news/">${canonical("talks")}`, "https://post.example/read?id=3"],
  ])("but may be called by: %s", (_, head, from) => {
    const url = read(page(head), from).url!;
    expect(url).not.toBe(from);
    expect(new URL(url).pathname).toMatch(/\/talks$/);
  });

  it("tells where a page is by JSON-LD last", () => {
    const linked = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks","url":"/talks"}</script>';
    expect(read(page(linked), "https://post.example/read?x=3").url).toBe("https://post.example/talks");
    expect(read(page(canonical("/other") + linked), "https://post.example/read?x=3").url).toBe("https://post.example/other");
  });
});
