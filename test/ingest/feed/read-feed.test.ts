import { describe, expect, it } from "vitest";
import { IngestError } from "../../../src/ingest/errors.ts";
import type { FeedEntry } from "../../../src/ingest/feed/feed.ts";
import { ADDRESS, atom, atomEntry, entry, MODULES, read, rss } from "./feeds.ts";

const TALKS: FeedEntry = {
  id: "tag:harbourpost.example,2026:talks",
  title: "Talks go on at Lake Orin",
  url: "https://harbourpost.example/talks",
  publishedAt: new Date("2026-03-05T09:30:00Z"),
  modifiedAt: null,
  author: "Ilse Brandt",
  html: "<p>“We agree,” Anna Reyn said.</p>",
  summary: "A third day.",
};

describe("every format", () => {
  it.each([
    [
      "RSS 2.0",
      rss(`<title>Harbour Post</title><link>https://harbourpost.example/</link><language>en-gb</language>
        <item><title>Talks go on at Lake Orin</title><link>https://harbourpost.example/talks</link>
        <guid isPermaLink="false">tag:harbourpost.example,2026:talks</guid><pubDate>Thu, 05 Mar 2026 10:30:00 +0100</pubDate>
        <dc:creator>Ilse Brandt</dc:creator><description>A third &lt;b&gt;day&lt;/b&gt;.</description>
        <content:encoded><![CDATA[<p>“We agree,” Anna Reyn said.</p>]]></content:encoded></item>`),
    ],
    [
      "RDF (RSS 1.0)",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${MODULES}>
        <channel rdf:about="${ADDRESS}"><title>Harbour Post</title><link>https://harbourpost.example/</link>
        <dc:language>en-GB</dc:language><items><rdf:Seq><rdf:li rdf:resource="tag:harbourpost.example,2026:talks"/></rdf:Seq></items></channel>
        <item rdf:about="tag:harbourpost.example,2026:talks"><title>Talks go on at Lake Orin</title>
        <link>https://harbourpost.example/talks</link><dc:date>2026-03-05T09:30:00Z</dc:date><dc:creator>Ilse Brandt</dc:creator>
        <description>A third day.</description>
        <content:encoded>&lt;p&gt;“We agree,” Anna Reyn said.&lt;/p&gt;</content:encoded></item></rdf:RDF>`,
    ],
    [
      "Atom 0.3",
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en-GB"><title>Harbour Post</title>
        <link rel="alternate" type="text/html" href="https://harbourpost.example/"/><author><name>Ilse Brandt</name></author>
        <entry><id>tag:harbourpost.example,2026:talks</id><title type="text/html" mode="escaped">Talks go on at &lt;i&gt;Lake Orin&lt;/i&gt;</title>
        <link rel="alternate" href="/talks"/><issued>2026-03-05T09:30:00Z</issued><summary>A third day.</summary>
        <content type="text/html" mode="escaped">&lt;p&gt;“We agree,” Anna Reyn said.&lt;/p&gt;</content></entry></feed>`,
    ],
    [
      "Atom 1.0",
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Harbour Post</title>
        <link rel="self" href="${ADDRESS}"/><link href="https://harbourpost.example/"/>
        <entry><id>tag:harbourpost.example,2026:talks</id><title type="html">Talks go on at &lt;i&gt;Lake&amp;nbsp;Orin&lt;/i&gt;</title>
        <link rel="enclosure" href="/talks.mp3"/><link href="/talks"/><published>2026-03-05T09:30:00Z</published>
        <author><name>Ilse Brandt</name><email>ilse@harbourpost.example</email></author><summary>A third day.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“We agree,” Anna Reyn said.</p></div></content></entry></feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Harbour Post",
        home_page_url: "https://harbourpost.example/",
        language: "en-GB",
        items: [
          {
            id: TALKS.id,
            url: TALKS.url,
            title: TALKS.title,
            summary: TALKS.summary,
            content_html: TALKS.html,
            date_published: "2026-03-05T10:30:00+01:00",
            authors: [{ name: "Ilse Brandt" }],
          },
        ],
      }),
    ],
  ])("%s", (format, text) => {
    const html = format === "Atom 1.0" ? `<div>${TALKS.html}</div>` : TALKS.html;
    expect(read(text)).toEqual({
      title: "Harbour Post",
      link: "https://harbourpost.example/",
      language: "en-GB",
      ttlMinutes: null,
      skipHours: [],
      skipDays: [],
      entries: [{ ...TALKS, html }],
    });
  });
});

