import { describe, expect, test } from "vitest";
import type { Feed, FeedEntry } from "../../../src/ingest/feed/feed.ts";
import { attemptsAfter, entriesInTime, planEntries } from "../../../src/ingest/polling/entries.ts";
import { versionOf } from "../../../src/ingest/polling/entry-version.ts";
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
    version: versionOf(entry("a", 1)),
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
    ["changed, and read in this version: left", seen(10, { version: versionOf(entry("a", 1, 30)) }), 30, ["", 0, 0]],
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

describe("an entry with a new id", () => {
  const at = (id: string, path: string, title: string, modified: number | null = null): FeedEntry => ({
    ...{ ...entry(id, 1, modified), url: `https://post.example/${path}`, title },
  });
  const met = (each: FeedEntry, minutes = 100): [string, SeenEntry] => [
    each.id,
    { version: versionOf(each), attempts: 0, at: ago(minutes) },
  ];
  const plan = (entries: FeedEntry[], marks: [string, SeenEntry][]) => {
    const { work, arrived, later } = planEntries(feedOf(...entries), [{ workspace: "w", entries: new Map(marks) }], NOW);
    return [work.map(({ id }) => id).join(), arrived, later];
  };
  const dam = at("1", "dam", "The dam holds");
  test.each<[string, FeedEntry[], [string, SeenEntry][], [string, number, number]]>([
    ["at an address that was read: done with", [at("2", "dam", "The dam holds")], [met(dam)], ["", 0, 0]],
    ["and other words: read again, by the id it was met with", [at("2", "dam", "The dam broke")], [met(dam)], ["1", 0, 0]],
    ["and a later date: read again", [at("2", "dam", "The dam holds", 1)], [met(dam)], ["1", 0, 0]],
    ["and other words within the hour: later", [at("2", "dam", "The dam broke")], [met(dam, 9)], ["", 0, 1]],
    ["at another address: new", [at("2", "bridge", "The dam holds")], [met(dam)], ["2", 1, 0]],
    ["beside the one it shares its address with: new", [dam, at("2", "dam", "The dam holds")], [met(dam)], ["2", 1, 0]],
    [
      "at an address that several new ones share: all are read",
      [at("2", "dam", "One"), at("3", "dam", "Two")],
      [met(dam)],
      ["3,2", 2, 0],
    ],
    ["that it had before: by its own id", [dam], [met(dam), met(at("2", "dam", "Later"), 9)], ["", 0, 0]],
    [
      "where the last of two was read lately: as that",
      [at("3", "dam", "Two")],
      [met(at("2", "dam", "Two"), 9), met(dam)],
      ["", 0, 0],
    ],
  ])("%s", (_, entries, marks, expected) => expect(plan(entries, marks)).toEqual(expected));

  test("one that keeps its id while its address changes is done with", () => {
    expect(plan([at("1", "dam-holds", "The dam holds")], [met(dam)])).toEqual(["", 0, 0]);
  });
});

test("an entry is given up after eight tries", () => {
  expect([0, 1, 6, 7].map(attemptsAfter)).toEqual([1, 2, 7, 0]);
});
