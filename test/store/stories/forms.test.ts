import { expect, test } from "vitest";
import { createSqliteStore } from "../../../src/store/sqlite/sqlite.ts";
import { createStories } from "../../../src/store/stories/stories.ts";
import { makeArticle } from "../../fixtures.ts";

const PLACES = ["Karsk", "Orn", "Vell", "Sarn", "Northport", "Brask", "Tolm", "Ervin", "Halde", "Mosk", "Quell", "Rydal"];
const PEOPLE = ["Ada Lund", "Emil Tarn", "Viktor Soren", "Ines Roth", "Jon Hale", "Mira Falk", "Otto Brandt"];
const SKIES = ["Sunny all day.", "Overcast, with fog before noon.", "Showers from noon.", "Clear after a cold night."];
const of = (list: readonly string[], k: number) => list[k % list.length]!;

/** Reports that a program writes from figures, each of an event of its own. */
const FORMS: Readonly<Record<string, (k: number) => string>> = {
  quakes: (k) =>
    `A quake of magnitude ${3 + k / 10} shook the ground near ${of(PLACES, k)} at ${k}.${11 + k}, the survey of earthquakes said. It was ` +
    `felt in ${of(PLACES, k + 5)} and ${k * 7 + 12} kilometres away. Nobody was hurt as far as is known, and this report was written by a ` +
    "program from the figures of the survey, which puts them right when more stations have answered.",
  weather: (k) =>
    `Weather for ${of(PLACES, k)}. ${of(SKIES, k)} High ${14 + k} degrees, low ${31 - k}. Wind from the north at ${40 + 3 * k} kilometres ` +
    `an hour. Chance of rain: ${5 * k + 3} percent. The forecast is made by the survey of Westmark twice a day and holds for places below ` +
    "400 metres; walkers in the mountains should ask the rangers before they set out, and skippers the harbour office.",
  matches: (k) =>
    `${of(PLACES, k)} Rovers beat ${of(PLACES, k + 3)} Athletic ${k + 2}-${k} in round ${k + 20} of the Westmark league. ${of(PEOPLE, k)} ` +
    `scored the winner in minute ${50 + k} in front of ${4_100 + 37 * k} spectators. The league publishes its table every Sunday evening, ` +
    "and all goals can be seen on its page from midnight. Tickets for the next round are sold at the usual places and at the stadium " +
    "from ten in the morning; children and pensioners pay half.",
  prices: (k) =>
    `The Westmark index closed at ${3_300 + 17 * k} points. Orn Steel stood at ${80 + k}.5 crowns, Karsk Mills at ${12 + k}.25 and the ` +
    `Bank of Vell at ${200 + 3 * k}. The exchange is open from nine to five on working days; prices are those of the last trade and may ` +
    "differ from what a broker offers. Nothing here is advice to buy or to sell, and past gains promise nothing for the future.",
};

const report = (id: string, text: string, day: number) =>
  makeArticle(id, text, { outlet: "Valley Post", publishedAt: new Date(Date.UTC(2026, 2, 1 + day)) });

const filledIn = (write: (k: number) => string) => PLACES.map((_, k) => report(`form ${k}`, write(k), 3 * k));

test.each(Object.entries(FORMS))("%s from one form are stories of their own, in memory and in the library", async (_, write) => {
  const stories = createStories();
  const articles = filledIn(write);
  expect(articles.map((article) => stories.add(article))).toEqual(articles.map(({ id }) => id));

  const store = createSqliteStore(":memory:");
  for (const article of articles) await store.addArticle("w", article, []);
  expect((await store.findStories("w", { limit: 50, offset: 0 })).total).toBe(articles.length);
  await store.close();
});

test.each([
  ["quakes", 6, "A quake of magnitude 3.6 near Tolm cracked walls at 6.17, and people in Quell ran out of their houses."],
  ["quakes", 0, "Karsk cleans up after the quake of magnitude 3, which was also felt in Mira's bakery in Mosk at 0.11."],
  ["matches", 4, "Northport Rovers have won again: 6-4 against Ervin Athletic, with a late winner by Jon Hale for the Rovers."],
])("a report in other words joins the story of its event among %s: number %i", (form, k, text) => {
  const stories = createStories();
  for (const article of filledIn(FORMS[form]!)) stories.add(article);
  expect(stories.add(report("own words", text, 3 * k))).toBe(`form ${k}`);
});

const flood = (houses: number, people: number) =>
  `The river Elwe flooded the old town of Karsk, and ${houses} houses stood in water up to the windows, Mayor Ada Lund said. Both ` +
  `bridges were closed before noon, and the army brought ${people} people to a school on the hill above the market. Rain had fallen in ` +
  "the mountains of Orn, where a dam was opened to keep it from breaking.";

test.each([
  ["corrected figures", flood(62, 900)],
  [
    "new lines above the old ones",
    `A boy of nine was found alive in Karsk late in the day. Mayor Ada Lund thanked the army. ${flood(62, 900)}`,
  ],
  [
    "another outlet's own lines between them",
    `${flood(41, 310)} Karsk has seen nothing like it since 1954, the archivist Mira Falk says. The Elwe had then taken the mill, 12 barns and 2 bridges.`,
  ],
])("most words of a report with %s are no form: both tell of one event", (_, text) => {
  const stories = createStories();
  stories.add(report("first", flood(40, 300), 0));
  expect(stories.add(report("second", text, 1))).toBe("first");
});
