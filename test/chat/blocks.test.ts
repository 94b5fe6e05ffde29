import { describe, expect, test } from "vitest";
import { articleBlock, statementBlock } from "../../src/chat/blocks.ts";
import type { StatementKind } from "../../src/model.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";

const passages = (text: string, content: string[], kind: StatementKind) => {
  const article = makeArticle("a", text);
  return statementBlock({ article, statement: makeStatement(article, content, { kind }) }).passages;
};

describe("passages", () => {
  test.each<[string, string, StatementKind, string[], [text: string, quoted: boolean, gap: boolean][]]>([
    ["direct", "“It holds,” she said.", "direct", ["It holds,"], [["It holds,", true, false]]],
    [
      "direct around the attribution",
      "“It holds,” she said, “for now.”",
      "direct",
      ["It holds,", "for now."],
      [
        ["It holds,", true, false],
        ["for now.", true, true],
      ],
    ],
    [
      "direct over paragraphs",
      "“It holds.\n\n“For now,” she said.",
      "direct",
      ["It holds.", "For now,"],
      [
        ["It holds.", true, false],
        ["For now,", true, false],
      ],
    ],
    ["indirect without its that", "She said that it holds.", "indirect", ["that it holds"], [["it holds", false, false]]],
    ["mixed with marks inside", "She said it was “dry”.", "mixed", ["it was “dry”"], [["it was “dry”", false, false]]],
    [
      "mixed with a fragment between marks",
      "It was over, she said, “for now”.",
      "mixed",
      ["It was over", "for now"],
      [
        ["It was over", false, false],
        ["for now", true, true],
      ],
    ],
  ])("%s", (_, text, kind, content, expected) => {
    expect(passages(text, content, kind)).toEqual(expected.map(([text, quoted, gap]) => ({ text, quoted, gap })));
  });
});

describe("context", () => {
  const article = makeArticle("a", "First. Second said it holds. Third. Fourth.");
  const context = (content: string) =>
    statementBlock({ article, statement: makeStatement(article, content) }, { context: true }).context;
  test.each([
    ["from the sentence before to the sentence after", "it holds", "First. Second said it holds. Third."],
    ["at the beginning", "First", "First. Second said it holds."],
    ["at the end", "Fourth", "Third. Fourth."],
  ])("%s", (_, content, expected) => expect(context(content)).toBe(expected));

  test("of an article without sentences is the statement itself", () => {
    const bare = { ...article, sentences: [] };
    expect(statementBlock({ article: bare, statement: makeStatement(article, "it holds") }, { context: true }).context).toBe(
      "it holds",
    );
  });
});

describe("explanation", () => {
  test("leaves out what stands between the sentences of its parts", () => {
    const article = makeArticle("a", "Lund spoke. Rain fell. “It holds.”");
    const statement = makeStatement(article, "It holds.", { kind: "direct", source: "Lund" });
    const { explanation } = statementBlock({ article, statement }, { explain: true });
    expect(explanation?.segments.map(({ text, part }) => (part ? `[${part} ${text}]` : text)).join("")).toBe(
      "[source Lund] spoke. … “[content It holds.]”",
    );
  });
});

describe("the words of the saying", () => {
  const article = makeArticle("a", "“It holds.” ― Ann Lee said so.");
  const cue = (words: string) => statementBlock({ article, statement: makeStatement(article, "It holds.", { cue: words }) }).cue;
  test("are shown as printed", () => expect(cue("said")).toBe("said"));
  test("are not a signature's dash", () => expect(cue("―")).toBeNull());
});

test.each([
  ["an author", { author: "Ilse Brandt", outlet: "Valley Post" }, { author: "Ilse Brandt" }],
  ["the outlet as author", { author: "VALLEY POST", outlet: "Valley Post" }, { author: null }],
  ["neither author nor outlet", {}, { author: null }],
  [
    "a change on another day",
    { publishedAt: day("2026-05-02"), modifiedAt: day("2026-05-03") },
    { changedAt: day("2026-05-03") },
  ],
  [
    "a change on the same day",
    { publishedAt: day("2026-05-02"), modifiedAt: new Date("2026-05-02T09:00:00Z") },
    { changedAt: null },
  ],
  ["a change before it was published", { publishedAt: day("2026-05-02"), modifiedAt: day("2026-05-01") }, { changedAt: null }],
  ["a change of what nobody knows when it was published", { modifiedAt: day("2026-05-03") }, { changedAt: null }],
])("an article with %s", (_, known, shown) => {
  expect(articleBlock({ article: makeArticle("a", "The dam holds.", known) }, "1 statement")).toMatchObject(shown);
});
