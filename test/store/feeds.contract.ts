import { describe, expect, test } from "vitest";
import type { Follower, MetEntry, PollRecord } from "../../src/store/feed-store.ts";
import type { Store } from "../../src/store/store.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";

const dam = makeArticle("dam", "Mayor Ada Lund said the dam would hold.", {
  title: "Dam holds",
  url: "https://valley.example/dam",
});
const damSaid = [makeStatement(dam, "the dam would hold", { speaker: "Ada Lund", cue: "said", source: "Mayor Ada Lund" })];
const road = makeArticle("road", "The road is shut.", { title: "Road shut" });

const FEED = { address: "https://valley.example/feed", title: "Valley Post" };
const [NOON, LATER, EVENING] = ["12:00", "12:30", "18:00"].map((time) => new Date(`2026-05-05T${time}:00Z`)) as [
  Date,
  Date,
  Date,
];
const follower = (workspace: string, platform = "terminal"): Follower => ({
  workspace,
  platform,
  channel: `#${workspace}`,
  by: "u",
});

const record = (id: number, known: Partial<PollRecord> = {}): PollRecord => ({
  id,
  address: FEED.address,
  title: FEED.title,
  etag: '"1"',
  lastModified: "Tue, 05 May 2026 11:00:00 GMT",
  wishes: { ttlMinutes: 30, skipHours: [1, 2], skipDays: ["Sunday"] },
  pace: 600_000,
  trouble: null,
  askedAt: NOON,
  nextPoll: LATER,
  ...known,
});
const met = (id: string, workspaces: readonly string[], known: Partial<MetEntry> = {}): MetEntry => ({
  id,
  version: "1",
  attempts: 0,
  workspaces,
  reading: null,
  ...known,
});
const trouble = {
  since: NOON,
  failures: 2,
  status: 503,
  problem: "cannot answer now (503 Service Unavailable): try again later.",
};

