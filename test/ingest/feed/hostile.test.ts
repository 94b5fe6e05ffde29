import { describe, expect, it } from "vitest";
import { IngestError } from "../../../src/ingest/errors.ts";
import { read, rss } from "./feeds.ts";

describe("what was made to do harm", () => {
  const BIG = 2_000_000;
  const fill = (text: string): string => text.repeat(Math.floor(BIG / text.length));

  it("expands no entity from outside and none in others", () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    const text = `<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY item "<item><title>No</title></item>">${laughs}]>`;
    const feed = read(text + rss("<item><title>&e30; &file; &item;</title></item>"));
    expect(feed.entries.map(({ title }) => title)).toEqual(["&e30; &file; &item;"]);
  });

  it("multiplies no entity by its number", () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(50_000)}">]>${rss(`<item><title>${"&a;".repeat(50_000)}</title></item>`)}`;
    expect(read(text).entries[0]!.title!.length).toBeLessThan(200_000);
  });

  it("reads nothing that a declaration fetches", () => {
    const outside = '<!DOCTYPE rss SYSTEM "file:///etc/passwd" [<!ENTITY % all SYSTEM "http://127.0.0.1:1/x.dtd"> %all;]>';
    expect(read(outside + rss("<item><title>&file; %all;</title></item>")).entries[0]!.title).toBe("&file; %all;");
  });

  it("reads what follows a declaration with comments, quotation marks and brackets in it", () => {
    const declaration = `<!-- <rss> --><!DOCTYPE rss [<!-- don't ] > --><!ENTITY a "]>"><!ENTITY % b SYSTEM 'x'> %b; ]>`;
    expect(read(declaration + rss("<item><title>It's on</title></item>")).entries).toHaveLength(1);
    const inside = "<item><description><![CDATA[<!DOCTYPE html [ don't]]></description></item><item/>";
    expect(read(rss(inside)).entries).toHaveLength(2);
  });

  it.each([
    ["a declaration without an end", `<!DOCTYPE rss [${fill("'")}`],
    ["comments in a declaration", `<!DOCTYPE rss [${fill("<!--")}`],
    ["tags that nothing closes", fill("<")],
    ["nesting", rss(fill("<a>"))],
    ["entries in entries", rss(fill("<item>"))],
    ["closing tags of nothing", rss(fill("</b>"))],
    ["attributes", rss(`<item ${fill("a='1' ")}/>`)],
    ["comments", fill("<!--")],
    ["CDATA", rss(`<item><title>${fill("<![CDATA[]]>")}`)],
    ["ampersands", entryText("title", fill("&#x"))],
    ["markup in a title", entryText("title", fill("a&lt;b&gt;"))],
    ["white space in a date", entryText("pubDate", fill(" "))],
    ["an author", entryText("author", fill("a@("))],
    ["a long link", entryText("link", fill("https://velm.example/"))],
    ["nested JSON", `{"version":"https://jsonfeed.org/version/1","items":${fill("[")}`],
    ["quotation marks in JSON", `{"version":"${fill('\\"')}`],
  ])("takes no longer than its length allows: %s", (_, text) => {
    const started = performance.now();
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(IngestError);
    }
    // Linear in its two million characters this takes a fraction of a second; squared it would take hours.
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  function entryText(name: string, text: string): string {
    return rss(`<item><${name}>${text}</${name}></item>`);
  }
});
