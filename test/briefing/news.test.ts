import fc from "fast-check";
import { expect, test } from "vitest";
import { news } from "../../src/briefing/news.ts";
import type { Article, Excerpt, Filter, Hit, Statement } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import * as floods from "../store/floods.ts";

const { BAKER, FLOOD, fill, make } = floods;

/** The same with what stands in quotation marks as quoted. */
const quoting = ([article, statements]: [Article, Statement[]]): [Article, Statement[]] => [
  article,
  statements.map((each) => (article.text[each.content[0]!.start - 1] === "“" ? { ...each, kind: "direct" } : each)),
];
const [flood, post, chronicle, cost, strike, later] = [
  quoting(floods.flood),
  quoting(floods.post),
  quoting(floods.chronicle),
  floods.cost,
  floods.strike,
  quoting(floods.later),
];

const open = async (now: () => Date): Promise<Store> => createSqliteStore(":memory:", now);
const EVERYTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };
const ask = (
  store: Store,
  filter: Partial<Filter> = {},
  window: Partial<{ after: number; upTo: number; since: number; most: number; sentences: number }> = {},
) => news(store, "w", { filter: { ...EVERYTHING, ...filter }, after: 0, upTo: 99, most: 5, ...window });

const sentence = ({ article, span }: Excerpt) => article.text.slice(span.start, span.end);
const words = (hit: Hit | null) => hit?.statement.content.map(({ start, end }) => hit.article.text.slice(start, end)).join(" ");

test("a story is told with its outlets, two sentences and who said what", async () => {
  const { store } = await fill(open, flood, post, chronicle);
  const { stories, ...found } = await ask(store);
  expect(found).toEqual({
    briefly: [],
    articles: 3,
    told: 3,
    outlets: ["Northlight Wire", "Valley Post", "Aldermark Chronicle"],
    statements: 4,
    leftOut: [],
  });
  const [story] = stories;
  expect([stories.length, story!.shown.article.id, story!.articles, story!.goesOn, story!.isUpdate]).toEqual([
    1,
    "flood",
    3,
    false,
    false,
  ]);
  expect(story!.excerpts.map(sentence)).toEqual([FLOOD[0], FLOOD[3]]);
  expect(story!.excerpts[0]!.also).toEqual(["Valley Post", "Aldermark Chronicle"]);
  expect([words(story!.statement), story!.statement!.also]).toEqual([
    "We have never seen the river so high,",
    ["Valley Post", "Aldermark Chronicle"],
  ]);
  expect(story!.further.map(words)).toEqual(["Nobody in this street slept here,", "the pumps would run for a week"]);
  await store.close();
});

test.each<[string, Partial<Filter>, string[], Record<string, number>]>([
  ["everything", {}, ["flood", "strike"], {}],
  ["a topic", { topics: ["pay"] }, ["strike"], { "not about “pay”": 3 }],
  [
    "one of two topics, both words of one",
    { topics: ["tram pay", "dam floods"] },
    ["flood", "strike"],
    { "not about “tram pay” or “dam floods”": 1 },
  ],
  ["a topic that a copy alone speaks of", { topics: ["baker"] }, ["flood"], { "not about “baker”": 2 }],
  ["a speaker in another spelling", { speakers: ["Sorenn"] }, ["strike"], { "nothing new said by Sorenn": 3 }],
  ["an outlet by a part of its name, also of a copy", { outlets: ["valley"] }, ["flood", "strike"], {}],
  ["an outlet that a copy alone names", { outlets: ["north"] }, ["flood"], { "from none of these outlets": 2 }],
  [
    "a topic and a speaker",
    { topics: ["bridges"], speakers: ["Soren"] },
    [],
    { "not about “bridges”": 1, "nothing new said by Soren": 3 },
  ],
  [
    "a story by an article that is a copy by now",
    { stories: [{ article: "post", headline: "" }] },
    ["flood"],
    { "in none of these stories": 1 },
  ],
  ["without a word of a headline", { without: ["old town"] }, ["cost", "strike"], { "without “old town”": 2 }],
  ["without a speaker who alone speaks", { without: ["Viktor Soren"] }, ["flood"], { "without “Viktor Soren”": 1 }],
  ["without what everything said is about", { without: ["percent"] }, ["flood"], { "without “percent”": 1 }],
  ["without an outlet, wherever it is the first", { without: ["Valley Post"] }, ["flood"], { "without “Valley Post”": 2 }],
  [
    "the first rule counts",
    { topics: ["pay"], without: ["strike", "Soren"] },
    [],
    { "not about “pay”": 3, "without “strike”": 1 },
  ],
])("tells of %s, and counts what is left out", async (_, filter, expected, rules) => {
  const { store } = await fill(open, flood, post, cost, strike);
  const { stories, articles, told, leftOut } = await ask(store, filter);
  expect(stories.map(({ shown }) => shown.article.id).toSorted()).toEqual(expected);
  expect(Object.fromEntries(leftOut.map(({ rule, articles }) => [rule, articles]))).toEqual(rules);
  expect(articles).toBe(4);
  expect(told + leftOut.reduce((sum, each) => sum + each.articles, 0)).toBe(articles);
  await store.close();
});

