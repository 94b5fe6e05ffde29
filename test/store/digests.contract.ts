import { describe, expect, test } from "vitest";
import type { Watch } from "../../src/model.ts";
import type { Occasion } from "../../src/store/delivery-store.ts";
import type { NewDigest, NewWatch } from "../../src/store/digest-store.ts";
import type { Store } from "../../src/store/store.ts";
import { makeArticle } from "../fixtures.ts";

export const at = (time: string): Date => new Date(`2026-05-05T${time}:00Z`);
const PLACE = { platform: "slack", channel: "C1" };
const FILTER = { topics: ["dam"], speakers: [], outlets: [], stories: [{ article: "a", headline: "Dam" }], without: ["cup"] };

export const newDigest = (known: Partial<NewDigest> = {}): NewDigest => ({
  workspace: "w",
  place: PLACE,
  by: "U1",
  filter: FILTER,
  schedule: { cron: "0 8 * * *", zone: "Europe/London" },
  length: "normal",
  ping: "S9",
  quiet: true,
  latest: 7_200_000,
  pause: null,
  nextRun: at("08:00"),
  createdAt: at("07:00"),
  ...known,
});

export const newWatch = (known: Partial<NewWatch> = {}): NewWatch => ({
  workspace: "w",
  place: PLACE,
  by: "U1",
  filter: FILTER,
  quietHours: { from: 1_320, to: 420, zone: "Europe/London" },
  most: 4,
  pause: null,
  createdAt: at("07:00"),
  ...known,
});

/** A word of a watch. */
const word = (watch: Watch, occasion: string): Occasion => ({
  ...{ workspace: watch.workspace, kind: "watch", number: watch.number, occasion, place: watch.place },
  ...{ due: at("09:00"), missed: 0, after: 0, upTo: 5 },
});
const plan = (id: string) => ({ posts: [{ id, content: "{}" }], account: { statements: 1 } });