/** What every store must do with feeds; `open` gives an empty one. */
export function feedsContract(name: string, open: () => Promise<Store>): void {
  const claim = (store: Store, claimant: string, now = NOON, until = LATER) =>
    store.claimFeeds(claimant, { now, until, limit: 10 });
  /** A store with a feed that these workspaces follow, and its number. */
  const followed = async (...workspaces: string[]) => {
    const store = await open();
    for (const workspace of workspaces) await store.followFeeds(follower(workspace), [FEED], NOON);
    const [feed] = await claim(store, "first");
    return { store, feed: feed!.id };
  };

  describe(`${name}: feeds`, () => {
    test("one that two workspaces follow is one, and each sees its own", async () => {
      const { store, feed } = await followed("a", "b");
      expect(await store.followFeeds(follower("a"), [FEED, { ...FEED, address: "https://b.example/" }], NOON)).toEqual([
        false,
        true,
      ]);
      await store.unfollowFeed("a", "https://b.example/");
      expect((await store.seenEntries(feed)).map(({ workspace }) => workspace)).toEqual(["a", "b"]);
      const shown = { ...FEED, nextPoll: NOON, askedAt: null, answeredAt: null, trouble: null, lastArticle: null };
      expect(await store.followedFeeds("a")).toEqual([shown]);
      expect(await store.followedFeeds("c")).toEqual([]);
      expect([await store.unfollowFeed("a", FEED.address), await store.unfollowFeed("a", FEED.address)]).toEqual([true, false]);
      expect(await store.followedFeeds("a")).toEqual([]);
      expect(await store.followedFeeds("b")).toEqual([shown]);
      await store.unfollowFeed("b", FEED.address);
      expect(await store.nextDue()).toBe(null);
      await store.close();
    });

    test("is polled by one at a time, until the claim ends or is given back", async () => {
      const { store } = await followed("a");
      expect(await claim(store, "second")).toEqual([]);
      expect(await store.nextDue()).toEqual(LATER);
      await store.renewClaims("second", EVENING);
      expect(await claim(store, "second", LATER, EVENING)).toHaveLength(1);
      expect(await claim(store, "third", LATER)).toEqual([]);
      await store.releaseClaims("first");
      expect(await claim(store, "third", LATER)).toEqual([]);
      await store.releaseClaims("second");
      expect(await claim(store, "third", LATER)).toHaveLength(1);
      await store.close();
    });

    test("is claimed when due, longest due first, and no more than asked for", async () => {
      const store = await open();
      const addresses = ["c", "a", "b"].map((path) => `https://valley.example/${path}`);
      for (const [k, address] of addresses.entries()) {
        await store.followFeeds(follower("a"), [{ address, title: null }], new Date(NOON.getTime() + (2 - k) * 60_000));
      }
      const limited = { now: new Date(NOON.getTime() + 60_000), until: EVENING, limit: 1 };
      expect((await store.claimFeeds("x", limited)).map(({ address }) => address)).toEqual([addresses[2]]);
      expect((await store.claimFeeds("x", { ...limited, limit: 9 })).map(({ address }) => address)).toEqual([addresses[1]]);
      await store.close();
    });

    test("keeps what a poll leaves behind", async () => {
      const { store, feed } = await followed("a");
      await store.finishPolls([record(feed, { trouble })]);
      const [shown] = await store.followedFeeds("a");
      expect(shown).toEqual({ ...FEED, nextPoll: LATER, askedAt: NOON, answeredAt: null, trouble, lastArticle: null });
      expect(await claim(store, "x")).toEqual([]);
      const { askedAt: _, nextPoll: __, ...known } = record(feed, { trouble });
      expect(await claim(store, "x", LATER, EVENING)).toEqual([known]);
      await store.finishPolls([record(feed, { askedAt: LATER, nextPoll: EVENING })]);
      expect((await store.followedFeeds("a"))[0]).toMatchObject({ answeredAt: LATER, trouble: null, nextPoll: EVENING });
      await store.close();
    });

    test("asked no more is never due, also by hand", async () => {
      const { store, feed } = await followed("a");
      await store.finishPolls([record(feed, { nextPoll: null })]);
      await store.makeDue("a", NOON);
      expect([await store.nextDue(), await claim(store, "x", EVENING)]).toEqual([null, []]);
      await store.close();
    });

    test("that was asked by a clock that was ahead is due again", async () => {
      const { store, feed } = await followed("w");
      const ahead = { askedAt: day("2027-05-05"), nextPoll: day("2027-05-06") };
      await store.finishPolls([record(feed, ahead)]);
      expect(await claim(store, "a")).toMatchObject([{ id: feed }]);
      await store.finishPolls([record(feed, { askedAt: NOON, nextPoll: EVENING })]);
      expect(await claim(store, "a")).toEqual([]);
      await store.finishPolls([record(feed, { ...ahead, nextPoll: null })]);
      expect(await claim(store, "a")).toEqual([]);
      await store.close();
    });

    test("can be made due by hand", async () => {
      const { store, feed } = await followed("a");
      await store.finishPolls([record(feed, { nextPoll: EVENING })]);
      await store.makeDue("b", NOON);
      expect(await store.nextDue()).toEqual(EVENING);
      await store.makeDue("a", NOON);
      expect(await store.nextDue()).toEqual(NOON);
      await store.close();
    });

    test("stores an entry's article in each library together with its mark", async () => {
      const { store, feed } = await followed("a", "b");
      const entries = [met("1", ["a", "b"], { reading: { article: dam, statements: damSaid } }), met("2", ["a"])];
      expect(await store.keepEntries(feed, entries, NOON)).toEqual([["added", "added"], []]);
      expect((await store.findStatements("b", { topic: "dam", limit: 5, offset: 0 })).total).toBe(1);
      const marks = (...ids: string[]) => new Map(ids.map((id) => [id, { version: "1", attempts: 0, at: NOON }]));
      expect(await store.seenEntries(feed)).toEqual([
        { workspace: "a", entries: marks("1", "2") },
        { workspace: "b", entries: marks("1") },
      ]);
      expect((await store.followedFeeds("a"))[0]!.lastArticle).toEqual({ title: "Dam holds", at: NOON });
      expect(await store.findReading(feed, "1", "1")).toEqual({ article: dam, statements: damSaid });
      expect([await store.findReading(feed, "1", "2"), await store.findReading(feed, "2", "1")]).toEqual([null, null]);
      await store.close();
    });

    test("marks nothing whose article cannot be stored", async () => {
      const { store, feed } = await followed("a");
      const broken = { ...damSaid[0]!, kind: "sung" as never };
      const entries = [met("1", ["a"]), met("2", ["a"], { reading: { article: dam, statements: [broken] } })];
      await expect(store.keepEntries(feed, entries, NOON)).rejects.toThrow();
      expect((await store.seenEntries(feed))[0]!.entries.size).toBe(0);
      expect(await store.isEmpty("a")).toBe(true);
      await store.close();
    });

    test("gives nothing to a workspace that has left meanwhile", async () => {
      const { store, feed } = await followed("a", "b");
      await store.unfollowFeed("a", FEED.address);
      const entries = [met("1", ["a", "b"], { reading: { article: dam, statements: damSaid } })];
      expect(await store.keepEntries(feed, entries, NOON)).toEqual([["added"]]);
      expect(await store.isEmpty("a")).toBe(true);
      await store.close();
    });

    test("remembers a new try of an entry, and what an earlier one brought", async () => {
      const { store, feed } = await followed("a");
      await store.keepEntries(feed, [met("1", ["a"], { reading: { article: dam, statements: [] } })], NOON);
      await store.keepEntries(feed, [met("1", ["a"], { version: "2", attempts: 1 })], LATER);
      const [seen] = await store.seenEntries(feed);
      expect(seen!.entries.get("1")).toEqual({ version: "2", attempts: 1, at: LATER });
      expect((await store.followedFeeds("a"))[0]!.lastArticle).toEqual({ title: "Dam holds", at: LATER });
      await store.close();
    });

    test("forgets the oldest of very many entries", async () => {
      const { store, feed } = await followed("a");
      const many = Array.from({ length: 2_100 }, (_, k) => met(`e${k}`, ["a"]));
      await store.keepEntries(feed, many, NOON);
      await store.keepEntries(feed, [...many.slice(0, 1_999), met("new", ["a"])], LATER);
      await store.finishPolls([record(feed)]);
      const [seen] = await store.seenEntries(feed);
      expect(seen!.entries.size).toBe(2_000);
      expect(["new", "e0", "e2099"].map((id) => seen!.entries.has(id))).toEqual([true, true, false]);
      await store.close();
    });

    test("moves to another address, and becomes one with the feed that has it", async () => {
      const { store, feed } = await followed("a", "b");
      const moved = "https://valley.example/new";
      await store.finishPolls([record(feed, { address: moved })]);
      expect((await store.followedFeeds("a"))[0]!.address).toBe(moved);
      for (const workspace of ["a", "c"]) await store.followFeeds(follower(workspace), [FEED], NOON);
      const [old] = await claim(store, "x");
      await store.finishPolls([record(old!.id, { address: moved })]);
      for (const workspace of ["a", "b", "c"]) {
        expect((await store.followedFeeds(workspace)).map(({ address }) => address)).toEqual([moved]);
      }
      await store.close();
    });

    test("a follower that comes later is not told that nothing has changed", async () => {
      const { store, feed } = await followed("a");
      await store.finishPolls([record(feed)]);
      await store.followFeeds(follower("b"), [FEED], NOON);
      expect(await claim(store, "x")).toMatchObject([{ id: feed, etag: null, lastModified: null, pace: 600_000 }]);
      await store.close();
    });

    test("a follower that comes while it is asked, or with another address, makes it due again", async () => {
      const { store, feed } = await followed("a");
      await store.followFeeds(follower("b"), [FEED], LATER);
      await store.finishPolls([record(feed, { nextPoll: EVENING })]);
      expect(await claim(store, "x")).toMatchObject([{ id: feed, etag: null, lastModified: null }]);
      await store.finishPolls([record(feed, { askedAt: LATER, nextPoll: EVENING })]);
      expect(await store.nextDue()).toEqual(EVENING);
      await store.followFeeds(follower("c"), [{ ...FEED, address: "https://valley.example/old" }], LATER);
      const [old] = await claim(store, "x", LATER, EVENING);
      await store.finishPolls([record(old!.id, { askedAt: LATER, nextPoll: EVENING })]);
      expect(await claim(store, "x", LATER, EVENING)).toMatchObject([{ id: feed, address: FEED.address, etag: null }]);
    });

    test("tells each channel once a stretch of trouble, and only what its platform can hear", async () => {
      const { store, feed } = await followed("a");
      await store.followFeeds(follower("b", "slack"), [FEED], NOON);
      await store.finishPolls([record(feed, { trouble, nextPoll: NOON })]);
      await claim(store, "x");
      const until = new Date(NOON.getTime() + 120_000);
      const take = (since: Date, platforms: string[], now = NOON) => store.claimNotice(platforms, { now, until, since });
      expect(await take(EVENING, ["terminal"])).toBe(null);
      await store.finishPolls([record(feed, { trouble })]);
      expect(await take(new Date(NOON.getTime() - 1), ["terminal"])).toBe(null);
      const notice = (await take(NOON, ["terminal"]))!;
      expect(notice).toMatchObject({ follower: follower("a"), feed: { ...FEED, trouble } });
      expect(await take(NOON, ["terminal"])).toBe(null);
      expect(await take(NOON, ["terminal", "slack"])).toMatchObject({ follower: { platform: "slack" } });
      expect(await take(NOON, ["terminal", "slack"])).toBe(null);
      // Whoever had them in hand was killed.
      expect(await take(NOON, ["terminal"], until)).toEqual(notice);
      await store.markTold(notice);
      expect(await take(NOON, ["terminal"], until)).toBe(null);
      await store.finishPolls([record(feed)]);
      await store.finishPolls([record(feed, { trouble })]);
      expect(await take(NOON, ["terminal"], until)).toMatchObject({ follower: follower("a"), feed: { trouble } });
      await store.close();
    });

    test("tells at once that a feed is asked no more", async () => {
      const { store, feed } = await followed("a");
      await store.finishPolls([record(feed, { trouble: { ...trouble, status: 410 }, nextPoll: null })]);
      const when = { now: NOON, until: EVENING, since: day("2026-01-01") };
      expect(await store.claimNotice(["terminal"], when)).toMatchObject({ feed: { nextPoll: null } });
      await store.close();
    });

    test("word of trouble that was over before it was delivered counts for no other trouble", async () => {
      const { store, feed } = await followed("a");
      const take = (now: Date) => store.claimNotice(["terminal"], { now, until: now, since: EVENING });
      await store.finishPolls([record(feed, { trouble })]);
      const notice = (await take(NOON))!;
      await store.finishPolls([record(feed)]);
      const again = { ...trouble, since: EVENING };
      await store.finishPolls([record(feed, { trouble: again })]);
      await store.markTold(notice);
      expect(await take(EVENING)).toMatchObject({ feed: { trouble: again } });
      await store.close();
    });

    test("its article that comes by itself is one of the library", async () => {
      const { store, feed } = await followed("a");
      await store.addArticle("a", road, []);
      const reading = { article: { ...road, id: "other" }, statements: [] };
      expect(await store.keepEntries(feed, [met("1", ["a"], { reading })], NOON)).toEqual([["duplicate"]]);
      await store.close();
    });
  });
}
