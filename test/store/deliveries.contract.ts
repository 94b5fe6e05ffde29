import { describe, expect, test } from "vitest";
import type { Digest } from "../../src/model.ts";
import type { Occasion } from "../../src/store/delivery-store.ts";
import type { Store } from "../../src/store/store.ts";
import { at, newDigest } from "./digests.contract.ts";

const account = { stories: 2 };
const WINDOW = { after: 3, upTo: 8 };
const posts = (...ids: string[]) => ({ posts: ids.map((id) => ({ id, content: `{"text":"${id}"}` })), account });

const run = (digest: Digest, time = "08:00"): Occasion => ({
  ...{
    workspace: digest.workspace,
    kind: "digest",
    number: digest.number,
    occasion: at(time).toISOString(),
    place: digest.place,
  },
  ...{ due: at(time), missed: 0, after: 0, upTo: 0 },
});
const elsewhere = (channel: string, platform = "slack") => ({ place: { platform, channel } });

/** What every store must do with the ledger of deliveries; `open` gives an empty one. */
export function deliveriesContract(name: string, open: () => Promise<Store>): void {
  /** Takes over all that can be, and names it. */
  const take = async (store: Store, by: string, time = "08:00", limit = 9, platforms = ["slack", "discord"]) =>
    store.takeOver(platforms, { by, now: at(time) }, limit);
  const names = async (...given: Parameters<typeof take>) =>
    (await take(...given)).map(({ number, occasion }) => `${number} ${occasion.slice(11, 16)}`);
  /** A store with a digest whose run `me` holds. */
  const held = async () => {
    const store = await open();
    const digest = await store.addDigest(newDigest());
    await store.claimRun(run(digest), at("20:00"), at("08:00"));
    const [delivery] = await take(store, "me");
    return { store, digest, key: delivery!.key };
  };

  describe(`${name}: deliveries`, () => {
    test("a run is made once and moves its digest on", async () => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      const made = await store.claimRun({ ...run(digest), missed: 2 }, at("20:00"), at("08:01"));
      expect(made).toEqual({
        ...{ ...run(digest), key: made!.key, missed: 2, claimedAt: at("08:01"), state: "claimed" },
        ...{ account: {}, endedAt: null, posts: [] },
      });
      expect(await store.digests("w")).toMatchObject([{ nextRun: at("20:00") }]);
      expect(await store.claimRun(run(digest), at("20:00"), at("08:01"))).toBeNull();
      await store.changeDigest("w", 1, { nextRun: at("08:00") });
      expect(await store.claimRun(run(digest), at("20:00"), at("08:01"))).toBeNull();
      expect(await store.digests("w")).toMatchObject([{ nextRun: at("20:00") }]);
      expect(await store.deliveries("w", { kind: "digest", number: 1 }, 9)).toEqual([made]);
      expect(await store.deliveries("other", { kind: "digest", number: 1 }, 9)).toEqual([]);
      await store.close();
    });

    test.each([
      ["paused", { pause: { at: at("07:30"), why: null } }],
      ["moved to another channel", elsewhere("C2")],
      ["moved on", { nextRun: at("08:01") }],
      ["without another run", { nextRun: null }],
    ])("no run is made of a digest that was meanwhile %s", async (_, change) => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      await store.changeDigest("w", 1, change);
      expect(await store.claimRun(run(digest), at("20:00"), at("08:00"))).toBeNull();
      expect(await store.deliveries("w", { kind: "digest", number: 1 }, 9)).toEqual([]);
      await store.close();
    });

    test("one is in one hand, until it is given back", async () => {
      const { store, key } = await held();
      expect(await take(store, "you")).toEqual([]);
      expect(await take(store, "me")).toEqual([]);
      await store.releaseDeliveries("you");
      await store.releaseDeliveries("me", key + 1);
      expect(await take(store, "you")).toEqual([]);
      await store.releaseDeliveries("me", key);
      expect(await names(store, "you")).toEqual(["1 08:00"]);
      await store.releaseDeliveries("you");
      expect(await names(store, "me", "08:00", 9, ["discord"])).toEqual([]);
      expect(await names(store, "me")).toEqual(["1 08:00"]);
      await store.close();
    });

    test("who says that they live keeps it, and who does not loses it", async () => {
      const { store, key } = await held();
      const [seen] = await store.heldDeliveries();
      expect(seen).toEqual({ key, by: "me", renewals: 0 });
      await store.renewDeliveries("me");
      expect(await store.endClaim(seen!)).toBe(false);
      expect(await store.endClaim({ ...seen!, renewals: 1, by: "you" })).toBe(false);
      expect(await store.endClaim({ ...seen!, renewals: 1 })).toBe(true);
      expect(await store.heldDeliveries()).toEqual([]);
      expect(await store.planDelivery(key, "me", posts("a"), WINDOW, at("08:00"))).toBe(false);
      expect(await names(store, "you")).toEqual(["1 08:00"]);
      expect(await store.heldDeliveries()).toEqual([{ key, by: "you", renewals: 0 }]);
      await store.close();
    });

    test("its messages are written down before they are sent, and settled after", async () => {
      const { store, key } = await held();
      expect(await store.planDelivery(key, "me", posts("a", "b"), WINDOW, at("08:00"))).toBe(true);
      const planned = { firstAttemptAt: null, attemptedAt: null, retryAt: null, message: null, link: null, said: null };
      const first = { ...planned, id: "a", part: 0, content: '{"text":"a"}', state: "planned", attempts: 0 };
      expect(await store.delivery(key)).toMatchObject({
        state: "sending",
        ...WINDOW,
        account,
        posts: [first, { id: "b", part: 1 }],
      });
      expect(await store.beginPost("a", "me", at("08:00"))).toBe(true);
      const sending = { ...first, state: "sending", attempts: 1, firstAttemptAt: at("08:00"), attemptedAt: at("08:00") };
      expect((await store.delivery(key))!.posts[0]).toEqual(sending);
      expect(await store.settlePost("a", "me", { retryAt: at("08:05"), said: "Busy.", isUnsure: false })).toBe(true);
      expect((await store.delivery(key))!.posts[0]).toEqual({
        ...sending,
        state: "planned",
        retryAt: at("08:05"),
        said: "Busy.",
      });
      expect(await store.beginPost("a", "me", at("08:06"))).toBe(true);
      expect(await store.settlePost("a", "me", { retryAt: at("08:07"), said: "Lost.", isUnsure: true })).toBe(true);
      const again = { ...sending, attempts: 2, attemptedAt: at("08:06"), said: "Lost." };
      expect((await store.delivery(key))!.posts[0]).toEqual({ ...again, retryAt: at("08:07") });
      expect(await store.settlePost("a", "me", { sent: { id: "m1", link: "https://chat.example/1" } })).toBe(true);
      const sent = { ...again, state: "sent", message: "m1", link: "https://chat.example/1" };
      expect((await store.delivery(key))!.posts[0]).toEqual(sent);
      expect(await store.settlePost("a", "me", { failed: "No." })).toBe(false);
      expect(await store.beginPost("a", "me", at("08:08"))).toBe(false);
      expect(await store.settlePost("b", "me", { failed: "It is too long." })).toBe(true);
      expect(await store.endDelivery(key, "me", "failed", { ...account, problem: "It is too long." }, at("08:09"))).toBe(true);
      expect(await store.delivery(key)).toMatchObject({
        ...{ state: "failed", endedAt: at("08:09"), account: { stories: 2, problem: "It is too long." } },
        posts: [
          { ...sent, content: null },
          { state: "failed", said: "It is too long.", content: null },
        ],
      });
      expect(await store.heldDeliveries()).toEqual([]);
      await store.close();
    });

    test("nothing is done for whoever does not hold it, or holds it no more", async () => {
      const { store, key } = await held();
      expect(await store.planDelivery(key, "you", posts("a"), WINDOW, at("08:00"))).toBe(false);
      await store.planDelivery(key, "me", posts("a"), WINDOW, at("08:00"));
      const before = await store.delivery(key);
      const tries = async () => [
        await store.beginPost("a", "you", at("08:01")),
        await store.settlePost("a", "you", { sent: { id: "m", link: null } }),
        await store.endDelivery(key, "you", "sent", {}, at("08:01")),
      ];
      expect(await tries()).toEqual([false, false, false]);
      await store.renewDeliveries("you");
      expect(await store.delivery(key)).toEqual(before);
      await store.endDelivery(key, "me", "sent", {}, at("08:02"));
      expect(await store.endDelivery(key, "me", "failed", {}, at("08:03"))).toBe(false);
      expect(await store.beginPost("a", "me", at("08:03"))).toBe(false);
      expect(await store.delivery(key)).toMatchObject({ state: "sent", posts: [{ state: "planned" }] });
      await store.close();
    });

    test("one with nothing to post ends at once", async () => {
      const { store, key } = await held();
      expect(await store.planDelivery(key, "me", { state: "empty", account }, WINDOW, at("08:00"))).toBe(true);
      expect(await store.delivery(key)).toMatchObject({ state: "empty", ...WINDOW, account, endedAt: at("08:00"), posts: [] });
      expect(await take(store, "you")).toEqual([]);
      await store.close();
    });

    test("a channel has one at a time, longest due first, then by number; other channels have their own", async () => {
      const store = await open();
      const digests = [];
      for (const known of [{ nextRun: at("08:00") }, {}, {}, elsewhere("C2"), { workspace: "v" }, elsewhere("C1", "discord")])
        digests.push(await store.addDigest(newDigest(known)));
      await store.claimRun(run(digests[1]!), at("20:00"), at("08:00"));
      await store.claimRun(run(digests[0]!), at("20:00"), at("08:00"));
      await store.changeDigest("w", 3, { nextRun: at("07:00") });
      await store.claimRun(run(digests[2]!, "07:00"), at("20:00"), at("08:00"));
      for (const digest of digests.slice(3)) await store.claimRun(run(digest), at("20:00"), at("08:00"));
      const all = await take(store, "me");
      expect(all.map(({ workspace, number, place: { platform } }) => `${workspace}${number} ${platform}`)).toEqual([
        "w3 slack",
        "v1 slack",
        "w4 slack",
        "w5 discord",
      ]);
      expect(await take(store, "you")).toEqual([]);
      await store.planDelivery(all[0]!.key, "me", { state: "empty", account }, WINDOW, at("08:00"));
      expect(await names(store, "you")).toEqual(["1 08:00"]);
      expect(await names(store, "me", "08:00", 0)).toEqual([]);
      await store.releaseDeliveries("me");
      expect(await names(store, "me", "08:00", 2)).toHaveLength(2);
      await store.close();
    });

    test("a run that was begun goes before one that was due earlier", async () => {
      const { store, digest, key } = await held();
      await store.planDelivery(key, "me", posts("a"), WINDOW, at("08:00"));
      await store.releaseDeliveries("me");
      await store.claimDelivery({ ...run(digest, "07:00"), occasion: "now" }, null);
      expect((await take(store, "you")).map(({ occasion }) => occasion)).toEqual([at("08:00").toISOString()]);
      expect(await take(store, "me")).toEqual([]);
      await store.close();
    });

    test("what waits to be tried again keeps its channel, and waits no longer when the clock has gone back", async () => {
      const { store, digest, key } = await held();
      await store.planDelivery(key, "me", posts("a"), WINDOW, at("08:00"));
      await store.beginPost("a", "me", at("08:00"));
      await store.settlePost("a", "me", { retryAt: at("08:30"), said: "Busy.", isUnsure: false });
      await store.releaseDeliveries("me");
      await store.claimDelivery({ ...run(digest, "08:10"), occasion: "now" }, null);
      expect(await names(store, "me", "08:29")).toEqual([]);
      expect(await names(store, "me", "08:30")).toEqual(["1 08:00"]);
      await store.releaseDeliveries("me");
      expect(await names(store, "me", "07:59")).toEqual(["1 08:00"]);
      await store.close();
    });

    test("something else is made once, also with its plan", async () => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      const notice: Occasion = { ...run(digest), kind: "notice", occasion: "gone", ...elsewhere("@U1") };
      const made = await store.claimDelivery({ ...notice, ...WINDOW }, posts("n"));
      expect(made).toMatchObject({ state: "sending", claimedAt: at("08:00"), ...WINDOW, posts: [{ id: "n" }] });
      expect(await store.claimDelivery(notice, posts("m"))).toBeNull();
      expect(await store.claimDelivery({ ...notice, number: 2 }, null)).toMatchObject({ state: "claimed", posts: [] });
      expect(await store.removeDigest("w", 1)).toBe(true);
      expect(await store.delivery(made!.key)).toBeNull();
      expect(await store.beginPost("n", "me", at("08:00"))).toBe(false);
      await store.close();
    });

    test("a digest has told what was sent of it, in part or whole, and what was empty; in another channel, from where it was", async () => {
      const store = await open();
      const digest = await store.addDigest(newDigest());
      const told = (channel = "C1", workspace = "w") => store.toldUpTo(workspace, 1, elsewhere(channel).place);
      const deliver = async (upTo: number, end: (key: number, id: string) => Promise<unknown>) => {
        const made = await store.claimDelivery({ ...run(digest), occasion: `now ${upTo}` }, null);
        await take(store, "me");
        await store.planDelivery(made!.key, "me", posts(`p${upTo}`, `q${upTo}`), { after: 0, upTo }, at("08:00"));
        await end(made!.key, `p${upTo}`);
        await store.releaseDeliveries("me");
      };
      expect(await told()).toBeNull();
      await deliver(4, (key) => store.endDelivery(key, "me", "failed", {}, at("08:00")));
      expect(await told()).toBeNull();
      await deliver(5, async (key, id) => {
        await store.beginPost(id, "me", at("08:00"));
        await store.settlePost(id, "me", { sent: { id: "m", link: null } });
        await store.endDelivery(key, "me", "failed", {}, at("08:00"));
      });
      expect([await told(), await told("C2"), await told("C1", "other")]).toEqual([5, null, null]);
      await deliver(6, (key) => store.endDelivery(key, "me", "sent", {}, at("08:00")));
      const made = await store.claimDelivery({ ...run(digest), occasion: "now 7" }, null);
      await take(store, "me");
      await store.planDelivery(made!.key, "me", { state: "skipped", account }, { after: 6, upTo: 9 }, at("08:00"));
      expect(await told()).toBe(6);
      const last = await store.claimDelivery({ ...run(digest), occasion: "now 8" }, null);
      await take(store, "me");
      await store.planDelivery(last!.key, "me", { state: "empty", account }, { after: 6, upTo: 9 }, at("08:00"));
      expect(await told()).toBe(9);
      expect(await store.changeDigest("w", 1, { length: "long" })).toMatchObject({ since: 0 });
      expect(await store.changeDigest("w", 1, elsewhere("C2"))).toMatchObject({ since: 9 });
      await store.close();
    });
  });
}