test("a story goes on with what is new in it, and what is not new was told before", async () => {
  const { store } = await fill(open, flood, strike, chronicle, later, cost);
  const { stories, leftOut, articles } = await ask(store, {}, { after: 2 });
  expect(stories.map(({ shown, goesOn, isUpdate }) => [shown.article.id, goesOn, isUpdate])).toEqual([["cost", true, false]]);
  expect(stories[0]!.excerpts.map(sentence)).toEqual([
    "Karsk counts the cost of the Elwe flood.",
    "Mayor Ada Lund said 62 houses had been damaged, and both bridges would stay closed in Karsk.",
  ]);
  expect([stories[0]!.statement, ...stories[0]!.further].map(words)).toEqual([
    "Nobody in this street slept here,",
    "the pumps would run for two weeks",
  ]);
  expect([articles, leftOut]).toEqual([3, []]);
  const copied = await ask(store, {}, { after: 2, upTo: 3 });
  expect([copied.stories, copied.leftOut, copied.articles]).toEqual([[], [{ rule: "told before", articles: 1 }], 1]);
  const updated = await ask(store, {}, { after: 3, upTo: 4 });
  expect(updated.stories.map(({ shown, goesOn, isUpdate, excerpts }) => [shown.article.id, goesOn, isUpdate, excerpts])).toEqual([
    ["flood-2", true, true, []],
  ]);
  const since = await ask(store, {}, { after: 2, since: 2 });
  expect(since.stories.map(({ goesOn }) => goesOn)).toEqual([false]);
  const others = await ask(store, { outlets: ["Valley"] }, { after: 4 });
  expect(others.stories.map(({ shown, goesOn }) => [shown.article.id, goesOn])).toEqual([["cost", false]]);
  await store.close();
});

test("what is to stay out is never shown, also where the article is told", async () => {
  const { store } = await fill(open, flood, post);
  const { stories } = await ask(store, { without: ["Emil Tarn", "army", "slept"] });
  const shown = stories.flatMap(({ statement, further, excerpts }) => [
    ...[...(statement ? [statement] : []), ...further].map((hit) => `${hit.statement.speaker?.name} ${words(hit)}`),
    ...excerpts.map(sentence),
  ]);
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.filter((text) => /Tarn|army|slept/.test(text))).toEqual([]);
  await store.close();
});

test("sentences that speak of what was asked for come first", async () => {
  const { store } = await fill(open, flood);
  const [story] = (await ask(store, { topics: ["dam"] }, { sentences: 1 })).stories;
  expect(story!.excerpts.map(sentence)).toEqual([FLOOD[3]]);
  await store.close();
});

test("a statement that fits what was asked for stands for itself, also where it is reported", async () => {
  const { store } = await fill(open, flood);
  const [story] = (await ask(store, { topics: ["pumps"] })).stories;
  expect(words(story!.statement)).toBe("the pumps would run for a week");
  expect(story!.excerpts.map(sentence)).not.toContain(FLOOD[4]);
  await store.close();
});

test("no sentence repeats its headline, its statement or the other", async () => {
  const headline = "Both bridges were closed before noon and the army brought people to a school above the market";
  const { store } = await fill(open, make("flood", [...FLOOD, BAKER], { title: headline }));
  const [story] = (await ask(store)).stories;
  expect(story!.excerpts.map(sentence).filter((text) => text === FLOOD[2])).toEqual([]);
  for (const text of story!.excerpts.map(sentence)) expect(text).not.toContain(words(story!.statement));
  await store.close();
});

test("what has no room is counted as well", async () => {
  const many = Array.from({ length: 40 }, (_, k) => {
    const own = Array.from({ length: 30 }, (_, n) => `word${k}x${n}`).join(" ");
    return make(`a${k}`, [`The district of Place${k} reports ${own} on the day.`]);
  });
  const { store } = await fill(open, ...many);
  const { stories, briefly, told, leftOut, articles } = await ask(store, {}, { most: 3 });
  expect([stories.length, briefly.length, told, articles]).toEqual([3, 20, 23, 40]);
  expect(leftOut).toEqual([{ rule: "for want of room", articles: 17 }]);
  await store.close();
});

test("nothing came in", async () => {
  const { store } = await fill(open, flood);
  expect(await ask(store, {}, { after: 1 })).toEqual({
    ...{ stories: [], briefly: [], articles: 0, told: 0, outlets: [], statements: 0, leftOut: [] },
  });
  await store.close();
});

const sameDay: [Article, Statement[]] = [{ ...later[0], publishedAt: flood[0].publishedAt }, later[1]];

