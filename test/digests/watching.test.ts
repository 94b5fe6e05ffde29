import { describe, expect, test } from "vitest";
import { renderCard } from "../../src/adapters/terminal/render.ts";
import { planWatch } from "../../src/digests/watching.ts";
import type { Article, Filter, Statement, Watch } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { makeStatement } from "../fixtures.ts";
import { BAKER, cost, FLOOD, flood, later, make, post, strike } from "../store/floods.ts";

const NOON = new Date("2026-03-02T12:05:00Z");
const EVERYTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };
const LUND = { ...EVERYTHING, speakers: ["Lund"] };

const usual: Watch = {
  ...{
    workspace: "w",
    number: 4,
    place: { platform: "slack", channel: "C1" },
    by: "u",
    filter: LUND,
    quietHours: null,
    most: 10,
  },
  ...{ pause: null, createdAt: NOON, seen: 0, held: [] },
};

/** A library into which articles come, and a watch that is moved on as its ledger would. */
function watching(known: Partial<Watch> = {}) {
  let watch: Watch = { ...usual, ...known };
  let now = NOON;
  const told = new Set<string>();
  const posts: Date[] = [];
  const store = Object.assign(
    createSqliteStore(":memory:", () => now),
    {
      told: async (_workspace: string, _number: number, said: readonly string[]) =>
        new Set(said.filter((each) => told.has(each))),
      wordsSince: async (_workspace: string, _number: number, since: Date, until: Date) =>
        posts.filter((at) => at >= since && at < until).length,
    },
  );
  let arrivals = 0;
  return {
    store,
    add: async (...articles: readonly [Article, Statement[]][]) => {
      for (const each of articles) await store.addArticle("w", ...each);
      arrivals += articles.length;
    },
    watch: () => watch,
    plan: () => planWatch(store, watch, arrivals, now),
    /** Looks at a time of day, and gives what is posted, each card's title and the names and words in it. */
    async look(time?: string) {
      if (time !== undefined) now = new Date(`2026-03-02T${time}:00Z`);
      const step = await planWatch(store, watch, arrivals, now);
      if (step === null) return null;
      watch = { ...watch, seen: step.seen, held: step.held };
      for (const each of step.told) told.add(each);
      posts.push(...step.deliveries.map(() => now));
      expect(new Set(step.deliveries.map(({ occasion }) => occasion)).size).toBe(step.deliveries.length);
      return step.deliveries.map(({ cards: [card] }) => [
        card!.title,
        ...card!.blocks.map((block) =>
          block.type === "statement"
            ? block.passages.map(({ text }) => text).join(" ")
            : block.type === "text"
              ? block.text
              : block.type,
        ),
      ]);
    },
  };
}

const [HOUSES, HIGH, DAMAGED] = [
  "40 houses stood in water up to the windows",
  "We have never seen the river so high,",
  "62 houses had been damaged",
];
const today = ([article, statements]: [Article, Statement[]]): [Article, Statement[]] => [
  { ...article, publishedAt: NOON },
  statements,
];

test.each<[string, Partial<Filter>, string[]]>([
  ["a speaker in any spelling", { speakers: ["lundt", "LUND"] }, [HOUSES, HIGH, DAMAGED]],
  ["a topic", { topics: ["houses"] }, [HOUSES, DAMAGED]],
  ["one of two topics", { topics: ["pumps", "percent"] }, ["the pumps would run for a week", "nine percent and a shorter week"]],
  ["a speaker on a topic", { topics: ["houses"], speakers: ["Tarn"] }, []],
  ["an outlet", { outlets: ["Valley"], topics: ["houses"] }, [DAMAGED]],
  ["a story", { stories: [{ article: "flood", headline: "" }], topics: ["houses"] }, [HOUSES, DAMAGED]],
  ["another story", { stories: [{ article: "strike", headline: "" }], topics: ["houses"] }, []],
  ["without words", { topics: ["houses"], without: ["windows"] }, [DAMAGED]],
  ["without a headline", { topics: ["houses"], without: ["title cost"] }, [HOUSES]],
  ["without a speaker", { topics: ["houses", "pumps"], without: ["Ada Lund"] }, ["the pumps would run for a week"]],
  ["without an outlet", { topics: ["houses"], without: ["Northlight"] }, [DAMAGED]],
])("a watch for %s", async (_, filter, expected) => {
  const { add, look, store } = watching({ filter: { ...EVERYTHING, ...filter } });
  await add(today(flood), today(strike), today(cost));
  expect((await look())?.map(([, words]) => words)).toEqual(expected);
  await store.close();
});

