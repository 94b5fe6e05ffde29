import { expect, test } from "vitest";
import { byMatter } from "../../src/briefing/matter.ts";
import type { Hit, StatementKind } from "../../src/model.ts";
import { makeArticle, makeStatement } from "../fixtures.ts";

const WORDS = "the dam would hold through the night and the day after";

function hit(
  name: string,
  known: { kind?: StatementKind; words?: string; knownAs?: string | null; also?: string[]; confidence?: number } = {},
): Hit {
  const { kind = "direct", words = WORDS, also, confidence = 0.9 } = known;
  const article = makeArticle(`by ${name}`, `It was said that ${words}.`);
  const statement = makeStatement(article, words, { speaker: name === "" ? null : name, kind, confidence });
  return { article, statement, knownAs: known.knownAs === undefined ? name || null : known.knownAs, ...(also && { also }) };
}

test.each<[string, Hit[], number[]]>([
  ["verbatim, then partly, then reported", [hit("A", { kind: "indirect" }), hit("B", { kind: "mixed" }), hit("C")], [2, 1, 0]],
  ["somebody named, then an unnamed source, then nobody", [hit(""), hit("a diplomat", { knownAs: null }), hit("C")], [2, 1, 0]],
  ["what several outlets carry", [hit("A"), hit("B", { also: ["Post", "Wire"] })], [1, 0]],
  ["what was read with confidence", [hit("A", { confidence: 0.6 }), hit("B")], [1, 0]],
  [
    "nothing too short, nothing too long",
    [hit("A", { words: "it depends" }), hit("B", { words: `${WORDS}, `.repeat(9) }), hit("C")],
    [2, 1, 0],
  ],
  ["each speaker before a second of one", [hit("A"), hit("B", { knownAs: "A" }), hit("C", { kind: "indirect" })], [0, 2, 1]],
  ["on ties as they come", [hit("A"), hit("B"), hit("C")], [0, 1, 2]],
])("what matters most: %s", (_, hits, expected) => {
  expect(byMatter(hits, () => 0).map((each) => hits.indexOf(each))).toEqual(expected);
});

test("what was asked for comes before what is only verbatim", () => {
  const [quoted, asked] = [hit("A"), hit("B", { kind: "indirect" })];
  expect(byMatter([quoted, asked], (each) => (each === asked ? 1 : 0))[0]).toBe(asked);
});
