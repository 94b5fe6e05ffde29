import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeFeed } from "../../../src/ingest/feed/decode-feed.ts";

const feed = (title: string, declaration = ""): string => `${declaration}<rss><channel><title>${title}</title></channel></rss>`;
const declare = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;
const decode = (bytes: Uint8Array, contentType: string | null = null): string => decodeFeed(bytes, "news.xml", contentType);
const CAFE = "The café in Velm";
const RUSSIAN = "Переговоры об озере продолжаются третий день, и вода остаётся главным вопросом";

describe("the encoding", () => {
  it.each([
    [
      "a byte order mark before all else",
      iconv.encode(feed(CAFE, declare("iso-8859-1")), "utf8", { addBOM: true }),
      "text/xml; charset=koi8-r",
    ],
    [
      "the header before the declaration",
      iconv.encode(feed(CAFE, declare("koi8-r")), "latin1"),
      "text/xml; charset='iso-8859-1'",
    ],
    ["the declaration", iconv.encode(feed(RUSSIAN, declare("windows-1251")), "windows-1251"), "application/rss+xml"],
    ["UTF-8 where nothing is said", Buffer.from(feed(CAFE)), null],
    ["UTF-8 though the header says otherwise", Buffer.from(feed(CAFE)), "text/xml; charset=iso-8859-1"],
    ["detection", iconv.encode(feed(RUSSIAN), "koi8-r"), "text/xml"],
    ["Windows-1252 where nothing fits", iconv.encode(feed(CAFE), "windows-1252"), "text/xml"],
    ["UTF-16 without a mark", iconv.encode(feed(CAFE, declare("utf-16")), "utf-16le"), null],
    ["UTF-32 without a mark", iconv.encode(feed(CAFE, declare("utf-32")), "utf-32be"), null],
    ["UTF-8 though it declares UTF-16", Buffer.from(feed(CAFE, declare("utf-16"))), null],
    ["UTF-8 though a page inside declares another", Buffer.from(feed(`${CAFE}<meta charset="shift_jis">`)), null],
  ])("is told by %s", (_, bytes, contentType) => {
    const text = decode(bytes, contentType);
    expect(text.includes(CAFE) || text.includes(RUSSIAN)).toBe(true);
  });
});

it("marks what is damaged", () => {
  const cut = Buffer.concat([Buffer.from("<rss>café in Velm, à la carte "), Buffer.from([0xc3]), Buffer.from("</rss>")]);
  expect(decode(cut)).toBe("<rss>café in Velm, à la carte �</rss>");
  expect(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), cut]))).toContain("à la carte �");
});

it("refuses what is not text", () => {
  expect(() => decode(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]))).toThrow(/news\.xml is not text, so it is not a feed/);
});
