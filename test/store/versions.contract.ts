import { describe, expect, test } from "vitest";
import type { Added } from "../../src/store/added.ts";
import type { Store } from "../../src/store/store.ts";
import { day } from "../fixtures.ts";
import {
  BAKER,
  cost,
  FLOOD,
  fill,
  flood,
  HIGH,
  later,
  listed,
  make,
  now,
  post,
  STRIKE,
  said,
  stories,
  strike,
} from "./floods.ts";

/** What every store must do about later versions of an article; `open` gives an empty one. */
export function versionsContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name}: versions`, () => {
    test.each([
      ["the same id", "flood", "https://news.example/flood"],
      ["the same address", "other", "https://news.example/flood"],
      ["the same outlet and most of the words", "flood-2", "https://news.example/flood-2"],
    ])("a later text with %s replaces the article, which tells what changed", async (_, id, url) => {
      const { store } = await fill(open, flood, strike);
      const [article, statements] = later;
      const next = { ...article, id, url };
      expect(
        await store.addArticle(
          "w",
          next,
          statements.map((each) => ({ ...each, articleId: id })),
        ),
      ).toBe("updated");
      expect(await listed(store)).toEqual([`${id} (Northlight Wire)`, "strike (Valley Post)"].toSorted());
      const { changes, statements: count } = (await store.articleHistory("w", id))!;
      expect(count).toBe(3);
      expect(changes).toEqual([
        {
          at: now(),
          changedAt: null,
          title: "Title of flood",
          added: 2,
          gone: 2,
          gained: [
            { text: "The minister of the interior, Emil Tarn, said the pumps would run for two weeks.", speaker: "Emil Tarn" },
            { text: BAKER, speaker: "Jon Hale" },
          ],
          lost: [
            { text: HIGH, speaker: "Ada Lund" },
            { text: FLOOD[4], speaker: "Emil Tarn" },
          ],
        },
      ]);
      expect((await said(store)).filter((line) => line.includes("never seen"))).toEqual([]);
      expect((await stories(store)).map((line) => line.split(" ").slice(0, 2))).toEqual([
        ["strike", "1"],
        [id, "1"],
      ]);
      expect(await store.articleAt("w", "https://news.example/flood")).toBe(id);
      await store.close();
    });

    test("an address that tells of something else leaves its story, and its copies stay", async () => {
      const { store } = await fill(open, flood, post, cost);
      expect(await store.addArticle("w", ...make("flood", [STRIKE]))).toBe("updated");
      expect(await listed(store)).toEqual(["cost (Valley Post)", "flood (Northlight Wire)", "post (Valley Post)"]);
      expect((await stories(store)).map((line) => line.split(" ").slice(0, 2))).toEqual([
        ["post", "2"],
        ["flood", "1"],
      ]);
      expect((await store.articleHistory("w", "flood"))!.changes[0]!.lost).toHaveLength(FLOOD.length);
      expect((await said(store)).filter((line) => line.includes("never seen"))).toEqual([
        "Ada Lund: We have never seen the river so high, (Valley Post)",
      ]);
      await store.close();
    });

    test("the earlier text that comes in again changes nothing", async () => {
      const { store } = await fill(open, flood, later);
      expect(await store.addArticle("w", ...flood)).toBe("duplicate");
      expect(await listed(store)).toEqual(["flood-2 (Northlight Wire)"]);
      expect((await store.articleHistory("w", "flood-2"))!.changes).toHaveLength(1);
      await store.close();
    });

    test.each<[kept: string | null, coming: string | null, outcome: Added]>([
      ["2026-03-04T10:00:00Z", "2026-03-04T09:59:59Z", "duplicate"],
      ["2026-03-04T10:00:00Z", "2026-03-03", "duplicate"],
      ["2026-03-04", "2026-03-03T23:00:00Z", "duplicate"],
      ["2026-03-04", "2026-03-03", "duplicate"],
      ["2026-03-04T10:00:00Z", "2026-03-04", "updated"],
      ["2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z", "updated"],
      ["2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z", "updated"],
      ["2026-03-04T10:00:00Z", null, "updated"],
      [null, "2026-03-01", "updated"],
      [null, null, "updated"],
    ])("where the text that is kept was changed %s, one that was changed %s is: %s", async (kept, coming, outcome) => {
      const changed = (date: string | null) => ({ modifiedAt: date === null ? null : new Date(date) });
      const url = "https://news.example/flood";
      const first: typeof flood = [{ ...flood[0], ...changed(kept) }, flood[1]];
      for (const second of [
        make("flood", [STRIKE], changed(coming)),
        make("other", [STRIKE], { ...changed(coming), url }),
        make("other", [later[0].text], changed(coming)),
      ]) {
        const { store, outcomes } = await fill(open, first, second);
        expect(outcomes).toEqual(["added", outcome]);
        const shown = outcome === "updated" ? second[0] : first[0];
        const { article, changes } = (await store.articleHistory("w", shown.id))!;
        expect([article, changes.length]).toEqual([shown, outcome === "updated" ? 1 : 0]);
        expect((await store.size("w")).articles).toBe(1);
        await store.close();
      }
    });

    test("a copy gives way to no older version of itself either", async () => {
      const copy = make("post", FLOOD, { outlet: "Valley Post", modifiedAt: day("2026-03-04") });
      const { store, outcomes } = await fill(open, flood, copy, make("post", [STRIKE], { modifiedAt: day("2026-03-02") }));
      expect(outcomes).toEqual(["added", "duplicate", "duplicate"]);
      expect(await listed(store)).toEqual(["flood (Northlight Wire, Valley Post)"]);
      await store.close();
    });

    test("a changed article keeps its copies, its story and its past", async () => {
      const { store } = await fill(open, flood, post, cost, later);
      expect(await listed(store)).toEqual(["cost (Valley Post)", "flood-2 (Northlight Wire, Valley Post)"]);
      expect(await said(store)).toEqual([
        "Ada Lund: 40 houses stood in water up to the windows (Northlight Wire, Valley Post)",
        "Ada Lund: 62 houses had been damaged (Valley Post)",
        "Ada Lund: We have never seen the river so high, (Valley Post)",
        "Emil Tarn: the pumps would run for a week (Valley Post)",
        "Emil Tarn: the pumps would run for two weeks (Northlight Wire)",
        "Jon Hale: Nobody in this street slept here, (Valley Post, Northlight Wire)",
      ]);
      expect((await stories(store))[0]).toMatch(/ 2 Valley Post, Northlight Wire 2026-03-03 2026-03-04$/);
      await store.addArticle("w", ...make("flood-2", [STRIKE, ...FLOOD], { publishedAt: day("2026-03-04") }));
      expect((await store.articleHistory("w", "flood-2"))!.changes.map(({ title }) => title)).toEqual([
        "Title of flood-2",
        "Title of flood",
      ]);
      await store.removeArticles("w", ["flood-2", "cost", "post"]);
      expect([await listed(store), await said(store), await stories(store)]).toEqual([[], [], []]);
      await store.close();
    });
  });
}
