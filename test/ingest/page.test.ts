import { describe, expect, it } from "vitest";
import { readPage } from "../../src/ingest/page.ts";

const LEAD = "Talks on the Lake Orin dam went on for a third day on Friday, officials of both sides said in the town of Velm.";
const QUOTE =
  "“We agree on nearly all of it,” Minister Anna Reyn told reporters, “and the rest is a matter of days, not of weeks.”";
const END =
  "Her counterpart, Tomas Hale, was more careful, and said that the question of water in dry years had not been settled at all.";
const STORY = `<p>${LEAD}</p><p>${QUOTE}</p><p>${END}</p>`;
const page = (head: string, body = `<article>${STORY}</article>`): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const read = (html: string, from: string | null = null) => readPage(html, "a.html", from);

describe("text of a page", () => {
  it("has a line a block, without menus, captions, scripts and comments", () => {
    const html = page(
      "<title>Talks go on</title><style>p { color: red }</style>",
      `<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
       <main><article><h1>Talks go on</h1>
         <figure><img src="dam.jpg"><figcaption>The dam at dusk. Photo: Ilse Brandt</figcaption></figure>
         <p>${LEAD}</p><script>document.write("ran")</script>
         <p>“We <em>agree</em>\n   on <a href="/x">nearly&nbsp;all</a> of&shy; it,”<br>she said.</p>
         <h2>What is open</h2><ul><li>Water in dry years</li><li>The <b>price</b></li></ul>
         <blockquote><p>${QUOTE}</p></blockquote>
         <p>${END}</p></article></main>
       <footer><p>Copyright The Harbour Post</p></footer>`,
    );
    expect(read(html).text.split("\n")).toEqual([
      ...[LEAD, "“We agree on nearly all of it,”", "she said.", "What is open", "Water in dry years", "The price", QUOTE, END],
    ]);
  });

  it.each([
    ["the marks a browser prints around <q>", "<q>We <q>fully</q> agree</q>, she said.", "“We ‘fully’ agree”, she said."],
    [
      "a quotation inside a figure",
      "<figure><blockquote>We agree.</blockquote><figcaption>Anna Reyn</figcaption></figure>",
      "We agree.",
    ],
    ["the lines of <pre>", "<pre>One line.\nAnother  line.</pre>", "One line.\nAnother line."],
    ["a row of a table in one line", "<table><tr><th>Year</th><td>2026</td></tr></table>", "Year 2026"],
    ["characters that join letters", "क्\u200dष and 👩\u200d🚀", "क्\u200dष and 👩\u200d🚀"],
    ["no bidi override", "We \u202eeerga\u202c, she said.", "We eerga, she said."],
    ["no zero-width and control characters", "We\u200b ag\u00adree\ufeff,&#1; she said.", "We agree, she said."],
    [
      "no words for screen readers",
      'We agree<span class="sr-only"> (quotation)</span>, she said, on all of it.',
      "We agree, she said, on all of it.",
    ],
    ["no hidden words", '<span style="display:none">Not</span> We agree.', "We agree."],
    ["numeric references of Windows-1252", "It&#146;s late.", "It’s late."],
    ["no half of a surrogate pair", "We &#xD83D; agree.", "We \ufffd agree."],
  ])("keeps %s", (_, inner, expected) => {
    expect(read(page("", `<article>${STORY}<div>${inner}</div></article>`)).text).toBe([LEAD, QUOTE, END, expected].join("\n"));
  });

  it("leaves out what surrounds news in brief", () => {
    const brief =
      "<h1>Talks go on</h1><p class='byline'>By Ilse Brandt</p><p>“We agree,” Anna Reyn said in Velm on Friday.</p><p>Talks go on next week.</p>";
    const comment =
      "<article class='comment'><p>I heard the minister say “we agree”, and, frankly, nobody believes it any more.</p></article>";
    const html = page(
      "<title>Talks go on</title>",
      `<div id="cookie-banner"><p>We use cookies, and similar tools, to improve your experience. By continuing, you accept.</p></div>
       <main><div class="has-sidebar"><article>${brief}<div class="ad-slot"><p>Buy, now, at half the price.</p></div>
         <p>Read more: <a href="/x">Hale says the talks have failed</a></p><p><a href="/y">Reyn warns of a drought</a></p><p>Advertisement</p></article>
         <div class="related"><ul><li><a href="/z">Another story</a><p>Some teaser text, with a comma, and more words than one.</p></li></ul></div></div>
         <section id="comments">${comment.repeat(6)}</section></main>`,
    );
    expect(read(html).text).toBe("“We agree,” Anna Reyn said in Velm on Friday.\nTalks go on next week.");
  });

  it.each(["sidebar", "related-layout", "subscribe-wall"])("is read where the frame of the article is called %s", (name) => {
    expect(read(page("", `<div class="${name}">${STORY}</div>`)).text).toBe([LEAD, QUOTE, END].join("\n"));
  });

  it.each([
    ["no html, head and body", `<title>Talks go on</title>${STORY}`],
    ["no body", `<html><head><title>Talks go on</title></head>${STORY}</html>`],
    ["no head", `<html><body><title>Talks go on</title>${STORY}</body></html>`],
    [
      "an XML declaration",
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Talks go on</title></head><body>${STORY}</body></html>`,
    ],
    ["open tags", `<html><head><title>Talks go on</title><body><p>${LEAD}<p>${QUOTE}<p>${END}`],
  ])("is read from HTML with %s", (_, html) => {
    expect(read(html)).toMatchObject({ title: "Talks go on", text: [LEAD, QUOTE, END].join("\n") });
  });

  it("is read from an article of one sentence", () => {
    expect(read(page("", "<p>“We agree,” Anna Reyn said.</p>")).text).toBe("“We agree,” Anna Reyn said.");
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n "],
    ["an empty page", "<!doctype html><html><head><title>Talks</title></head><body></body></html>"],
    ["scripts alone", page("", "<script>var a = 'We agree'</script>")],
    ["links alone", page("", `<ul>${"<li><a href='/x'>Talks go on for a third day, officials say</a></li>".repeat(20)}</ul>`)],
  ])("refuses %s", (_, html) => {
    expect(() => read(html)).toThrow("a.html has no article text: give the page of one article.");
  });
});

describe("metadata of a page", () => {
  const NOTHING = { title: null, outlet: null, author: null, publishedAt: null, url: null, language: null };
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
    expect(read(page("", `<article>${times}${STORY}</article>`))).toMatchObject({ publishedAt });
  });

  it("cuts the title to the heading it begins with", () => {
    expect(read(page("<title>Talks go on - World news</title>", `<h1>Talks go on</h1>${STORY}`)).title).toBe("Talks go on");
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
      "https://www.post.example/talks?id=3",
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

describe("hostile HTML", () => {
  const TOO_BIG = "a.html has more markup than the page of one article: give its text as a .txt file.";
  it.each([
    ["deep nesting", `<html><body>${"<div>".repeat(100_000)}hello`],
    ["elements without end", `<html><body>${"<p>hello</p>".repeat(50_000)}`],
    ["open brackets", "<".repeat(4_000_000)],
    ["references", `<p>${"&amp".repeat(1_000_000)}`],
    ["attributes", `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>hello`],
    ["text deep down", `<html><body>${"<h1>".repeat(190)}${"word and, ".repeat(400_000)}`],
    ["open comments", "<!--".repeat(1_000_000)],
  ])("is refused: %s", (_, html) => {
    expect(() => read(html)).toThrow(TOO_BIG);
  });

  it.each([
    ["a long title", page(`<title>${"a | ".repeat(1_000_000)}</title>`)],
    ["a long attribute", page("", `<article><img srcset="${"a.jpg 1x,".repeat(400_000)}">${STORY}</article>`)],
    ["an image in the page", page("", `<article><img src="data:image/png;base64,${"A".repeat(4_000_000)}">${STORY}</article>`)],
    ["nested JSON", page(`<script type="application/ld+json">${"[".repeat(4_000_000)}</script>`)],
    ["wide JSON", page(`<script type="application/ld+json">[${"{},".repeat(500_000)}{}]</script>`)],
    ["white space", page("", `<article>${STORY}<p>${" ".repeat(2_000_000)}</p></article>`)],
  ])("is read: %s", (_, html) => {
    expect(read(html).text).toBe([LEAD, QUOTE, END].join("\n"));
  });
});