/** What every store must do with digests and watches; `open` gives an empty one. */
export function digestsContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: digests and watches`, () => {
    test("share their numbers, are given back as they were, and are of their workspace alone", async () => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      const watch = await store.addWatch(newWatch());
      const paused = await store.addDigest(newDigest({ ping: null, quiet: false, pause: { at: at("07:30"), why: null } }));
      expect(digest).toEqual({ ...newDigest(), number: 1, since: 0 });
      expect(watch).toEqual({ ...newWatch(), number: 2, seen: 0, held: [] });
      expect(await store.digests("w")).toEqual([digest, paused]);
      expect(await store.watches("w")).toEqual([watch]);
      expect([await store.digests("other"), await store.watches("other")]).toEqual([[], []]);
      expect((await store.addWatch(newWatch({ workspace: "other", quietHours: null }))).number).toBe(1);
      await store.close();
    });

    test("one number is never given twice", async () => {
      const store = await open();
      await store.addDigest(newDigest());
      expect([await store.removeDigest("other", 1), await store.removeDigest("w", 1), await store.removeDigest("w", 1)]).toEqual([
        false,
        true,
        false,
      ]);
      expect((await store.addDigest(newDigest())).number).toBe(2);
      expect(await store.removeWatch("w", 2)).toBe(false);
      await store.close();
    });

    test("are changed in part, in their workspace alone", async () => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      const pause = { at: at("09:00"), why: "The channel is gone." };
      expect(await store.changeDigest("other", 1, { pause })).toBeNull();
      expect(await store.changeDigest("w", 1, { pause, nextRun: null })).toEqual({ ...digest, pause, nextRun: null });
      expect(await store.changeDigest("w", 1, { length: "long" })).toEqual({ ...digest, pause, nextRun: null, length: "long" });
      expect(await store.digests("w")).toEqual([{ ...digest, pause, nextRun: null, length: "long" }]);
      const watch = await store.addWatch(newWatch());
      expect(await store.changeWatch("w", 2, { quietHours: null, most: 1 })).toEqual({ ...watch, quietHours: null, most: 1 });
      expect(await store.changeWatch("other", 2, { most: 9 })).toBeNull();
      expect(await store.watches("w")).toEqual([{ ...watch, quietHours: null, most: 1 }]);
      await store.close();
    });

    test("are due on their platforms while they are not paused, longest due first", async () => {
      const store = await open();
      await store.addDigest(newDigest({ nextRun: at("08:00"), place: { platform: "slack", channel: "C2" } }));
      await store.addDigest(newDigest({ nextRun: at("08:00") }));
      await store.addDigest(newDigest({ nextRun: at("07:30"), workspace: "v", place: { platform: "discord", channel: "9" } }));
      await store.addDigest(newDigest({ nextRun: at("08:01") }));
      await store.addDigest(newDigest({ pause: { at: at("07:30"), why: null } }));
      await store.addDigest(newDigest({ nextRun: null }));
      const due = async (platforms: string[], limit = 9) =>
        (await store.dueDigests(platforms, at("08:00"), limit)).map(({ workspace, number }) => `${workspace}${number}`);
      expect(await due(["slack", "discord"])).toEqual(["v1", "w2", "w1"]);
      expect(await due(["slack"], 1)).toEqual(["w2"]);
      expect(await due([])).toEqual([]);
      await store.close();
    });

    test("watches are active on their platforms while they are not paused", async () => {
      const store = await open();
      await store.addWatch(newWatch());
      await store.addWatch(newWatch({ workspace: "v" }));
      await store.addWatch(newWatch({ pause: { at: at("07:30"), why: null } }));
      await store.addWatch(newWatch({ place: { platform: "discord", channel: "9" } }));
      expect((await store.activeWatches(["slack"])).map(({ workspace, number }) => `${workspace}${number}`)).toEqual([
        "w1",
        "v1",
      ]);
      await store.close();
    });

    test("the words of a watch are told once, with their posts, by whoever moves it on first", async () => {
      const store = await open();
      const watch = await store.addWatch(newWatch());
      const step = { seen: 5, held: ["s3"], told: ["h1", "h2"], deliveries: [{ occasion: word(watch, "a"), plan: plan("p1") }] };
      expect(await store.claimWords(watch, step, at("09:00"))).toBe(true);
      expect(await store.claimWords(watch, { ...step, told: ["h3"] }, at("09:00"))).toBe(false);
      const [moved] = await store.watches("w");
      expect(moved).toEqual({ ...watch, seen: 5, held: ["s3"] });
      expect(await store.told("w", 1, ["h1", "h2", "h3"])).toEqual(new Set(["h1", "h2"]));
      expect(await store.told("other", 1, ["h1"])).toEqual(new Set());
      expect(await store.deliveries("w", { kind: "watch", number: 1 }, 9)).toMatchObject([
        { occasion: "a", state: "sending", upTo: 5, account: { statements: 1 }, posts: [{ id: "p1", state: "planned" }] },
      ]);
      expect(await store.wordsSince("w", 1, at("09:00"), at("10:00"))).toBe(1);
      expect(await store.wordsSince("w", 1, at("09:01"), at("10:00"))).toBe(0);
      expect(await store.wordsSince("w", 1, at("08:00"), at("09:00"))).toBe(0);
      expect(await store.wordsSince("other", 1, at("09:00"), at("10:00"))).toBe(0);
      await store.changeWatch("w", 1, { pause: { at: at("09:00"), why: null } });
      expect(await store.claimWords(moved!, { ...step, deliveries: [] }, at("09:00"))).toBe(false);
      await store.close();
    });

    test("a removed watch takes what it told and posted with it", async () => {
      const store = await open();
      const watch = await store.addWatch(newWatch());
      const deliveries = [{ occasion: word(watch, "a"), plan: plan("p1") }];
      await store.claimWords(watch, { seen: 5, held: [], told: ["h1"], deliveries }, at("09:00"));
      expect(await store.removeWatch("w", 1)).toBe(true);
      expect(await store.claimWords(watch, { seen: 6, held: [], told: [], deliveries }, at("09:00"))).toBe(false);
      expect(await store.told("w", 1, ["h1"])).toEqual(new Set());
      expect(await store.deliveries("w", { kind: "watch", number: 1 }, 9)).toEqual([]);
      await store.close();
    });

    test("the zone of a workspace is what somebody set", async () => {
      const store = await open();
      expect(await store.zone("w")).toBeNull();
      await store.setZone("w", "Europe/London");
      await store.setZone("v", "Asia/Tokyo");
      await store.addArticle("w", makeArticle("a", "The dam holds."), []);
      expect([await store.zone("w"), await store.zone("v"), await store.zone("u")]).toEqual([
        "Europe/London",
        "Asia/Tokyo",
        null,
      ]);
      expect(await store.arrivals()).toBeGreaterThanOrEqual(0);
      await store.close();
    });
  });
}