test.each<[string, Partial<Filter>]>([
  ["an outlet", {}],
  ["a topic of an outlet", { topics: ["houses"] }],
])("a watch for %s misses nothing in a large library, however much else came in", async (_, filter) => {
  const { add, look, store } = watching({ filter: { ...EVERYTHING, outlets: ["Valley"], ...filter } });
  const others = Array.from({ length: 30 }, (_, k): [Article, Statement[]] => {
    const words = Array.from({ length: 40 }, (_, row) => `Houses in row ${k}.${row} will be pumped dry`);
    const [article] = make(`other-${k}`, words, { outlet: `Paper ${k}`, publishedAt: later[0].publishedAt });
    return [article, words.map((each) => makeStatement(article, each, { speaker: "Ada Lund" }))];
  });
  await add(today(cost), ...others);
  expect((await look())?.map(([, words]) => words)).toEqual([DAMAGED]);
  await store.close();
});

test("tells each statement once, whoever prints it again", async () => {
  const { add, look, store } = watching({ filter: { ...LUND, topics: ["houses"] } });
  expect(await look()).toBe(null);
  await add(today(flood));
  expect(await look()).toEqual([["New: Ada Lund on “houses”", HOUSES]]);
  expect(await look()).toBe(null);
  await add(today(post), today(later), today(make("far", [FLOOD[0]!], { outlet: "Orn Times" })));
  expect(await look()).toEqual([]);
  await store.removeArticles("w", ["flood-2", "post", "far"]);
  await add(today(flood));
  expect(await look()).toEqual([]);
  await store.close();
});

test("one post names all outlets that carry the words", async () => {
  const { add, plan, store } = watching({ filter: { ...EVERYTHING, topics: ["houses"] } });
  await add(today(flood), today(post));
  const step = (await plan())!;
  expect(renderCard(step.deliveries[0]!.cards[0]!, { width: 100, colour: false } as never)).toContain(
    "Northlight Wire, also Valley Post",
  );
  expect(step.deliveries[0]!.account).toEqual({ statements: 1 });
  await store.close();
});

test("quiet hours are waited out, and what waited and was not withdrawn is told together", async () => {
  const { add, look, watch, store } = watching({ quietHours: { from: 12 * 60, to: 14 * 60, zone: "UTC" } });
  await add(today(flood));
  expect(await look("12:10")).toEqual([]);
  expect(watch().held).toHaveLength(2);
  expect(await look("13:59")).toBe(null);
  await add(today(later), today(cost));
  expect(await look("13:59")).toEqual([]);
  const [together, ...others] = (await look("14:00"))!;
  expect([together![0], together!.slice(1).toSorted(), others]).toEqual([
    "Said by Lund: 2 statements from the quiet hours",
    [HOUSES, DAMAGED],
    [],
  ]);
  expect([watch().held, await look("14:01")]).toEqual([[], null]);
  await store.close();
});

/** Twelve statements of one article; the last alone is quoted. */
function twelve(): { words: (k: number) => string; port: [Article, Statement[]] } {
  const words = (k: number) => `the port of Karsk shipped ${k} tonnes of rye this week`;
  const numbers = Array.from({ length: 12 }, (_, k) => k);
  const [article] = make(
    "port",
    numbers.map((k) => `Bo Lind said ${words(k)}.`),
  );
  const statements = numbers.map((k) =>
    makeStatement(article, words(k), { speaker: "Bo Lind", kind: k === 11 ? "direct" : "indirect" }),
  );
  return { words, port: today([article, statements]) };
}
const TONNES = { most: 2, filter: { ...EVERYTHING, topics: ["tonnes"] } };

