import { describe, expect, it } from "vitest";
import { readPage } from "../../src/ingest/page.ts";
import { createWeb } from "./server.ts";

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

  it("is read around what is no part of the document", () => {
    const odd =
      '<template><div class="ads" id="x"><input type="email"></div></template><noscript><p class="promo">a</p></noscript><svg class="share"><g id="related"></g></svg>';
    expect(read(page("", `<article>${odd}${STORY}${odd}</article>`)).text).toBe([LEAD, QUOTE, END].join("\n"));
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

describe("what a page would do", () => {
  it("is not done: no script runs, and nothing is fetched", async () => {
    const asked: (string | undefined)[] = [];
    const web = await createWeb((request, response) => {
      asked.push(request.url);
      response.end("globalThis.ran = true");
    });
    const html = page(
      `<script>globalThis.ran = true</script><script src="${web}/a.js"></script><link rel="stylesheet" href="${web}/a.css">
       <style>@import "${web}/b.css"</style><base href="${web}/"><meta http-equiv="refresh" content="0;url=${web}/next">
       <script type="application/ld+json">{"@type": "Article", "headline": "Talks", "__proto__": {"ran": true}}</script>`,
      `<article onload="globalThis.ran = true">${STORY}<img src="${web}/a.png" onerror="globalThis.ran = true">
       <iframe srcdoc="<script>parent.ran = true</script>"></iframe><object data="${web}/o"></object>
       <svg onload="globalThis.ran = true"><script>globalThis.ran = true</script></svg>
       <a href="javascript:globalThis.ran = true">a</a><video src="${web}/v" autoplay></video></article>`,
    );
    expect(read(html).text).toContain(QUOTE);
    // Time enough for what would have been begun.
    await new Promise((resolve) => setImmediate(resolve));
    expect({ asked, ran: "ran" in globalThis, polluted: "ran" in {} }).toEqual({ asked: [], ran: false, polluted: false });
  });

  it("expands no entity that it declares", () => {
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    const html = `<!DOCTYPE html [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${laughs}]>${page("", `<article>${STORY}<p>&e20; &f; &eacute;</p></article>`)}`;
    expect(read(html).text).toContain("&e20; &f; é");
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
