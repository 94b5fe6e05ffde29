import { describe, expect, test } from "vitest";
import type { Article, ArticleQuery, Statement, StatementQuery } from "../../src/model.ts";
import type { Store } from "../../src/store/store.ts";
import { makeStatement } from "../fixtures.ts";
import { chronicle, cost, FLOOD, fill, flood, later, make, now, post, STRIKE, strike } from "./floods.ts";

/** What every store must do about the order in which articles come in; `open` gives an empty one. */
export function arrivalsContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  /** What was said after one arrival, up to another, as "speaker: words" in the order of the alphabet. */
  const said = async (store: Store, after: number, upTo: number, query: Partial<StatementQuery> = {}) =>
    (await store.findStatements("w", { arrived: { after, upTo }, limit: 50, offset: 0, ...query })).items
      .map(({ statement, article }) => {
        const words = statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");
        return `${statement.speaker?.name ?? "somebody"}: ${words}`;
      })
      .toSorted();
  const listed = async (store: Store, after: number, upTo: number, query: Partial<ArticleQuery> = {}) =>
    (await store.findArticles("w", { arrived: { after, upTo }, limit: 50, offset: 0, ...query })).items
      .map(({ article }) => article.id)
      .toSorted();
  const came = async (store: Store, after: number, upTo: number) =>
    (await store.cameIn("w", { after, upTo }))
      .map((each) => `${each.article} ${each.as} ${each.articles} ${each.statements}`)
      .toSorted();
  const [HOUSES, HIGH, WEEK, TWO, SLEPT, DAMAGED] = [
    "Ada Lund: 40 houses stood in water up to the windows",
    "Ada Lund: We have never seen the river so high,",
    "Emil Tarn: the pumps would run for a week",
    "Emil Tarn: the pumps would run for two weeks",
    "Jon Hale: Nobody in this street slept here,",
    "Ada Lund: 62 houses had been damaged",
  ];

  describe(`${name}: arrivals`, () => {
    test("whatever comes in gets the next number, whoever's library it is, and nothing else does", async () => {
      const { store } = await fill(open, flood);
      await store.addArticle("other", ...flood);
      await store.addArticle("w", ...flood);
      for (const each of [post, strike]) await store.addArticle("w", ...each);
      expect([await came(store, 0, 1), await came(store, 1, 2), await came(store, 2, 3), await came(store, 3, 4)]).toEqual([
        ["flood new 1 3"],
        [],
        ["flood copies 1 1"],
        ["strike new 1 1"],
      ]);
      expect(await store.cameIn("other", { after: 0, upTo: 9 })).toHaveLength(1);
      await store.close();
    });

    test("of a later version only what nobody said before is new", async () => {
      const { store } = await fill(open, flood, strike, later);
      expect(await said(store, 0, 1)).toEqual([HOUSES]);
      expect(await said(store, 2, 3)).toEqual([TWO, SLEPT]);
      expect([await listed(store, 0, 1), await listed(store, 2, 3)]).toEqual([["flood-2"], []]);
      expect(await came(store, 2, 3)).toEqual(["flood-2 version 1 2"]);
      const [hit] = (await store.findStatements("w", { arrived: { after: 2, upTo: 3 }, limit: 1, offset: 0 })).items;
      expect(hit!.arrived).toEqual({ number: 3, at: now() });
      await store.close();
    });

    test("a later version that tells of something else is new wholly", async () => {
      const { store } = await fill(open, flood, make("flood", [STRIKE]));
      expect(await came(store, 1, 2)).toEqual(["flood new 1 1"]);
      expect(await came(store, 0, 1)).toEqual([]);
      await store.close();
    });

    const WORDS = "the dam had held in every neighbourhood of the town";
    const tell = (speaker: string | null, confidence: number): [Article, Statement[]] => {
      const [article] = make(`by ${speaker} ${confidence}`, [...FLOOD, `It was said that ${WORDS}.`], {
        url: "https://news.example/dam",
      });
      return [article, [makeStatement(article, WORDS, { speaker, confidence })]];
    };
    test.each<[string, [string | null, number], [string | null, number], boolean]>([
      ["the same speaker", ["Ada Lund", 0.9], ["Ada Lund", 0.6], false],
      ["the same speaker more fully", ["Lund", 0.9], ["Ada Lund", 0.9], false],
      ["another speaker", ["Ada Lund", 0.9], ["Karl Tarn", 0.9], true],
      ["somebody where nobody was named", [null, 0.9], ["Ada Lund", 0.9], true],
      ["nobody again", [null, 0.9], [null, 0.8], false],
      ["the same speaker, surely now", ["Ada Lund", 0.3], ["Ada Lund", 0.9], true],
      ["the same speaker, no longer surely", ["Ada Lund", 0.9], ["Ada Lund", 0.3], false],
    ])("the same words by %s in a later version", async (_, first, second, isNew) => {
      const changed = tell(...second);
      const again: typeof changed = [{ ...changed[0], text: `${changed[0].text} Rain fell.` }, changed[1]];
      const { store, outcomes } = await fill(open, tell(...first), again);
      expect(outcomes).toEqual(["added", "updated"]);
      const unsure = second[1] < 0.5;
      expect(await said(store, 1, 2, { unsure })).toHaveLength(isNew ? 1 : 0);
      expect(await said(store, 0, 1, { unsure })).toHaveLength(isNew ? 0 : 1);
      await store.close();
    });

    test("a copy of another outlet brings what it alone says, a later version of the copy what that says more", async () => {
      const { store } = await fill(open, flood, chronicle, post);
      expect([await said(store, 1, 2), await said(store, 2, 3)]).toEqual([[], [SLEPT]]);
      expect(await came(store, 1, 3)).toEqual(["flood copies 2 1"]);
      const [next, statements] = make(
        "post",
        [...FLOOD, "“Nobody in this street slept here,” said the baker Jon Hale.", STRIKE],
        {
          outlet: "Valley Post",
        },
      );
      expect(await store.addArticle("w", next, statements)).toBe("updated");
      expect(await said(store, 2, 3)).toEqual([SLEPT]);
      expect(await said(store, 3, 4)).toEqual(["Viktor Soren: nine percent and a shorter week"]);
      expect(await came(store, 3, 4)).toEqual(["flood copies 1 1"]);
      await store.close();
    });

    test("what is shown elsewhere, or listed in the place of another, is no news", async () => {
      const { store } = await fill(open, flood, post, chronicle);
      await store.removeArticles("w", ["flood"]);
      expect(await said(store, 0, 1)).toEqual([HOUSES, HIGH, WEEK]);
      expect([await listed(store, 0, 1), await listed(store, 1, 3)]).toEqual([["post"], []]);
      await store.removeArticles("w", ["post"]);
      expect(await said(store, 0, 1)).toEqual([HOUSES, HIGH]);
      expect(await listed(store, 0, 1)).toEqual(["chronicle"]);
      await store.close();
      const { store: other } = await fill(open, flood, post, later);
      expect(await said(other, 0, 1)).toEqual([HOUSES, HIGH, WEEK]);
      expect(await said(other, 2, 3)).toEqual([TWO]);
      await other.close();
    });

    test("arrivals go together with everything else that is asked for", async () => {
      const { store } = await fill(open, flood, strike, cost);
      expect(await said(store, 0, 3, { by: "Lund" })).toEqual([HOUSES, DAMAGED, HIGH].toSorted());
      expect(await said(store, 1, 3, { by: "Lund" })).toEqual([DAMAGED]);
      expect(await said(store, 0, 2, { topic: "houses" })).toEqual([HOUSES]);
      expect(await said(store, 0, 3, { topic: "houses", by: "Tarn" })).toEqual([]);
      expect(await said(store, 0, 3, { topic: "houses", since: new Date("2026-03-03T00:00:00Z") })).toEqual([DAMAGED]);
      expect(await said(store, 2, 3, { article: "flood" })).toEqual([]);
      expect(await said(store, 0, 1, { article: "flood", kind: "direct" })).toEqual([]);
      expect(await listed(store, 1, 3)).toEqual(["cost", "strike"]);
      expect(await listed(store, 1, 3, { topic: "bridges" })).toEqual(["cost"]);
      expect(await listed(store, 0, 2, { outlet: "valley", headline: "title" })).toEqual(["strike"]);
      const { total } = await store.findArticles("w", { arrived: { after: 0, upTo: 3 }, limit: 1, offset: 1 });
      expect(total).toBe(3);
      await store.close();
    });

    test("what came in is found by its words, its headline, its speakers, its stories", async () => {
      const { store } = await fill(open, flood, post, strike, cost);
      const all = { after: 0, upTo: 9 };
      expect([...(await store.cameInWith("w", all, { topic: "baker" }))]).toEqual(["flood"]);
      expect([...(await store.cameInWith("w", all, { headline: "old town" }))]).toEqual(["flood"]);
      expect([...(await store.cameInWith("w", { after: 2, upTo: 9 }, { topic: "bridges" }))]).toEqual(["cost"]);
      expect([...(await store.cameInWith("w", all, { topic: "?" }))]).toEqual([]);
      expect(await store.newStatements("w", all, { by: ["lund", "Soren"] })).toEqual(
        new Map([
          ["flood", 2],
          ["cost", 1],
          ["strike", 1],
        ]),
      );
      expect(await store.newStatements("w", { after: 1, upTo: 3 }, { said: ["slept", "weeks"] })).toEqual(
        new Map([
          ["flood", 1],
          ["strike", 1],
        ]),
      );
      expect(await store.newStatements("w", all, { said: ["army"], about: ["baker"] })).toEqual(new Map([["flood", 1]]));
      expect(await store.newStatements("w", all, {})).toEqual(new Map());
      const [first] = await store.storiesOf("w", ["flood"]);
      expect(await store.storiesOf("w", ["post", "cost", "nothing"])).toEqual(new Set([first]));
      expect((await store.cameIn("w", { ...all, stories: [first!] })).map(({ article }) => article).toSorted()).toEqual([
        "cost",
        "flood",
      ]);
      await store.addArticle("w", ...later);
      expect(await store.storiesOf("w", ["flood"])).toEqual(new Set([first]));
      expect(["cost", "flood-2"]).toContain(await store.centralOf("w", first!));
      expect(await store.centralOf("other", first!)).toBe(null);
      expect((await store.entries("w", ["strike", "nothing", "cost"])).map(({ article }) => article.id)).toEqual([
        "strike",
        "cost",
      ]);
      await store.close();
    });

    test("of what came in on a topic every page is given, however many there are", async () => {
      const { store } = await fill(open, cost);
      const words = Array.from({ length: 1_100 }, (_, k) => `Houses in row ${k} will be pumped dry`);
      const [article] = make("rows", words, { outlet: "Orn Times", publishedAt: new Date("2026-03-05T00:00:00Z") });
      await store.addArticle(
        "w",
        article,
        words.map((each) => makeStatement(article, each, { speaker: "Jon Hale" })),
      );
      const seen = new Set<string>();
      for (let offset = 0; offset <= words.length; offset += 300) {
        const { items, total } = await store.findStatements("w", {
          topic: "houses",
          arrived: { after: 0, upTo: 9 },
          limit: 300,
          offset,
        });
        expect(total).toBe(words.length + 1);
        for (const { article, statement } of items) seen.add(`${article.id} ${statement.id}`);
      }
      expect(seen.size).toBe(words.length + 1);
      await store.close();
    });

    test("what goes between two questions is told of no more, and what takes its place is", async () => {
      const { store } = await fill(open, flood, strike, cost, post);
      const all = { after: 0, upTo: 9 };
      const [first] = await store.storiesOf("w", ["flood"]);
      const [other] = await store.storiesOf("w", ["strike"]);
      const ofStory = async () =>
        (await store.cameIn("w", { ...all, stories: [first!] }))
          .map(({ article, copies }) => [article, ...copies].join(" "))
          .toSorted();
      const ids = async (...asked: string[]) => (await store.entries("w", asked)).map(({ article }) => article.id);
      expect(await ofStory()).toEqual(["cost", "flood post"]);
      await store.addArticle("w", ...later);
      expect([await ofStory(), await ids("flood", "strike", "flood-2")]).toEqual([
        ["cost", "flood-2 post"],
        ["flood-2", "strike", "flood-2"],
      ]);
      await store.removeArticles("w", ["flood-2", "strike"]);
      expect([await ofStory(), await ids("flood", "flood-2", "strike", "post", "cost")]).toEqual([
        ["cost", "post"],
        ["post", "cost"],
      ]);
      expect([await store.storiesOf("w", ["strike"]), await store.centralOf("w", other!)]).toEqual([new Set(), null]);
      expect(await store.cameIn("w", { ...all, stories: [other!] })).toEqual([]);
      expect([...(await store.cameInWith("w", { ...all, stories: [first!] }, { topic: "bridges" }))].toSorted()).toEqual([
        "cost",
        "post",
      ]);
      expect(await store.newStatements("w", { ...all, stories: [other!] }, { by: ["Soren"] })).toEqual(new Map());
      await store.removeArticles("w", ["post", "cost"]);
      expect([await ofStory(), await ids("post", "cost"), await store.centralOf("w", first!)]).toEqual([[], [], null]);
      await store.close();
    });
  });
}