describe("when a feed asks to be fetched", () => {
  it("says its ttl and the hours and days it rests", () => {
    const feed = read(
      rss(`<ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>13</hour><hour>noon</hour><hour>31</hour></skipHours>
        <skipDays><day>sunday</day><day>Friday</day><day>Someday</day></skipDays>`),
    );
    expect(feed).toMatchObject({ ttlMinutes: 90, skipHours: [0, 13], skipDays: ["Friday", "Sunday"] });
  });

  it("says how often in Atom too", () => {
    const inside = "<sy:updatePeriod>hourly</sy:updatePeriod>";
    const namespace = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
    expect(read(`<feed xmlns="http://www.w3.org/2005/Atom" ${namespace}>${inside}</feed>`).ttlMinutes).toBe(60);
  });

  it.each([
    ["<ttl>0</ttl>", null],
    ["<ttl>soon</ttl>", null],
    ["<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30],
    ["<sy:updatePeriod>daily</sy:updatePeriod>", 1440],
    ["<sy:updatePeriod>never</sy:updatePeriod>", null],
  ])("%s", (inside, minutes) => {
    expect(read(rss(inside)).ttlMinutes).toBe(minutes);
  });
});

describe("links", () => {
  it.each([
    ["is resolved against the feed's address", "<link>../talks</link>", "https://harbourpost.example/talks"],
    ["against xml:base first", '<link xml:base="https://velm.example/a/">b</link>', "https://velm.example/a/b"],
    ["loses what tracks the reader", "<link>https://velm.example/?utm_source=rss&amp;id=7</link>", "https://velm.example/?id=7"],
    [
      "keeps an ampersand nobody escaped",
      "<link>https://velm.example/?a=1&b=2&copy=3</link>",
      "https://velm.example/?a=1&b=2&copy=3",
    ],
    ["may be Atom's", '<atom:link href="https://velm.example/x"/>', "https://velm.example/x"],
    ["is not the feed itself", '<atom:link rel="self" href="https://velm.example/x"/>', null],
    ["is the guid that is a permanent link", "<guid>https://velm.example/g</guid>", "https://velm.example/g"],
    ["goes before the guid", "<guid>https://velm.example/g</guid><link>/l</link>", "https://harbourpost.example/l"],
    ["is no guid that says it is none", '<guid isPermaLink="false">https://velm.example/g</guid>', null],
    ["is no guid that is no address", "<guid>4711</guid>", null],
    ["is nothing a browser runs", "<link>javascript:alert(1)</link>", null],
    ["is no file", "<link>file:///etc/passwd</link>", null],
    ["is nothing longer than an address", `<link>https://velm.example/${"a".repeat(3000)}</link>`, null],
  ])("%s", (_, inside, url) => {
    expect(entry(inside).url).toBe(url);
  });

  it("start from the feed's own page where its address is not known", () => {
    const text = rss("<link>https://velm.example/</link><item><link>/talks</link></item>");
    expect(read(text, null).entries[0]!.url).toBe("https://velm.example/talks");
    expect(read(rss("<item><link>/talks</link></item>"), null).entries[0]!.url).toBeNull();
  });

  it("of Atom lead to the page and not to other forms of it", () => {
    const links =
      '<link type="application/json" href="/a.json"/><link rel="replies" href="/r"/><link type="text/html" href="/a"/>';
    expect(atomEntry(links).url).toBe("https://harbourpost.example/a");
    expect(atomEntry("<id>https://velm.example/a</id>").url).toBe("https://velm.example/a");
  });
});

describe("ids", () => {
  const ids = (inside: string): string[] => read(rss(inside)).entries.map(({ id }) => id);

  it("are the guid, else the link, else what the words give", () => {
    expect(ids("<item><guid> 4711\n</guid></item><item><link>https://velm.example/a</link></item>")).toEqual([
      ...["4711", "https://velm.example/a"],
    ]);
    const [one] = ids("<item><title>Talks</title></item>");
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(ids("<item><title>Other</title></item><item><title>Talks</title></item>")[1]).toBe(one);
  });

  it.each([
    ["the same", "<item><guid>1</guid><link>/a</link></item><item><guid>1</guid><link>/b</link></item>"],
    ["none, and one address", "<item><title>A</title><link>/#a</link></item><item><title>B</title><link>/#b</link></item>"],
  ])("differ though the feed gives every entry %s", (_, inside) => {
    const [a, b] = ids(inside);
    expect(a).not.toBe(b);
    expect(ids(inside.replace("<item>", "<item><guid>0</guid></item><item>")).slice(1)).toEqual([a, b]);
  });

  it("count an entry that is repeated with its id once, and without one each time", () => {
    expect(ids("<item><link>/a</link></item>".repeat(2))).toEqual([
      "https://harbourpost.example/a",
      "https://harbourpost.example/a 2",
    ]);
    expect(ids("<item><guid>1</guid><link>/a</link></item>".repeat(3))).toEqual(["1"]);
  });

  it("stay short", () => {
    expect(ids(`<item><guid>${"x".repeat(5_000)}</guid></item>`)[0]).toHaveLength(16);
  });
});

describe("words", () => {
  it.each([
    ["markup is left out", "<title>Talks &lt;em&gt;go&lt;/em&gt; on</title>", "Talks go on"],
    [
      "entities are read once more where HTML is escaped",
      "<title>Reyn &amp;amp; Hale&amp;#8217;s plan</title>",
      "Reyn & Hale’s plan",
    ],
    ["entities of HTML that XML does not know", "<title>The caf&eacute;&nbsp;&ndash; open</title>", "The café – open"],
    ["other entities stay", "<title>R&D; &unknown; costs</title>", "R&D; &unknown; costs"],
    ["comparisons are no tags", "<title>Why 1 &lt; 2 holds</title>", "Why 1 < 2 holds"],
    ["scripts are no words", "<title><![CDATA[Talks<script>alert(1)</script>]]></title>", "Talks"],
    ["lines and what cannot be seen", "<title>\n Talks\u202e\u0007 go\n on </title>", "Talks go on"],
    ["bare elements", "<title>Talks <b>go</b> on</title>", "Talks go on"],
    ["no words", "<title> </title>", null],
  ])("of a title: %s", (_, inside, title) => {
    expect(entry(inside).title).toBe(title);
  });

  it("of Atom's plain text are as written", () => {
    expect(atomEntry("<title>The &lt;blink&gt; tag &amp;amp; more</title>").title).toBe("The <blink> tag &amp; more");
  });

  it.each([
    ["<author>ilse@harbourpost.example (Ilse Brandt)</author>", "Ilse Brandt"],
    ["<author>Ilse Brandt &lt;ilse@harbourpost.example&gt;</author>", "Ilse Brandt"],
    ["<author>ilse@harbourpost.example</author><dc:creator>By Ilse Brandt</dc:creator>", "Ilse Brandt"],
    ["<dc:creator>Ilse Brandt</dc:creator><dc:creator>Tomas Hale</dc:creator>", "Ilse Brandt, Tomas Hale"],
    ["<author>https://harbourpost.example/ilse</author>", null],
  ])("of an author: %s", (inside, author) => {
    expect(entry(inside).author).toBe(author);
  });

  it("of an author are the feed's where the entry of an Atom feed has none", () => {
    const feed = read(atom("<author><name>The Harbour Post</name></author><entry><id>1</id></entry>"));
    expect(feed.entries[0]!.author).toBe("The Harbour Post");
  });
});

describe("content", () => {
  it.each([
    ["a description alone", entry("<description>&lt;p&gt;All of it.&lt;/p&gt;</description>").html],
    ["white space", entry("<content:encoded> \n</content:encoded>").html],
    ["content that stands elsewhere", atomEntry('<content src="/talks.html" type="text/html"/>').html],
    ["a picture", atomEntry('<content type="image/png">aGFyYm91cg?</content>').html],
  ])("is none: %s", (_, html) => {
    expect(html).toBeNull();
  });

  it.each([
    ["plain text of Atom", atomEntry("<content>1 &lt; 2</content>").html, "1 &lt; 2"],
    [
      "plain text of JSON",
      read('{"version":"https://jsonfeed.org/version/1","items":[{"id":7,"content_text":"a < b\\n\\nc"}]}').entries[0]!.html,
      "<p>a &lt; b</p>\n<p>c</p>",
    ],
    [
      "elements with their attributes",
      atomEntry('<content type="xhtml"><p class="a&quot;b">x<br/>y</p></content>').html,
      '<p class="a&quot;b">x<br>y</p>',
    ],
  ])("is written as HTML: %s", (_, html, expected) => {
    expect(html).toBe(expected);
  });
});

describe("dates", () => {
  const PUBLISHED = "<published>2026-03-04T08:00:00Z</published>";
  const UPDATED = "<updated>2026-03-05T09:30:00Z</updated>";

  it.each([
    ["both", PUBLISHED + UPDATED, "2026-03-04T08:00:00Z", "2026-03-05T09:30:00Z"],
    ["when it was published", PUBLISHED, "2026-03-04T08:00:00Z", null],
    ["when it was changed alone", UPDATED, "2026-03-05T09:30:00Z", "2026-03-05T09:30:00Z"],
    ["nothing that can be read", "<published>whenever</published>", null, null],
  ])("an entry that says %s", (_, inside, publishedAt, modifiedAt) => {
    const date = (value: string | null) => (value === null ? null : new Date(value));
    expect(atomEntry(inside)).toMatchObject({ publishedAt: date(publishedAt), modifiedAt: date(modifiedAt) });
  });
});

describe("what is no feed", () => {
  it.each([
    ["nothing", " \n", /^news\.xml is empty: give the address/],
    [
      "a web page",
      "<!doctype html><html><head><title>Post</title></head></html>",
      /^news\.xml is a web page, not a feed: give the address/,
    ],
    ["a list of feeds", "<opml><body/></opml>", /is a list of feeds, not a feed: import it/],
    ["JSON of another kind", '{"items": []}', /is JSON but no JSON Feed/],
    ["broken JSON", '{"version": "https://jsonfeed.org/version/1", "items": [', /is JSON but no JSON Feed/],
    ["words", "Talks go on at Lake Orin.", /is not a feed: give the address/],
    ["XML of another kind", "<constructor><item/></constructor>", /is not a feed: give the address/],
    ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", /is not text, so it is not a feed/],
    ["too many elements", rss("<item><a/></item>".repeat(120_000)), /has more markup than any feed/],
  ])("is refused: %s", (_, text, reason) => {
    expect(() => read(text)).toThrow(IngestError);
    expect(() => read(text)).toThrow(reason);
  });

  it("is refused above 10 MB", () => {
    expect(() => read(rss("x".repeat(10_000_000)))).toThrow(/larger than 10 MB/);
  });
});
