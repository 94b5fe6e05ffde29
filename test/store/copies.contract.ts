import { describe, expect, test } from "vitest";
import type { Article, Statement } from "../../src/model.ts";
import type { Store } from "../../src/store/store.ts";
import { makeStatement } from "../fixtures.ts";
import { BAKER, chronicle, cost, FLOOD, fill, flood, listed, make, post, STRIKE, said, stories, strike } from "./floods.ts";

/** What every store must do about copies and what they repeat; `open` gives an empty one. */
export function copiesContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name}: copies`, () => {
    test("another outlet's copy counts once, and is named with what it repeats", async () => {
      const { store, outcomes } = await fill(open, flood, post, chronicle);
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
      const { store, outcomes } = await fill(
        open,
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
      const { store } = await fill(open, ...all);
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
      const { store } = await fill(open, flood, post);
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
      const { store, outcomes } = await fill(open, tell("one", "Northlight Wire", {}), tell("two", "Valley Post", other));
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
      const { store } = await fill(open, flood, post, chronicle);
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
      const { store } = await fill(open, flood, post, cost);
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
      const { store } = await fill(open, flood, post);
      const own = make("post", [STRIKE, BAKER], { outlet: "Valley Post" });
      expect(await store.addArticle("w", ...own)).toBe("updated");
      expect(await listed(store)).toEqual(["flood (Northlight Wire)", "post (Valley Post)"]);
      expect(await store.addArticle("w", ...post)).toBe("updated");
      expect((await store.size("w")).articles).toBe(2);
      await store.close();
    });

    test("a full report after a brief one is listed beside it, and what it repeats is shown once", async () => {
      const brief = make("brief", FLOOD.slice(0, 2), { outlet: "Valley Post" });
      const { store, outcomes } = await fill(open, brief, flood);
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
      const { store } = await fill(open, flood, [{ ...article, text: `${article.text} Write to us.` }, others]);
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
      const { store } = await fill(open, flood, post, strike);
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
}
