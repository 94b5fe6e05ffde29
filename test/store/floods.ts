import type { Article, Statement } from "../../src/model.ts";
import type { Store } from "../../src/store/store.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";

export const HIGH = "“We have never seen the river so high,” Lund told reporters.";
export const FLOOD = [
  "The river Elwe flooded the old town of Karsk on Monday, and 40 houses stood in water up to the windows, Mayor Ada Lund said.",
  HIGH,
  "Both bridges were closed before noon, and the army brought 300 people to a school on the hill above the market.",
  "Rain had fallen for nine days in the mountains of Orn, where a dam was opened on Sunday to keep it from breaking.",
  "The minister of the interior, Emil Tarn, said the pumps would run for a week.",
];
export const BAKER = "“Nobody in this street slept here,” said the baker Jon Hale.";
const COST =
  "Karsk counts the cost of the Elwe flood. Mayor Ada Lund said 62 houses had been damaged, and both bridges would stay closed in Karsk.";
export const STRIKE =
  "Tram drivers of Northport walked out over pay. Their union, led by Viktor Soren, wants nine percent and a shorter week.";

/** What is said in each sentence, and by whom. */
const SAID: readonly (readonly [words: string, speaker: string])[] = [
  ["40 houses stood in water up to the windows", "Ada Lund"],
  ["We have never seen the river so high,", "Ada Lund"],
  ["the pumps would run for a week", "Emil Tarn"],
  ["the pumps would run for two weeks", "Emil Tarn"],
  ["Nobody in this street slept here,", "Jon Hale"],
  ["62 houses had been damaged", "Ada Lund"],
  ["nine percent and a shorter week", "Viktor Soren"],
];

export function make(id: string, sentences: readonly string[], known: Partial<Article> = {}): [Article, Statement[]] {
  const article = makeArticle(id, sentences.join(" "), {
    title: `Title of ${id}`,
    outlet: "Northlight Wire",
    url: `https://news.example/${id}`,
    publishedAt: day("2026-03-02"),
    ...known,
  });
  const said = SAID.filter(([words]) => article.text.includes(words));
  return [article, said.map(([words, speaker]) => makeStatement(article, words, { speaker }))];
}

export const flood = make("flood", FLOOD);
export const post = make("post", [...FLOOD, BAKER], { outlet: "Valley Post", title: "Old town under water" });
export const chronicle = make("chronicle", FLOOD.slice(0, 4), { outlet: "Aldermark Chronicle", publishedAt: day("2026-03-03") });
export const cost = make("cost", [COST], { outlet: "Valley Post", publishedAt: day("2026-03-04") });
export const strike = make("strike", [STRIKE], { outlet: "Valley Post", publishedAt: day("2026-03-03") });
export const later = make(
  "flood-2",
  [...FLOOD.filter((sentence) => sentence !== HIGH).map((sentence) => sentence.replace("a week", "two weeks")), BAKER],
  { publishedAt: day("2026-03-03") },
);

/** When the library of these tests gets its articles. */
export const now = () => new Date("2026-03-05T10:00:00Z");

/** A store with these articles in workspace "w", and what became of each. */
export async function fill(open: (now: () => Date) => Promise<Store>, ...articles: readonly [Article, Statement[]][]) {
  const store = await open(now);
  const outcomes: string[] = [];
  for (const each of articles) outcomes.push(await store.addArticle("w", ...each));
  return { store, outcomes };
}

/** Every statement as "speaker: words (outlet, also outlets)". */
export const said = async (store: Store) =>
  (await store.findStatements("w", { limit: 50, offset: 0 })).items
    .map(({ statement, article, also = [] }) => {
      const words = statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");
      return `${statement.speaker?.name}: ${words} (${[article.outlet, ...also].join(", ")})`;
    })
    .toSorted();

/** Every article as "id (outlet, also outlets)". */
export const listed = async (store: Store) =>
  (await store.findArticles("w", { limit: 50, offset: 0 })).items
    .map(({ article, also = [] }) => `${article.id} (${[article.outlet, ...also].join(", ")})`)
    .toSorted();

/** Every story as "id of its central article, articles, outlets, first and last day". */
export const stories = async (store: Store, query: { topic?: string; since?: Date } = {}) =>
  (await store.findStories("w", { ...query, limit: 50, offset: 0 })).items.map(
    ({ central, articles, outlets, first, last }) =>
      `${central.article.id} ${articles} ${outlets.join(", ")} ${[first, last].map((date) => date?.toISOString().slice(0, 10) ?? "-").join(" ")}`,
  );
