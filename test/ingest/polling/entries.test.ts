import { describe, expect, test } from "vitest";
import type { Feed, FeedEntry } from "../../../src/ingest/feed/feed.ts";
import { attemptsAfter, entriesInTime, planEntries } from "../../../src/ingest/polling/entries.ts";
import type { SeenEntry } from "../../../src/store/feed-store.ts";

const NOW = new Date("2026-05-05T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const entry = (id: string, published: number | null = null, modified: number | null = null): FeedEntry => ({
  ...{ id, title: null, url: null, author: null, html: null, summary: null },
  publishedAt: published === null ? null : ago(published),
  modifiedAt: modified === null ? null : ago(modified),
});
const feedOf = (...entries: FeedEntry[]): Feed => ({
  ...{ title: null, link: null, language: null, ttlMinutes: null, skipHours: [], skipDays: [] },
  entries,
});

test.each<[string, FeedEntry[], string[]]>([
  ["newest first in the feed", [entry("c", 1), entry("b", 2), entry("a", 3)], ["a", "b", "c"]],
  ["oldest first in the feed", [entry("a", 3), entry("b", 2), entry("c", 1)], ["a", "b", "c"]],
  ["no dates: the feed begins with the newest", [entry("c"), entry("b"), entry("a")], ["a", "b", "c"]],
  ["some dates count for nothing", [entry("c", 9), entry("b"), entry("a", 1)], ["a", "b", "c"]],
])("entries oldest first: %s", (_, entries, expected) => {
  expect(entriesInTime(feedOf(...entries)).map(({ id }) => id)).toEqual(expected);
});

describe("what to do with an entry", () => {
  const seen = (minutes: number, known: Partial<SeenEntry> = {}): SeenEntry => ({
    version: "",
    attempts: 0,
    at: ago(minutes),
    ...known,
  });
  const decide = (mark: SeenEntry | undefined, modified: number | null = null) => {
    const marks = new Map(mark ? [["a", mark]] : []);
    const { work, arrived, later } = planEntries(feedOf(entry("a", 1, modified)), [{ workspace: "w", entries: marks }], NOW);
    return [work.map(({ workspaces, attempts }) => `${workspaces} ${attempts}`).join(), arrived, later];
  };
  test.each<[string, SeenEntry | undefined, number | null, [string, number, number]]>([
    ["never met: read, and new", undefined, null, ["w 0", 1, 0]],
    ["done with: left", seen(600), null, ["", 0, 0]],
    ["changed since: read again", seen(61), 30, ["w 0", 0, 0]],
    ["changed, but read within the hour: later", seen(59), 30, ["", 0, 1]],
    ["changed, and read in this version: left", seen(10, { version: ago(30).toISOString() }), 30, ["", 0, 0]],
    ["failed nine minutes ago: later", seen(9, { attempts: 1 }), null, ["", 0, 1]],
    ["failed ten minutes ago: again", seen(10, { attempts: 1 }), null, ["w 1", 0, 0]],
    ["failed the third time 39 minutes ago: later", seen(39, { attempts: 3 }), null, ["", 0, 1]],
    ["failed the third time 40 minutes ago: again", seen(40, { attempts: 3 }), null, ["w 3", 0, 0]],
  ])("%s", (_, mark, modified, expected) => expect(decide(mark, modified)).toEqual(expected));

  test("each follower gets what it lacks; what one of them has met is not new", () => {
    const marks = (...ids: string[]) => new Map(ids.map((id) => [id, seen(100)]));
    const feed = feedOf(entry("b", 1), entry("a", 2));
    const followers = [
      { workspace: "v", entries: marks("a") },
      { workspace: "w", entries: marks() },
    ];
    const { work, arrived } = planEntries(feed, followers, NOW);
    expect(work.map(({ entry, workspaces }) => [entry.id, ...workspaces])).toEqual([
      ["a", "w"],
      ["b", "v", "w"],
    ]);
    expect(arrived).toBe(1);
  });
});

test("an entry is given up after eight tries", () => {
  expect([0, 1, 6, 7].map(attemptsAfter)).toEqual([1, 2, 7, 0]);
});
