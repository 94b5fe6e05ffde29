import fc from "fast-check";
import { expect, test } from "vitest";
import { type Facts, readAllFacts, readFacts } from "../../src/briefing/facts.ts";
import type { Filter } from "../../src/model.ts";
import type { Arrivals } from "../../src/store/news-store.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { chronicle, cost, fill, flood, later, make, post, STRIKE, strike } from "../store/floods.ts";

const some = (...values: string[]) => fc.subarray(values, { maxLength: 2 });
const filters: fc.Arbitrary<Filter> = fc.record({
  topics: some("flood", "river", "pay", "bridges closed"),
  speakers: some("Lund", "Tarn", "Viktor Soren"),
  outlets: fc.constant([]),
  stories: fc.subarray([{ article: "flood", headline: "" }], { maxLength: 1 }),
  without: some("title", "Lund", "slept", "percent"),
});

const readAtOnce = async (store: Store, arrivals: Arrivals, filter: Filter): Promise<Facts[]> =>
  readFacts(store, "w", arrivals, filter, await store.cameIn("w", arrivals));

/** In an order of its own: which of two of one minute is first, and of two copies, is that of storing, which turns do not tell. */
const sorted = (facts: readonly Facts[]) =>
  facts
    .map((each) => ({ ...each, came: { ...each.came, copies: each.came.copies.toSorted() } }))
    .toSorted((a, b) => (a.came.article < b.came.article ? -1 : 1));

test("what is read in turns is what is read at once", async () => {
  const again = make("strike", [STRIKE, "The pumps would run for two weeks, said Emil Tarn."], {
    outlet: "Valley Post",
    publishedAt: strike[0].publishedAt,
  });
  const { store } = await fill(
    async (now) => createSqliteStore(":memory:", now),
    flood,
    strike,
    post,
    chronicle,
    later,
    cost,
    again,
  );
  const window = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => ({ after: Math.min(a, b), upTo: Math.max(a, b) }));
  await fc.assert(
    fc.asyncProperty(filters, window, fc.integer({ min: 1, max: 4 }), async (filter, arrivals, atOnce) => {
      const inTurns = await readAllFacts(store, "w", arrivals, filter, atOnce);
      const dates = inTurns.map(({ came }) => came.publishedAt!.getTime());
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      expect(sorted(inTurns)).toEqual(sorted(await readAtOnce(store, arrivals, filter)));
    }),
    { numRuns: 100 },
  );
  await store.close();
});

test.each<[string, (store: Store) => Promise<unknown>]>([
  ["is removed", (store) => store.removeArticles("w", ["flood"])],
  ["is removed with its first copy", (store) => store.removeArticles("w", ["flood", "post"])],
  ["gets a later version", (store) => store.addArticle("w", ...later)],
])("an article that %s between two turns is not lost", async (_, change) => {
  const all = { after: 0, upTo: 4 };
  const filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };
  for (let turn = 1; turn <= 4; turn++) {
    const { store } = await fill(async (now) => createSqliteStore(":memory:", now), flood, post, strike, chronicle);
    let turns = 0;
    const cameIn: Store["cameIn"] = async (...asked) => {
      if (++turns === turn) await change(store);
      return store.cameIn(...asked);
    };
    const stories = (facts: readonly Facts[]) => new Set(facts.map(({ came }) => came.story));
    const found = await readAllFacts({ ...store, cameIn }, "w", all, filter, 1);
    expect(stories(found), `in turn ${turn}`).toEqual(stories(await readAtOnce(store, all, filter)));
    expect(found.map(({ came }) => came.as).filter((as) => as === "new").length).toBeGreaterThanOrEqual(2);
    await store.close();
  }
});
