import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { day } from "../fixtures.ts";
import { cost, fill, flood, stories, strike } from "./floods.ts";

/** What every store must do about stories; `open` gives an empty one. */
export function storiesContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name}: stories`, () => {
    test("an article has its story as soon as it is stored", async () => {
      const { store } = await fill(open, flood, strike, cost);
      expect(await stories(store)).toEqual([
        "flood 2 Northlight Wire, Valley Post 2026-03-02 2026-03-04",
        "strike 1 Valley Post 2026-03-03 2026-03-03",
      ]);
      const { story, others } = (await store.articleHistory("w", "cost"))!;
      expect([story!.articles, others.map(({ article }) => article.id)]).toEqual([2, ["flood"]]);
      await store.close();
    });

    test.each<[string, { topic?: string; since?: Date }, string[]]>([
      ["a topic of any of its articles", { topic: "pumps" }, ["flood"]],
      ["a topic of none", { topic: "harbour" }, []],
      ["nothing to search for", { topic: "?!" }, []],
      ["when it was last told", { since: day("2026-03-04") }, ["flood"]],
      ["both", { topic: "tram", since: day("2026-03-04") }, []],
    ])("finds stories by %s", async (_, query, expected) => {
      const { store } = await fill(open, flood, strike, cost);
      expect((await stories(store, query)).map((line) => line.split(" ")[0])).toEqual(expected);
      await store.close();
    });

    test("pages stories and keeps them to their workspace", async () => {
      const { store } = await fill(open, flood, strike);
      const page = await store.findStories("w", { limit: 1, offset: 1 });
      expect([page.total, page.items.length]).toEqual([2, 1]);
      expect(await store.findStories("other", { limit: 9, offset: 0 })).toEqual({ items: [], total: 0 });
      await store.addArticle("other", ...cost);
      expect((await store.findStories("other", { limit: 9, offset: 0 })).items[0]!.articles).toBe(1);
      expect(await store.articleHistory("other", "flood")).toBeNull();
      await store.close();
    });

    test("a story goes with its last article, and shrinks with others", async () => {
      const { store } = await fill(open, flood, strike, cost);
      await store.removeArticles("w", ["flood", "strike"]);
      expect(await stories(store)).toEqual(["cost 1 Valley Post 2026-03-04 2026-03-04"]);
      await store.addArticle("w", ...flood);
      expect(await stories(store)).toEqual(["cost 2 Northlight Wire, Valley Post 2026-03-02 2026-03-04"]);
      await store.removeArticles("w", ["flood", "cost"]);
      expect(await stories(store)).toEqual([]);
      await store.close();
    });
  });
}
