import { expect, test } from "vitest";
import { withOutlets } from "../../src/briefing/outlets.ts";
import type { Article } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { makeArticle } from "../fixtures.ts";

const SENTENCE = "The bridge is safe";
const article = makeArticle("a", SENTENCE, { outlet: "Northern Wire" });

test.each([
  ["the sentence, however it is spaced", "Rain fell. \nThe bridge  is safe", ["Valley Post"]],
  ["a sentence that goes on", "Rain fell. The bridge is safe only for walkers.", undefined],
  ["a sentence that begins before", "Nobody says: The bridge is safe", undefined],
])("an excerpt names an outlet that has %s: %#", async (_, text, also) => {
  const copy: Article = makeArticle("b", text, { outlet: "Valley Post" });
  const store = { ...createSqliteStore(":memory:"), copies: async () => new Map([["a", [copy]]]) };
  const [excerpt] = await withOutlets(store, "w", [{ article, span: { start: 0, end: SENTENCE.length } }]);
  expect(excerpt!.also).toEqual(also);
  await store.close();
});
