import { describe, expect, it } from "vitest";
import { authorNames } from "../../src/ingest/author.ts";
import { cleanLine } from "../../src/ingest/clean.ts";
import { readDate } from "../../src/ingest/dates.ts";
import { decode } from "../../src/ingest/decode.ts";
import { parsePage } from "../../src/ingest/dom.ts";
import { IngestError, printable } from "../../src/ingest/errors.ts";
import { findFeeds } from "../../src/ingest/feed/discover.ts";
import type { FeedEntry } from "../../src/ingest/feed/feed.ts";
import { readFeedDate } from "../../src/ingest/feed/feed-date.ts";
import { readFeedArticle } from "../../src/ingest/feed-article.ts";
import { languageTag, readMetadata } from "../../src/ingest/metadata.ts";
import { readPage } from "../../src/ingest/page.ts";
import { plainLine } from "../../src/ingest/plain-line.ts";
import { readSentences } from "../../src/ingest/sentences.ts";
import { splitHeader } from "../../src/ingest/text.ts";
import { canonicalUrl } from "../../src/ingest/url.ts";

const ENTRY: FeedEntry = {
  ...{ id: "1", title: "Talks", url: null, publishedAt: null, modifiedAt: null, author: null, html: null, summary: null },
};

/** Everything of this folder that reads words from outside; feeds have a table of their own (feed/read-feed.test.ts). */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  authorNames: (text) => authorNames([text, `<${text}>`]),
  cleanLine,
  readDate,
  readFeedDate,
  printable,
  languageTag,
  canonicalUrl: (text) => canonicalUrl(`https://a.example/${text}`),
  plainLine,
  splitHeader,
  readSentences: (text) => readSentences(text.slice(0, 100_000), "en"),
  decode: (text) => decode(Buffer.from(text), { name: "a", html: true }),
  findFeeds: (text) => findFeeds(`<link rel="alternate" type="${text}" href="${text}">${text}`, "https://a.example/"),
  "a headline": (text) => readMetadata(parsePage(`<title>${text}</title>`, "a"), null),
  "JSON-LD": (text) =>
    readMetadata(
      parsePage(
        `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", headline: text, author: text, url: text })}</script>`,
        "a",
      ),
      "https://a.example/b",
    ),
  "<meta>": (text) =>
    readMetadata(
      parsePage(`<meta name="author" content="${text.slice(0, 9_000)}"><link rel="canonical" href="${text}">`, "a"),
      null,
    ),
  "a class": (text) => readPage(`<p class="${text.slice(0, 9_000)}">${"Talks went on. ".repeat(20)}</p>`, "a", null),
  "a paragraph": (text) => readPage(`<p>${text}</p><p>${"Talks went on. ".repeat(20)}</p>`, "a", null),
  "an entry": (text) =>
    readFeedArticle({
      entry: { ...ENTRY, html: `<p>${text}</p>` },
      feed: { title: null, language: null },
      address: "https://a.example/",
    }),
};

const PIECES = [
  ...[
    " ",
    "\n",
    "\t \n",
    "a",
    "a ",
    ".",
    ".)",
    "…",
    "-",
    "--",
    "__",
    "_-",
    "a@",
    "<@@@@@@@@@@@@",
    "(",
    "( ",
    "<",
    "<!--",
    "&",
    "&#x",
  ],
  ...[
    "<meta ",
    "charset=",
    "| ",
    " - ",
    "the post ",
    "subscribe ",
    "1",
    "2026-",
    ":",
    "%",
    "?a=",
    "&utm_",
    "/",
    "…]",
    "Title: a\n",
    "\\",
  ],
];
const LENGTH = 100_000;

describe("takes no longer than the length of the text allows", () => {
  it.each(Object.entries(READERS))("%s", (_, read) => {
    for (const piece of PIECES) {
      const text = piece.repeat(LENGTH / piece.length);
      const started = performance.now();
      try {
        read(text);
        read(`${text}\0x`);
      } catch (error) {
        expect(error).toBeInstanceOf(IngestError);
      }
      // Linear it takes some milliseconds; squared, minutes.
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(3_000);
    }
  });
});
