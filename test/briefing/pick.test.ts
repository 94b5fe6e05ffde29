import { expect, test } from "vitest";
import { pickStatements } from "../../src/briefing/pick.ts";
import type { Hit, StatementKind } from "../../src/model.ts";
import { makeArticle, makeStatement } from "../fixtures.ts";

const WORDS = "the dam would hold through the night";

function hit(id: string, speaker: string | null, kind: StatementKind, words = WORDS, knownAs: string | null = speaker): Hit {
  const article = makeArticle(id, `It was said that ${words}.`);
  return { article, statement: makeStatement(article, words, { speaker, kind }), knownAs };
}

test.each<[string, Hit[], number[]]>([
  ["nothing", [], []],
  [
    "each speaker once, in any spelling",
    [hit("a", "Elena Horvai", "direct"), hit("b", "Horvay", "direct", WORDS, "Elena Horvai"), hit("c", "Bo Lind", "direct")],
    [0, 2],
  ],
  [
    "unnamed sources of two articles as two, of one article once",
    ["a", "b", "b"].map((id) => hit(id, "a senior official", "direct", WORDS, null)),
    [0, 1],
  ],
  ["verbatim before reported within an article", [hit("a", "Ada Lund", "indirect"), hit("a", "Bo Lind", "direct")], [0, 1]],
  [
    "every article before a second of one",
    [..."ABCDEF"].map((name) => hit(name < "D" ? "one" : name, name, "direct")),
    [0, 1, 3, 4, 5],
  ],
  ["nobody unnamed and nothing too short", [hit("a", null, "direct"), hit("b", "Ada Lund", "direct", "no")], []],
])("picks %s", (_, hits, expected) => {
  expect(pickStatements(hits).map((each) => hits.indexOf(each))).toEqual(expected);
});
