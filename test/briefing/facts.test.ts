import fc from "fast-check";
import { expect, test } from "vitest";
import { readAllFacts, readFacts } from "../../src/briefing/facts.ts";
import type { Filter } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { chronicle, cost, fill, flood, later, make, post, STRIKE, strike } from "../store/floods.ts";

const some = (...values: string[]) => fc.subarray(values, { maxLength: 2 });
const filters: fc.Arbitrary<Filter> = fc.record({
  topics: some("flood", "river", "pay", "bridges closed"),
  speakers: some("Lund", "Tarn", "Viktor Soren"),
  outlets: fc.constant([]),
  stories: fc.subarray([{ article: "flood", headline: "" }], { maxLength: 1 }),
  without: some("title", "Lund", "slept", "percent"),
});

/** In an order of its own: which of two of one minute is first, and of two copies, is that of storing, which turns do not tell. */
const sorted = (facts: Awaited<ReturnType<typeof readFacts>>) =>
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
      expect(sorted(inTurns)).toEqual(sorted(await readFacts(store, "w", arrivals, filter)));
    }),
    { numRuns: 100 },
  );
  await store.close();
});