test("beyond the ceiling statements wait for the next full hour, and are told together", async () => {
  const { add, look, watch, store } = watching(TONNES);
  const { words, port } = twelve();
  await add(port);
  expect(await look("12:05")).toEqual([0, 1].map((k) => ["New: Bo Lind on “tonnes”", words(k)]));
  expect(watch().held).toHaveLength(10);
  expect(await look("12:59")).toBe(null);
  expect((await look("13:00"))?.map(([title]) => title)).toEqual(["Tonnes: 10 more statements in the last hour"]);
  expect([watch().held, await look("13:01")]).toEqual([[], null]);
  await store.close();
});

test("posts of a clock that was ahead count for no hour before theirs", async () => {
  const { add, look, store } = watching(TONNES);
  const { port } = twelve();
  await add(port);
  expect(await look("20:00")).toHaveLength(2);
  expect((await look("12:05"))?.map(([title]) => title)).toEqual(["Tonnes: 10 more statements in the last hour"]);
  await store.close();
});

test("of what is told together the best five are shown, and where the others are found", async () => {
  const { add, look, store } = watching(TONNES);
  const { words, port } = twelve();
  await add(port);
  await look("12:05");
  const [, ...shown] = (await look("13:00"))![0]!;
  expect([shown.length, shown[0], shown.at(-1)]).toEqual([6, words(11), "And 5 more: type /who-said tonnes"]);
  await store.close();
});

describe("one statement that waited", () => {
  const QUIET = { quietHours: { from: 12 * 60, to: 14 * 60, zone: "UTC" } };

  test("is told from a later version of its article", async () => {
    const { add, look, store } = watching({ ...QUIET, filter: { ...EVERYTHING, topics: ["houses"] } });
    await add(today(flood));
    await look("12:10");
    await add(today(make("flood", [...FLOOD, BAKER])));
    expect(await look("12:20")).toEqual([]);
    expect(await look("14:00")).toEqual([["New: Ada Lund on “houses”", HOUSES]]);
    await store.close();
  });

  test("waits no more once its article is gone", async () => {
    const { add, look, watch, store } = watching(QUIET);
    await add(today(flood));
    await look("12:10");
    await store.removeArticles("w", ["flood"]);
    expect([await look("12:20"), watch().held, await look("14:00")]).toEqual([[], [], null]);
    await store.close();
  });
});

describe("what a feed brings along from days before", () => {
  const old = ([article, statements]: [Article, Statement[]]): [Article, Statement[]] => [
    { ...article, publishedAt: new Date("2026-02-20T00:00:00Z") },
    statements,
  ];

  test("is left out, and what is of today or bears no date is told", async () => {
    const { add, look, store } = watching();
    await add(flood, today(cost), old(strike));
    expect((await look("12:05"))?.map(([, text]) => text)).toEqual([HOUSES, HIGH, DAMAGED]);
    await store.close();
  });

  test("does not wait either", async () => {
    const { add, look, watch, store } = watching();
    await add(old(flood));
    expect([await look(), watch().seen, watch().held]).toEqual([[], 1, []]);
    await store.close();
  });
});

test("words of nobody, and about nothing, have a title", async () => {
  const { add, look, store } = watching({ filter: { ...EVERYTHING, outlets: ["Orn"] } });
  const [article] = make("quiet", ["It was said that the dam of the upper valley would hold."], { outlet: "Orn Times" });
  await add(today([article, [makeStatement(article, "the dam of the upper valley would hold")]]));
  expect((await look())?.map(([title]) => title)).toEqual(["New: a statement in Orn Times"]);
  await store.close();
});
