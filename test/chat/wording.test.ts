import { expect, test } from "vitest";
import { counted, noSuchPage, pageNote, storyNote } from "../../src/chat/wording.ts";
import { day, makeArticle } from "../fixtures.ts";

const central = { article: makeArticle("a", "The dam holds."), statements: 0 };

test.each<[string, number, string[], string | null, string | null]>([
  ["1 article", 1, [], "2026-05-02", "2026-05-02"],
  ["2 articles · 2 May 2026", 2, ["A"], "2026-05-02", "2026-05-02"],
  ["2 articles · A and B · 2 to 4 May 2026", 2, ["A", "B"], "2026-05-02", "2026-05-04"],
  ["2,000 articles · A, B, C and 2 more · 30 April to 4 May 2026", 2_000, ["A", "B", "C", "D", "E"], "2026-04-30", "2026-05-04"],
  ["2 articles · 2 May 2025 to 2 May 2026", 2, [], "2025-05-02", "2026-05-02"],
  ["2 articles · 2 May to 2 June 2026", 2, [], "2026-05-02", "2026-06-02"],
  ["1 article · A and B", 1, ["A", "B"], null, null],
  ["3 articles", 3, [], null, null],
])("a story is remarked on as %s", (expected, articles, outlets, first, last) => {
  const [from, to] = [first, last].map((date) => (date === null ? null : day(date)));
  expect(storyNote({ central, articles, outlets, first: from!, last: to! })).toBe(expected);
});

test.each([
  ["1 story", 1],
  ["2 stories", 2],
])("counts %s", (expected, count) => {
  expect(counted(count, "story", "stories")).toBe(expected);
});

test.each([
  ["terminal", "6 to 10 of 14 statements; add page:3 for more."],
  ["slack", "6 to 10 of 14 statements."],
  ["discord", "6 to 10 of 14 statements."],
] as const)("on %s a page says how to get the next where no button does it", (platform, text) => {
  const [told] = pageNote({ platform, total: 14, offset: 5, shown: 5, page: 2, what: "statement" });
  expect(told!.text).toBe(text);
});

test.each([
  [5, "There is only 1 page."],
  [6, "There are only 2 pages."],
])("of %i statements it says how many pages there are", (total, text) => {
  expect(noSuchPage(total, 5).message).toBe(text);
});
