import { describe, expect, test } from "vitest";
import type { Completed, Store } from "../../src/store/store.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";

const dam = makeArticle("dam", "Ada Lund said the dam would hold. Lund said the ceasefire held. Emil Tarn said the dam leaks.", {
  title: "Dam holds for now",
  outlet: "Valley Post",
  publishedAt: day("2026-05-02"),
});
const road = makeArticle("road", "Viktor Sorenskiy said the road was shut by damp.", {
  title: "Road shut, talks on",
  outlet: "Northern Wire",
  publishedAt: day("2026-05-04"),
});
const said = [
  makeStatement(dam, "the dam would hold", { speaker: "Ada Lund" }),
  makeStatement(dam, "the ceasefire held", { speaker: "Lund" }),
  makeStatement(dam, "the dam leaks", { speaker: "Emil Tarn" }),
];

/** What every store must offer while somebody types. */
export function completingContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name}: completing`, () => {
    test.each<[Completed, string, string[]]>([
      ["speaker", "", ["Ada Lund", "Emil Tarn", "Viktor Sorenskiy"]],
      ["speaker", "lu", ["Ada Lund"]],
      ["speaker", "Viktor Sorensk", ["Viktor Sorenskiy"]],
      ["speaker", "Victor", ["Viktor Sorenskiy"]],
      ["speaker", "x' OR 1 --", []],
      ["topic", "da", ["damp"]],
      ["topic", "cease-f", ["ceasefire"]],
      ["topic", "old road sh", ["old road shut"]],
      ["outlet", "", ["Northern Wire", "Valley Post"]],
      ["outlet", "post", ["Valley Post"]],
      ["article", "", ["Road shut, talks on", "Dam holds for now"]],
      ["article", "talk", ["Road shut, talks on"]],
      ["article", "dam ho", ["Dam holds for now"]],
      ["article", '"*) OR', []],
      ["article", "!!", []],
    ])("%s that begins with %j", async (what, typed, expected) => {
      const store = await open(() => day("2026-05-05"));
      await store.addArticle("w", dam, said);
      await store.addArticle("w", road, [makeStatement(road, "the road was shut by damp", { speaker: "Viktor Sorenskiy" })]);
      expect(await store.complete("w", what, typed, 25)).toEqual(expected);
      expect(await store.complete("w", what, typed, 1)).toEqual(expected.slice(0, 1));
      expect(await store.complete("other", what, typed, 25)).toEqual([]);
      await store.close();
    });
  });
}
