import { expect, test } from "vitest";
import type { FeedEntry } from "../../../src/ingest/feed/feed.ts";
import { addressIn, isUnchanged, versionOf } from "../../../src/ingest/polling/entry-version.ts";

const entry = (known: Partial<FeedEntry> = {}): FeedEntry => ({
  ...{ id: "1", title: "The dam holds", url: "https://post.example/dam", author: null, summary: "3 workers stay", html: null },
  ...{ publishedAt: new Date("2026-05-05T09:00:00Z"), modifiedAt: null },
  ...known,
});
const DATED = { modifiedAt: new Date("2026-05-05T10:00:00Z") };

test.each<[string, Partial<FeedEntry>, Partial<FeedEntry>, boolean]>([
  ["the same", {}, {}, true],
  ["another headline", {}, { title: "The dam broke" }, false],
  ["another summary", {}, { summary: "5 workers stay" }, false],
  ["another text", { html: "<p>It holds.</p>" }, { html: "<p>It broke.</p>" }, false],
  ["another address", {}, { url: "https://post.example/dam-holds" }, true],
  ["another date of publication, which some feeds make up", {}, { publishedAt: new Date() }, true],
  ["another picture that counts readers", { html: '<p>It.</p><img src="/px?1">' }, { html: '<p>It.</p><img src="/px?2">' }, true],
  ["another script", { html: "<script>1</script>It" }, { html: "<script>2</script>It" }, true],
  ["more comments", { summary: "It. 12 comments" }, { summary: "It. 1,013 Comments" }, true],
  ["more points", { summary: "Points: 3 # Comments: 4" }, { summary: "Points: 13 # Comments: 5" }, true],
  ["more time", { summary: "It. 59 minutes ago" }, { summary: "It. 1 hour ago" }, true],
  ["another number", { title: "Shares fell 300 points" }, { title: "Shares fell 400 points" }, false],
  ["a date of change", {}, DATED, false],
  ["the same date of change, whatever else", DATED, { ...DATED, title: "The dam broke" }, true],
])("%s", (_, one, other, same) => expect(isUnchanged(versionOf(entry(one)), versionOf(entry(other)))).toBe(same));

test("tells addresses apart", () => {
  const addressOf = (url: string | null) => addressIn(versionOf(entry({ url })));
  expect(addressOf(null)).toBe(null);
  expect(addressOf("https://post.example/a")).not.toBe(addressOf("https://post.example/b"));
});
