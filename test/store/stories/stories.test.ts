import { describe, expect, test } from "vitest";
import { createStories, type StoryArticle } from "../../../src/store/stories/stories.ts";
import { day } from "../../fixtures.ts";

const flood =
  "The river Elwe flooded the old town of Karsk on Monday. Mayor Ada Lund closed both bridges after 40 houses stood in water.";
const more = "Karsk counts the cost of the Elwe flood: 40 houses stood in water, and Mayor Ada Lund keeps both bridges closed.";
const strike =
  "Tram drivers of Northport walked out over pay. Their union, led by Viktor Soren, wants nine percent and a shorter week.";
const other = "The river Sarn flooded the harbour of Vell on Monday. Mayor Ines Roth closed a ferry after 12 boats sank.";

/** The story of each text, one after the other. */
function tell(articles: readonly (string | [text: string, date: string])[]): string[] {
  const stories = createStories();
  return articles.map((each, k) => {
    const [text, date] = typeof each === "string" ? [each, null] : each;
    return stories.add({ id: String(k), title: null, text, publishedAt: date === null ? null : day(date) });
  });
}

describe("an article", () => {
  test.each<[string, (string | [string, string])[], string[]]>([
    ["joins what tells of the same", [flood, strike, more], ["0", "1", "0"]],
    ["keeps apart another event of the same kind", [flood, other, more], ["0", "1", "0"]],
    ["is in one story with its copy", [strike, strike], ["0", "0"]],
    ["has a story of its own where it says nothing", ["", flood, ""], ["0", "1", "2"]],
    [
      "takes a story up again within weeks",
      [
        [flood, "2026-03-02"],
        [more, "2026-03-09"],
      ],
      ["0", "0"],
    ],
    [
      "begins another after months",
      [
        [flood, "2026-03-02"],
        [more, "2026-09-02"],
      ],
      ["0", "1"],
    ],
    [
      "may come in late",
      [
        [flood, "2026-03-09"],
        [more, "2026-03-02"],
      ],
      ["0", "0"],
    ],
    ["without a date joins one with a date", [[flood, "2026-03-09"], more], ["0", "0"]],
  ])("%s", (_, articles, expected) => {
    expect(tell(articles)).toEqual(expected);
  });
});

test("a story has the headline of its most central article and a span of time", () => {
  const stories = createStories();
  const article = (id: string, text: string, date: string | null): StoryArticle => ({
    id,
    title: `Title ${id}`,
    text,
    publishedAt: date === null ? null : day(date),
  });
  stories.add(article("a", `${flood} In other news, rail workers of Orn met the minister for traffic, Emil Tarn.`, "2026-03-03"));
  stories.add(article("b", `${flood} ${more}`, null));
  stories.add(article("c", more, "2026-03-01"));
  stories.add(article("d", strike, null));
  expect(stories.list().map(({ id, central, first, last, articles }) => [id, central.id, first, last, articles.length])).toEqual([
    ["a", "b", day("2026-03-01"), day("2026-03-03"), 3],
    ["d", "d", null, null, 1],
  ]);
});