/** What may happen to a library of these four while a digest of it is composed. */
const CHANGES: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ["an article goes, and a copy takes its place", (store) => store.removeArticles("w", ["flood"])],
  ["a copy goes", (store) => store.removeArticles("w", ["chronicle"])],
  ["a story goes", (store) => store.removeArticles("w", ["flood", "post", "chronicle"])],
  ["the story that is told last goes", (store) => store.removeArticles("w", ["strike"])],
  ["a later version takes an article's place", (store) => store.addArticle("w", ...sameDay)],
  ["a later version tells of something else", (store) => store.addArticle("w", ...make("strike", [BAKER]))],
];
const FOUR = [flood, post, strike, chronicle] as const;

/** The store, in which `change` happens before it is asked anything for the nth time, or for the first time by this method. */
function changing(
  store: Store,
  change: () => Promise<unknown>,
  when: number | keyof Store,
): { store: Store; asked: () => number } {
  let asked = 0;
  let isChanged = false;
  const entries = Object.entries(store).map(([name, method]) => [
    name,
    async (...given: never[]) => {
      if (!isChanged && (when === asked++ || when === name)) {
        isChanged = true;
        await change();
      }
      return (method as (...given: never[]) => unknown)(...given);
    },
  ]);
  return { store: Object.fromEntries(entries) as Store, asked: () => asked };
}

const told = ({ stories, briefly }: Awaited<ReturnType<typeof ask>>) => [...stories, ...briefly];
const UP_TO = { upTo: FOUR.length };

test.each(CHANGES)("while a story is told %s: what is told is what the library has by then", async (_, change) => {
  for (const at of ["centralOf", "entries", "findStatements", "original", "copies"] as const) {
    for (const most of [1, 5]) {
      const { store } = await fill(open, ...FOUR);
      const found = await ask(changing(store, () => change(store), at).store, {}, { ...UP_TO, most });
      const after = await ask(store, {}, { ...UP_TO, most });
      expect([found.stories, found.briefly, found.told], at).toEqual([after.stories, after.briefly, after.told]);
      expect([found.outlets, found.statements]).toEqual([after.outlets, after.statements]);
      expect(found.told + found.leftOut.reduce((sum, each) => sum + each.articles, 0)).toBe(found.articles);
      const gone = found.articles - after.articles;
      expect(found.leftOut).toEqual(gone > 0 ? [{ rule: "removed or replaced meanwhile", articles: gone }] : []);
      await store.close();
    }
  }
});

test.each(CHANGES)(
  "%s, at any moment: each story is told as it was or as it is, and none is left out that is there",
  async (_, change) => {
    const filter = { topics: ["houses", "pay", "slept"], without: ["Emil Tarn"] };
    const { store: unchanged } = await fill(open, ...FOUR);
    const counted = changing(unchanged, async () => {}, -1);
    const before = told(await ask(counted.store, filter, UP_TO));
    await unchanged.close();
    for (let k = 0; k < counted.asked(); k++) {
      const { store } = await fill(open, ...FOUR);
      const found = told(await ask(changing(store, () => change(store), k).store, filter, UP_TO));
      const after = told(await ask(store, filter, UP_TO));
      for (const story of found) expect([...before, ...after], `at question ${k}`).toContainEqual(story);
      expect(new Set(found.map(({ shown }) => shown.article.title)).size).toBe(found.length);
      expect(found.length, `at question ${k}`).toBeGreaterThanOrEqual(after.length);
      await store.close();
    }
  },
);

const some = (...values: string[]) => fc.subarray(values, { maxLength: 2 });
const filters = fc.record({
  topics: some("flood", "river", "pay", "bridges closed", "nothing"),
  speakers: some("Lund", "Tarn", "Viktor Soren", "nobody"),
  outlets: some("valley", "Northlight", "Chronicle"),
  stories: fc.subarray(
    [
      { article: "flood", headline: "" },
      { article: "strike", headline: "" },
    ],
    { maxLength: 1 },
  ),
  without: some("title", "Lund", "slept", "Valley Post", "percent"),
});

test("whatever is asked for, every article that came in is told or left out by one rule, and what stays out is not shown", async () => {
  const { store } = await fill(open, flood, strike, post, chronicle, later, cost);
  const window = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
  await fc.assert(
    fc.asyncProperty(filters, window, fc.integer({ min: 1, max: 3 }), async (filter, [after = 0, upTo = 0], most) => {
      const { stories, briefly, articles, told, leftOut } = await ask(store, filter, { after, upTo, most });
      expect(told + leftOut.reduce((sum, each) => sum + each.articles, 0)).toBe(articles);
      expect([...stories, ...briefly].reduce((sum, each) => sum + each.articles, 0)).toBe(told);
      expect(leftOut.every((each) => each.articles > 0)).toBe(true);
      const came = await store.cameIn("w", { after, upTo });
      expect(came.reduce((sum, each) => sum + each.articles, 0)).toBe(articles);
      for (const story of new Set(came.map((each) => each.story!)))
        expect(await store.cameIn("w", { after, upTo, stories: [story] })).toEqual(came.filter((each) => each.story === story));
      for (const { statement, further } of stories)
        for (const hit of [...(statement ? [statement] : []), ...further])
          expect(filter.without).not.toContain(hit.statement.speaker?.name.split(" ").at(-1));
    }),
    { numRuns: 60 },
  );
  await store.close();
});
