import { describe, expect, it } from "vitest";
import { IngestError } from "../../src/ingest/errors.ts";
import type { FeedEntry } from "../../src/ingest/feed/feed.ts";
import { readFeedArticle } from "../../src/ingest/feed-article.ts";
import { createReader } from "../../src/ingest/reader.ts";

const LEAD = "Talks on the Lake Orin dam went on for a third day on Friday, officials of both sides said in the town of Velm.";
const QUOTE =
  "“We agree on nearly all of it,” Minister Anna Reyn told reporters, “and the rest is a matter of days, not of weeks.”";
const OPEN =
  "Her counterpart, Tomas Hale, was more careful, and said that the question of water in dry years had not been settled at all.";
const MORE = Array.from(
  { length: 8 },
  (_, i) => `On day ${i + 1} the envoys met for six hours, and then they rested for the night in Velm.`,
);
const LINES = [LEAD, QUOTE, ...MORE, OPEN];
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("\n");

const FEED = { title: "The Harbour Post", language: "en-GB" };
const ADDRESS = "https://feeds.harbourpost.example/news.xml";
const entryOf = (html: string | null, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id: "7",
  title: "Talks go on at Lake Orin",
  url: "https://harbourpost.example/talks",
  publishedAt: new Date("2026-05-01T06:00:00Z"),
  modifiedAt: null,
  author: "Ilse Brandt",
  html,
  summary: "A third day.",
  ...more,
});
const read = (html: string | null, more: Partial<FeedEntry> = {}) =>
  readFeedArticle({ entry: entryOf(html, more), feed: FEED, address: ADDRESS });
const linesOf = (html: string): string[] | undefined => read(html)?.text.split("\n");

describe("an entry that carries its whole article", () => {
  it("is the article, with what the feed says of it", () => {
    expect(read(paragraphs(LINES))).toEqual({
      title: "Talks go on at Lake Orin",
      outlet: "The Harbour Post",
      author: "Ilse Brandt",
      publishedAt: new Date("2026-05-01T06:00:00Z"),
      modifiedAt: null,
      url: "https://harbourpost.example/talks",
      language: "en-GB",
      text: LINES.join("\n"),
    });
  });

  it.each([
    ["its title again", `<h1>Talks go on at Lake Orin</h1>${paragraphs(LINES)}`],
    ["a caption", `<figure><img src="dam.jpg"><figcaption>The dam at dusk.</figcaption></figure>${paragraphs(LINES)}`],
    [
      "what a publishing system puts under it",
      `${paragraphs(LINES)}<p>The post <a href="https://harbourpost.example/talks">Talks go on</a> appeared first on <a href="/">The Harbour Post</a>.</p>`,
    ],
    ["a script", `<script>document.write("ran")</script>${paragraphs(LINES)}`],
    ["a letter to sign up for", `<div class="newsletter"><p>The Morning Tide, at six.</p></div>${paragraphs(LINES)}`],
    ["links to others", `${paragraphs(LINES)}<ul><li><a href="/a">Hale warns of a dry summer</a></li></ul>`],
  ])("is read without %s", (_, html) => {
    expect(linesOf(html)).toEqual(LINES);
  });

  it.each([
    ["a credit at its end", ["Reporting by Jon Park"]],
    ["a remark in brackets at its end", ["(The sum was corrected on Saturday from nine to eight million crowns.)"]],
    ["a list at its end", ["water in dry years", "the price"]],
  ])("may have %s", (_, further) => {
    expect(linesOf(paragraphs([...LINES, ...further]))).toEqual([...LINES, ...further]);
  });

  it("may be in another script", () => {
    const line =
      "湖畔大坝的会谈进入第三天，双方官员周五在小镇表示，协议几乎已经达成，剩下的只是几天而不是几周的问题，代表们将在下周继续会谈，直到达成协议为止。";
    expect(linesOf(paragraphs(Array(16).fill(line)))).toHaveLength(16);
  });

  it("may have no page", () => {
    expect(read(paragraphs(LINES), { url: null })).toMatchObject({ url: null, text: LINES.join("\n") });
  });
});

describe("an entry whose page must be read", () => {
  it.each([
    ["no content", null],
    ["white space", " \n "],
    ["a summary", paragraphs([LEAD, QUOTE])],
    ["dots at its end", paragraphs([...LINES, "The envoys will meet again next week, when the water has gone […]"])],
    ["three dots at its end", paragraphs([...LINES, "The envoys will meet again ..."])],
    [
      "an end in the middle of a sentence",
      paragraphs([...LINES, "The envoys will meet again next week, when the water has gone down and the"]),
    ],
    ["a link to the rest", `${paragraphs(LINES)}<p><a href="/talks">Continue reading</a></p>`],
    ["a link to the rest in a sentence", `${paragraphs(LINES)}<p>Read the full story <a href="/talks">on our site</a>.</p>`],
    ["a wall", paragraphs([...LINES, "Subscribe now to continue."])],
    ["a wall before a signature", paragraphs([...LINES, "This article is for subscribers.", "Ilse Brandt"])],
    ["links alone", `<ul>${LINES.map((line) => `<li><a href="/x">${line}</a></li>`).join("")}</ul>`],
    ["markup beyond measure", paragraphs(LINES) + "<b>".repeat(300)],
    ["no words", `<img src="dam.jpg">`],
  ])("has %s", (_, html) => {
    expect(read(html)).toBeNull();
  });

  it("has the summary again", () => {
    expect(read(paragraphs(LINES), { summary: LINES.join(" ") })).toBeNull();
  });

  it("is of another site than its feed, which may not speak for it", () => {
    expect(read(paragraphs(LINES), { url: "https://gazette.example/talks" })).toBeNull();
  });
});

describe("readArticle", () => {
  const reader = createReader((_, text) => ({ sentences: [{ start: 0, end: text.length }], statements: [] }));
  const raw = (entry: FeedEntry) => ({ kind: "entry" as const, name: entry.url ?? ADDRESS, entry, feed: FEED, address: ADDRESS });

  it("knows an entry by its address, and one without by its id in its feed", async () => {
    const ids = [{}, { id: "8" }, { url: null }, { url: null, id: "8" }].map(async (more) => {
      const read = await reader.readArticle(raw(entryOf(paragraphs(LINES), more)));
      return read instanceof IngestError ? null : read.draft.id;
    });
    const [one, same, without, other] = await Promise.all(ids);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(same).toBe(one);
    expect(new Set([one, without, other]).size).toBe(3);
  });

  it("tells the language by the words", async () => {
    expect(await reader.readArticle(raw(entryOf(paragraphs(LINES))))).toMatchObject({ draft: { language: "en", file: null } });
  });

  it("refuses what is not whole", async () => {
    const read = await reader.readArticle(raw(entryOf(paragraphs([LEAD]))));
    expect((read as IngestError).message).toBe(
      "https://harbourpost.example/talks is not whole in its feed: give the address of its page.",
    );
  });
});
