import { describe, expect, test } from "vitest";
import type { Article, Statement } from "../../src/model.ts";
import type { Store } from "../../src/store/store.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";

const HIGH = "“We have never seen the river so high,” Lund told reporters.";
const FLOOD = [
  "The river Elwe flooded the old town of Karsk on Monday, and 40 houses stood in water up to the windows, Mayor Ada Lund said.",
  HIGH,
  "Both bridges were closed before noon, and the army brought 300 people to a school on the hill above the market.",
  "Rain had fallen for nine days in the mountains of Orn, where a dam was opened on Sunday to keep it from breaking.",
  "The minister of the interior, Emil Tarn, said the pumps would run for a week.",
];
const BAKER = "“Nobody in this street slept here,” said the baker Jon Hale.";
const COST =
  "Karsk counts the cost of the Elwe flood. Mayor Ada Lund said 62 houses had been damaged, and both bridges would stay closed in Karsk.";
const STRIKE =
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

function make(id: string, sentences: readonly string[], known: Partial<Article> = {}): [Article, Statement[]] {
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

/** What every store must do about stories, copies and later versions; `open` gives an empty one. */
export function storiesContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  const now = () => new Date("2026-03-05T10:00:00Z");
  const filled = async (...articles: readonly [Article, Statement[]][]) => {
    const store = await open(now);
    const outcomes: string[] = [];
    for (const each of articles) outcomes.push(await store.addArticle("w", ...each));
    return { store, outcomes };
  };
  /** Every statement as "speaker: words (outlet, also outlets)". */
  const said = async (store: Store) =>
    (await store.findStatements("w", { limit: 50, offset: 0 })).items
      .map(({ statement, article, also = [] }) => {
        const words = statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");
        return `${statement.speaker?.name}: ${words} (${[article.outlet, ...also].join(", ")})`;
      })
      .toSorted();
  const listed = async (store: Store) =>
    (await store.findArticles("w", { limit: 50, offset: 0 })).items
      .map(({ article, also = [] }) => `${article.id} (${[article.outlet, ...also].join(", ")})`)
      .toSorted();
  const stories = async (store: Store, query: { topic?: string; since?: Date } = {}) =>
    (await store.findStories("w", { ...query, limit: 50, offset: 0 })).items.map(
      ({ central, articles, outlets, first, last }) =>
        `${central.article.id} ${articles} ${outlets.join(", ")} ${[first, last].map((date) => date?.toISOString().slice(0, 10) ?? "-").join(" ")}`,
    );

  const flood = make("flood", FLOOD);
  const post = make("post", [...FLOOD, BAKER], { outlet: "Valley Post", title: "Old town under water" });
  const chronicle = make("chronicle", FLOOD.slice(0, 4), { outlet: "Aldermark Chronicle", publishedAt: day("2026-03-03") });
  const cost = make("cost", [COST], { outlet: "Valley Post", publishedAt: day("2026-03-04") });
  const strike = make("strike", [STRIKE], { outlet: "Valley Post", publishedAt: day("2026-03-03") });
  const later = make(
    "flood-2",
    [...FLOOD.filter((sentence) => sentence !== HIGH).map((sentence) => sentence.replace("a week", "two weeks")), BAKER],
    { publishedAt: day("2026-03-03") },
  );

  describe(`${name}: stories`, () => {
    test("an article has its story as soon as it is stored", async () => {
      const { store } = await filled(flood, strike, cost);
      expect(await stories(store)).toEqual([
        "flood 2 Northlight Wire, Valley Post 2026-03-02 2026-03-04",
        "strike 1 Valley Post 2026-03-03 2026-03-03",
      ]);
      const { story, others } = (await store.articleHistory("w", "cost"))!;
      expect([story!.articles, others.map(({ article }) => article.id)]).toEqual([2, ["flood"]]);
      await store.close();
    });

    test.each<[string, { topic?: string; since?: Date }, string[]]>([
      ["a topic of any of its articles", { topic: "pumps" }, ["flood"]],
      ["a topic of none", { topic: "harbour" }, []],
      ["nothing to search for", { topic: "?!" }, []],
      ["when it was last told", { since: day("2026-03-04") }, ["flood"]],
      ["both", { topic: "tram", since: day("2026-03-04") }, []],
    ])("finds stories by %s", async (_, query, expected) => {
      const { store } = await filled(flood, strike, cost);
      expect((await stories(store, query)).map((line) => line.split(" ")[0])).toEqual(expected);
      await store.close();
    });

    test("pages stories and keeps them to their workspace", async () => {
      const { store } = await filled(flood, strike);
      const page = await store.findStories("w", { limit: 1, offset: 1 });
      expect([page.total, page.items.length]).toEqual([2, 1]);
      expect(await store.findStories("other", { limit: 9, offset: 0 })).toEqual({ items: [], total: 0 });
      await store.addArticle("other", ...cost);
      expect((await store.findStories("other", { limit: 9, offset: 0 })).items[0]!.articles).toBe(1);
      expect(await store.articleHistory("other", "flood")).toBeNull();
      await store.close();
    });

    test("a story goes with its last article, and shrinks with others", async () => {
      const { store } = await filled(flood, strike, cost);
      await store.removeArticles("w", ["flood", "strike"]);
      expect(await stories(store)).toEqual(["cost 1 Valley Post 2026-03-04 2026-03-04"]);
      await store.addArticle("w", ...flood);
      expect(await stories(store)).toEqual(["cost 2 Northlight Wire, Valley Post 2026-03-02 2026-03-04"]);
      await store.removeArticles("w", ["flood", "cost"]);
      expect(await stories(store)).toEqual([]);
      await store.close();
    });
  });

  describe(`${name}: copies`, () => {
    test("another outlet's copy counts once, and is named with what it repeats", async () => {
      const { store, outcomes } = await filled(flood, post, chronicle);
      expect(outcomes).toEqual(["added", "duplicate", "duplicate"]);
      expect(await listed(store)).toEqual(["flood (Northlight Wire, Valley Post, Aldermark Chronicle)"]);
      expect(await said(store)).toEqual([
        "Ada Lund: 40 houses stood in water up to the windows (Northlight Wire, Valley Post, Aldermark Chronicle)",
        "Ada Lund: We have never seen the river so high, (Northlight Wire, Valley Post, Aldermark Chronicle)",
        "Emil Tarn: the pumps would run for a week (Northlight Wire, Valley Post)",
        "Jon Hale: Nobody in this street slept here, (Valley Post)",
      ]);
      expect(await store.size("w")).toEqual({ articles: 1, statements: 4, outlets: 3 });
      expect(await stories(store)).toEqual(["flood 1 Northlight Wire, Valley Post, Aldermark Chronicle 2026-03-02 2026-03-02"]);
      expect((await store.speakers("w")).map(({ name, statements }) => `${name} ${statements}`)).toEqual([
        "Ada Lund 2",
        "Emil Tarn 1",
        "Jon Hale 1",
      ]);
      expect((await store.articleHistory("w", "flood"))!.copies.map(({ article, own }) => [article.id, own])).toEqual([
        ["post", [{ text: BAKER, speaker: "Jon Hale" }]],
        ["chronicle", []],
      ]);
      expect([...(await store.copies("w", ["flood", "post", "none"])).keys()]).toEqual(["flood"]);
      await store.close();
    });

    test("the very same text in another outlet adds the outlet, once", async () => {
      const copy = (id: string, outlet: string | null) => make(id, FLOOD, { outlet });
      const { store, outcomes } = await filled(
        flood,
        ...[
          copy("a", "Valley Post"),
          copy("b", "Valley Post"),
          copy("c", null),
          copy("a", "Valley Post"),
          copy("d", "Orn Times"),
        ],
      );
      expect(outcomes).toEqual(["added", ...Array.from({ length: 5 }, () => "duplicate")]);
      expect(await listed(store)).toEqual(["flood (Northlight Wire, Valley Post, Orn Times)"]);
      expect((await store.articleHistory("w", "flood"))!.copies.map(({ article }) => article.id)).toEqual(["a", "d"]);
      await store.close();
    });

    test.each([
      ["as they came in", ["flood", "post", "chronicle"]],
      ["with the whole words of the first", ["flood", "post", "chronicle", "same"]],
    ])("when it goes, the first copy takes its place, and the last leaves nothing: %s", async (_, ids) => {
      const same = make("same", FLOOD, { outlet: "Orn Times" });
      const all = [flood, post, chronicle, same].filter(([{ id }]) => ids.includes(id));
      const { store } = await filled(...all);
      await store.removeArticles("w", ["flood"]);
      const others = ids.length > 3 ? ", Orn Times" : "";
      expect(await listed(store)).toEqual([`post (Valley Post, Aldermark Chronicle${others})`]);
      expect(await said(store)).toEqual([
        `Ada Lund: 40 houses stood in water up to the windows (Valley Post, Aldermark Chronicle${others})`,
        `Ada Lund: We have never seen the river so high, (Valley Post, Aldermark Chronicle${others})`,
        `Emil Tarn: the pumps would run for a week (Valley Post${others})`,
        "Jon Hale: Nobody in this street slept here, (Valley Post)",
      ]);
      expect((await stories(store))[0]).toMatch(/^post 1 Valley Post/);
      expect((await store.findArticles("w", { topic: "pumps", limit: 5, offset: 0 })).total).toBe(1);
      await store.removeArticles("w", ["post"]);
      expect((await listed(store))[0]).toMatch(/^chronicle/);
      await store.removeArticles("w", ids);
      expect([await listed(store), await said(store), await stories(store), await store.speakers("w")]).toEqual([[], [], [], []]);
      expect(await store.topics("w", { limit: 9 })).toEqual([]);
      expect(await store.addArticle("w", ...flood)).toBe("added");
      await store.close();
    });

    test("a copy that goes takes with it what it alone said", async () => {
      const { store } = await filled(flood, post);
      expect(await store.removeArticles("w", ["post"])).toBe(1);
      expect(await listed(store)).toEqual(["flood (Northlight Wire)"]);
      expect((await said(store)).filter((line) => /Post|Hale/.test(line))).toEqual([]);
      await store.close();
    });

    const SPOKEN = "Mayor Ada Lund said the dam had held in every neighbourhood of the town.";
    const WORDS = "the dam had held in every neighbourhood of the town";
    test.each<[string, { sentence?: string; words?: string; speaker?: string | null; kind?: "direct"; cue?: string }]>([
      ["spelt otherwise", { sentence: SPOKEN.replace("hbour", "hbor"), words: WORDS.replace("hbour", "hbor") }],
      ["in other letters", { sentence: SPOKEN.replace("dam", "Dam"), words: WORDS.replace("dam", "Dam") }],
      ["denied, not said", { sentence: SPOKEN.replace("said", "denied"), cue: "denied" }],
      ["quoted, not reported", { kind: "direct" }],
      ["by another of the same surname", { sentence: SPOKEN.replace("Ada", "Karl"), speaker: "Karl Lund" }],
      ["by nobody named", { sentence: SPOKEN.replace("Ada Lund", "of the town"), speaker: null }],
    ])("words that another outlet prints otherwise are not shown as its own: %s", async (_, other) => {
      const tell = (id: string, outlet: string, given: typeof other): [Article, Statement[]] => {
        const { sentence = SPOKEN, words = WORDS, speaker = "Ada Lund", kind = "indirect", cue = "said" } = given;
        const [article] = make(id, [...FLOOD, sentence], { outlet });
        const spoken = { ...makeStatement(article, words, { speaker, kind }), cue: makeStatement(article, sentence).content[0]! };
        const start = spoken.cue.start + sentence.indexOf(cue);
        return [article, [{ ...spoken, cue: { start, end: start + cue.length } }]];
      };
      const { store, outcomes } = await filled(tell("one", "Northlight Wire", {}), tell("two", "Valley Post", other));
      expect(outcomes).toEqual(["added", "duplicate"]);
      expect((await said(store)).map((line) => / \((.*)\)$/.exec(line)![1]).toSorted()).toEqual([
        "Northlight Wire",
        "Valley Post",
      ]);
      await store.addArticle("w", ...tell("three", "Orn Times", {}));
      expect((await said(store)).join()).toContain(`Ada Lund: ${WORDS} (Northlight Wire, Orn Times)`);
      await store.close();
    });

    test("a statement is known as each article prints it", async () => {
      const { store } = await filled(flood, post, chronicle);
      const { items } = await store.findStatements("w", { topic: "river", limit: 5, offset: 0 });
      const statements = items.map(({ statement }) => statement);
      const elsewhere = await store.elsewhere("w", statements);
      const high = statements.find(({ content, articleId }) => content[0]!.start > 100 && articleId === "flood")!;
      expect(
        elsewhere
          .get(high.id)!
          .map(({ article, statement: { content } }) => [article.id, article.text.slice(content[0]!.start, content[0]!.end)]),
      ).toEqual([
        ["post", "We have never seen the river so high,"],
        ["chronicle", "We have never seen the river so high,"],
      ]);
      expect([await store.elsewhere("w", []), await store.elsewhere("other", statements)]).toEqual([new Map(), new Map()]);
      await store.close();
    });

    test("a copy knows what it is a copy of, and is found by its own words", async () => {
      const { store } = await filled(flood, post, cost);
      expect((await store.original("w", "post"))?.id).toBe("flood");
      expect([await store.original("w", "flood"), await store.original("w", "none"), await store.original("v", "post")]).toEqual([
        null,
        null,
        null,
      ]);
      const found = async (topic: string) =>
        (await store.findArticles("w", { topic, limit: 9, offset: 0 })).items.map(({ article }) => article.id);
      expect(await found("baker")).toEqual(["flood"]);
      expect(await found("river")).toEqual(["flood"]);
      await store.removeArticles("w", ["post"]);
      expect(await found("baker")).toEqual([]);
      await store.close();
    });

    test("a copy that is rewritten becomes an article of its own", async () => {
      const { store } = await filled(flood, post);
      const own = make("post", [STRIKE, BAKER], { outlet: "Valley Post" });
      expect(await store.addArticle("w", ...own)).toBe("updated");
      expect(await listed(store)).toEqual(["flood (Northlight Wire)", "post (Valley Post)"]);
      expect(await store.addArticle("w", ...post)).toBe("updated");
      expect((await store.size("w")).articles).toBe(2);
      await store.close();
    });

    test("a full report after a brief one is listed beside it, and what it repeats is shown once", async () => {
      const brief = make("brief", FLOOD.slice(0, 2), { outlet: "Valley Post" });
      const { store, outcomes } = await filled(brief, flood);
      expect(outcomes).toEqual(["added", "added"]);
      expect(await listed(store)).toEqual(["brief (Valley Post)", "flood (Northlight Wire)"]);
      expect((await said(store))[0]).toBe("Ada Lund: 40 houses stood in water up to the windows (Valley Post, Northlight Wire)");
      await store.removeArticles("w", ["brief"]);
      expect((await said(store))[0]).toBe("Ada Lund: 40 houses stood in water up to the windows (Northlight Wire)");
      await store.close();
    });

    test("the same words of somebody else are another statement", async () => {
      const [article, statements] = make("post", FLOOD, { outlet: "Valley Post", title: "Other" });
      const others = statements.map((statement) => ({ ...statement, speaker: { name: "Ines Roth", role: null } }));
      const { store } = await filled(flood, [{ ...article, text: `${article.text} Write to us.` }, others]);
      expect((await said(store)).filter((line) => line.includes("never seen"))).toEqual([
        "Ada Lund: We have never seen the river so high, (Northlight Wire)",
        "Ines Roth: We have never seen the river so high, (Valley Post)",
      ]);
      await store.close();
    });

    test.each([
      ["its own", "northlight", ["flood"]],
      ["that of a copy", "Valley", ["flood", "strike"]],
      ["in any spelling", "VALLEY POST", ["flood", "strike"]],
      ["of nobody", "Times", []],
      ["of nothing", "?", []],
    ])("finds articles by outlet: %s", async (_, outlet, expected) => {
      const { store } = await filled(flood, post, strike);
      const { items, total } = await store.findArticles("w", { outlet, limit: 9, offset: 0 });
      expect(items.map(({ article }) => article.id).toSorted()).toEqual(expected);
      expect(total).toBe(expected.length);
      expect((await store.findArticles("w", { outlet, topic: "bridges", limit: 9, offset: 0 })).total).toBe(
        expected.includes("flood") ? 1 : 0,
      );
      expect(await store.outlets("w", 9)).toEqual(["Valley Post", "Northlight Wire"]);
      await store.close();
    });
  });

  describe(`${name}: versions`, () => {
    test.each([
      ["the same id", "flood", "https://news.example/flood"],
      ["the same address", "other", "https://news.example/flood"],
      ["the same outlet and most of the words", "flood-2", "https://news.example/flood-2"],
    ])("a later text with %s replaces the article, which tells what changed", async (_, id, url) => {
      const { store } = await filled(flood, strike);
      const [article, statements] = later;
      const next = { ...article, id, url };
      expect(
        await store.addArticle(
          "w",
          next,
          statements.map((each) => ({ ...each, articleId: id })),
        ),
      ).toBe("updated");
      expect(await listed(store)).toEqual([`${id} (Northlight Wire)`, "strike (Valley Post)"].toSorted());
      const { changes, statements: count } = (await store.articleHistory("w", id))!;
      expect(count).toBe(3);
      expect(changes).toEqual([
        {
          at: now(),
          changedAt: null,
          title: "Title of flood",
          added: 2,
          gone: 2,
          gained: [
            { text: "The minister of the interior, Emil Tarn, said the pumps would run for two weeks.", speaker: "Emil Tarn" },
            { text: BAKER, speaker: "Jon Hale" },
          ],
          lost: [
            { text: HIGH, speaker: "Ada Lund" },
            { text: FLOOD[4], speaker: "Emil Tarn" },
          ],
        },
      ]);
      expect((await said(store)).filter((line) => line.includes("never seen"))).toEqual([]);
      expect((await stories(store)).map((line) => line.split(" ").slice(0, 2))).toEqual([
        ["strike", "1"],
        [id, "1"],
      ]);
      expect(await store.articleAt("w", "https://news.example/flood")).toBe(id);
      await store.close();
    });

    test("an address that tells of something else leaves its story, and its copies stay", async () => {
      const { store } = await filled(flood, post, cost);
      expect(await store.addArticle("w", ...make("flood", [STRIKE]))).toBe("updated");
      expect(await listed(store)).toEqual(["cost (Valley Post)", "flood (Northlight Wire)", "post (Valley Post)"]);
      expect((await stories(store)).map((line) => line.split(" ").slice(0, 2))).toEqual([
        ["post", "2"],
        ["flood", "1"],
      ]);
      expect((await store.articleHistory("w", "flood"))!.changes[0]!.lost).toHaveLength(FLOOD.length);
      expect((await said(store)).filter((line) => line.includes("never seen"))).toEqual([
        "Ada Lund: We have never seen the river so high, (Valley Post)",
      ]);
      await store.close();
    });

    test("the earlier text that comes in again changes nothing", async () => {
      const { store } = await filled(flood, later);
      expect(await store.addArticle("w", ...flood)).toBe("duplicate");
      expect(await listed(store)).toEqual(["flood-2 (Northlight Wire)"]);
      expect((await store.articleHistory("w", "flood-2"))!.changes).toHaveLength(1);
      await store.close();
    });

    test("a changed article keeps its copies, its story and its past", async () => {
      const { store } = await filled(flood, post, cost, later);
      expect(await listed(store)).toEqual(["cost (Valley Post)", "flood-2 (Northlight Wire, Valley Post)"]);
      expect(await said(store)).toEqual([
        "Ada Lund: 40 houses stood in water up to the windows (Northlight Wire, Valley Post)",
        "Ada Lund: 62 houses had been damaged (Valley Post)",
        "Ada Lund: We have never seen the river so high, (Valley Post)",
        "Emil Tarn: the pumps would run for a week (Valley Post)",
        "Emil Tarn: the pumps would run for two weeks (Northlight Wire)",
        "Jon Hale: Nobody in this street slept here, (Valley Post, Northlight Wire)",
      ]);
      expect((await stories(store))[0]).toMatch(/ 2 Valley Post, Northlight Wire 2026-03-03 2026-03-04$/);
      await store.addArticle("w", ...make("flood-2", [STRIKE, ...FLOOD], { publishedAt: day("2026-03-04") }));
      expect((await store.articleHistory("w", "flood-2"))!.changes.map(({ title }) => title)).toEqual([
        "Title of flood-2",
        "Title of flood",
      ]);
      await store.removeArticles("w", ["flood-2", "cost", "post"]);
      expect([await listed(store), await said(store), await stories(store)]).toEqual([[], [], []]);
      await store.close();
    });
  });
}
