import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readPage } from "../../src/ingest/page.ts";

const read = (name: string, from: string) => {
  const { text, ...metadata } = readPage(readFileSync(`test/ingest/fixtures/${name}.html`, "utf8"), name, from);
  return { metadata, lines: text.split("\n") };
};

it("reads a page of a publishing house, which says all in JSON-LD", () => {
  expect(read("harbour-post", "https://www.harbourpost.example/world/2026/05/dam-talks-fourth-day?ref=front")).toEqual({
    metadata: {
      title: "Dam talks at Lake Orin go into a fourth day",
      outlet: "The Harbour Post",
      author: "Ilse Brandt, Jon Park",
      publishedAt: new Date("2026-05-01T04:10:00Z"),
      modifiedAt: new Date("2026-05-02T15:45:00Z"),
      url: "https://www.harbourpost.example/world/2026/05/dam-talks-fourth-day",
      language: "en-GB",
    },
    lines: [
      "Talks on the Lake Orin dam went into a fourth day on Friday, officials of both sides said in the town of Velm.",
      "“We agree on nearly all of it,” Minister Anna Reyn told reporters, “and the rest is a matter of days, not of weeks.”",
      "What is open, by her account:",
      "how much water flows in a dry year,",
      "who pays for the second turbine.",
      "“Not settled at all”",
      "Her counterpart, Tomas Hale, was more careful, and said that the question of dry years “had not been settled at all”.",
      "Year Water, million m³",
      "2024 310",
      "2025 265",
      "The talks go on next week.",
    ],
  });
});

it("reads a page of WordPress, with what others have put into it", () => {
  expect(read("velm-gazette", "https://velmgazette.example/2026/03/ferry-line/")).toEqual({
    metadata: {
      title: "Council votes for the new ferry line",
      outlet: "Velm Gazette",
      author: "Pia Lund, Rasmus Teo",
      // No zone is given, so it is the day alone; the page's own <time> comes after <meta>.
      publishedAt: new Date("2026-03-10T00:00:00Z"),
      modifiedAt: new Date("2026-03-11T08:30:00Z"),
      url: "https://velmgazette.example/2026/03/ferry-line/",
      language: "en-GB",
    },
    lines: [
      "The council of Velm voted for a new ferry line on Tuesday night, after a debate of four hours that was heard in the street.",
      "“People here have waited for thirty years,” said Mayor Edda Kolm, “and they will not wait for another summer.”",
      "Four hundred seats, every hour. That is what was promised and that is what we will count. pic.t.example/x",
      "— Edda Kolm (@eddakolm) March 10, 2026",
      "Her critics asked who would pay for it, and did not, by their own words, hear an answer that night.",
      "A first boat is to sail in June.",
    ],
  });
});

it("reads a page from before style sheets", () => {
  expect(read("orin-courier", "https://orincourier.example/read.cgi?id=9")).toEqual({
    metadata: {
      title: "Flood wall is finished",
      outlet: "Orin Courier",
      author: "Tam Oster",
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      modifiedAt: null,
      url: "https://orincourier.example/read.cgi?id=9",
      language: null,
    },
    lines: [
      "The last stone of the flood wall was set on Monday, two years after the river came into the lower town, and nobody made a speech.",
      '"We have had speeches," said Berit Sand, who runs the bakery by the bridge. "What we did not have was a wall."',
      "The wall is 1.4 kilometres long and, by the count of the town, cost nine million crowns, of which the state paid two thirds.",
    ],
  });
});
