import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IngestError } from "../../../src/ingest/errors.ts";
import { readOpml, renderOpml } from "../../../src/ingest/feed/opml.ts";

const read = (text: string) => readOpml(Buffer.from(text), "feeds.opml");
const opml = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;

describe("readOpml", () => {
  it("flattens folders and gives each address once, in order", () => {
    const body = `
      <outline text="World"><outline text="North"><outline type="rss" text="Harbour Post" title="The Harbour Post" xmlUrl="https://harbourpost.example/feed"/></outline>
        <outline text="Velm &amp; Orin &lt;Daily&gt;" xmlUrl="HTTPS://Velm.example/rss?a=1&amp;b=2"/></outline>
      <outline xmlurl="https://lake.example/atom.xml"/>
      <outline text="Again" xmlUrl="https://harbourpost.example/feed"/>
      <outline text="A page" htmlUrl="https://lake.example/"/>
      <outline text="No" xmlUrl="file:///etc/passwd"/><outline text="No" xmlUrl="javascript:alert(1)"/><outline text="No" xmlUrl="feed"/>`;
    expect(read(opml(body))).toEqual([
      { address: "https://harbourpost.example/feed", title: "The Harbour Post" },
      { address: "https://velm.example/rss?a=1&b=2", title: "Velm & Orin <Daily>" },
      { address: "https://lake.example/atom.xml", title: null },
    ]);
  });

  it("reads a list that is not well formed as far as it goes", () => {
    const text = opml(
      '<outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"><outline text="C" xmlUrl="https://c.example/">',
    ).slice(0, -10);
    expect(read(text).map(({ title }) => title)).toEqual(["A & B", "C"]);
  });

  it.each([
    ["a feed", "<rss><channel/></rss>", /^feeds\.opml is not a list of feeds: give the OPML file/],
    ["nothing", "", /is not a list of feeds/],
    ["a list without feeds", opml('<outline text="World"/>'), /names no feed by an http or https address/],
    ["deep folders", opml('<outline text="a">'.repeat(100_000)), /has more outlines than any list of feeds/],
    ["too many outlines", opml("<outline/>".repeat(300_000)), /has more outlines than any list of feeds/],
    ["too many bytes", opml(" ".repeat(10_000_000)), /larger than 10 MB/],
    [
      "entities in entities",
      `<!DOCTYPE opml [<!ENTITY a "https://a.example/">]>${opml('<outline xmlUrl="&a;"/>')}`,
      /names no feed/,
    ],
  ])("refuses %s", (_, text, reason) => {
    expect(() => read(text)).toThrow(IngestError);
    expect(() => read(text)).toThrow(reason);
  });
});

describe("renderOpml", () => {
  it("escapes what titles and addresses hold", () => {
    const text = renderOpml([{ address: "https://a.example/?x=1&y=2", title: 'Anna "R" <& Tomas>' }]);
    expect(text).toContain(
      '<outline type="rss" text="Anna &quot;R&quot; &lt;&amp; Tomas&gt;" title="Anna &quot;R&quot; &lt;&amp; Tomas&gt;" xmlUrl="https://a.example/?x=1&amp;y=2"/>',
    );
  });

  it("is read as what was written", () => {
    const title = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replace(/\s+/g, " ").trim());
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 5 }), title, (numbers, words) => {
        const feeds = numbers.map((number) => ({ address: `https://a.example/?n=${number}&m=1`, title: words || null }));
        const expected = feeds.map((feed) => ({ ...feed, title: feed.title ?? feed.address }));
        expect(read(renderOpml(feeds))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
