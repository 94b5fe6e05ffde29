import { describe, expect, test } from "vitest";
import type { StatementQuery } from "../../src/model.ts";
import type { Store } from "../../src/store/store.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";
import { arrivalsContract } from "./arrivals.contract.ts";
import { completingContract } from "./completing.contract.ts";
import { copiesContract } from "./copies.contract.ts";
import { deliveriesContract } from "./deliveries.contract.ts";
import { digestsContract } from "./digests.contract.ts";
import { feedsContract } from "./feeds.contract.ts";
import { sessionsContract } from "./sessions.contract.ts";
import { speakersContract } from "./speakers.contract.ts";
import { storiesContract } from "./stories.contract.ts";
import { versionsContract } from "./versions.contract.ts";

const river = makeArticle("a1", "Ada Lund said the cease-fire would hold. “The river is quiet,” she said.", {
  title: "Quiet on the river",
  outlet: "Valley Post",
  author: "Ilse Brandt",
  publishedAt: day("2026-05-02"),
  modifiedAt: day("2026-05-03"),
  url: "https://valley.example/quiet",
});
const riverSaid = [
  makeStatement(river, "the cease-fire would hold", {
    speaker: { name: "Ada Lund", role: "mayor" },
    cue: "said",
    source: "Ada Lund",
  }),
  makeStatement(river, "The river is quiet,", { speaker: "Ada Lund", kind: "direct" }),
];
const bridge = makeArticle("a2", "Viktor Sorenskiy said two ceasefires had failed near Kiev. He wants the bridge open.", {
  outlet: "Northern Wire",
  publishedAt: day("2026-05-04"),
});
const bridgeSaid = [makeStatement(bridge, "two ceasefires had failed near Kiev", { speaker: "Viktor Sorenskiy" })];
const undated = makeArticle("a3", "Talks of a ceasefire continue. The ministry called the plan “ready”.", {
  file: "undated.txt",
});
const undatedSaid = [makeStatement(undated, "“ready”", { speaker: "the ministry", kind: "mixed" })];

const [HOLD, QUIET] = ["the cease-fire would hold", "The river is quiet,"];
const [FAILED, READY] = ["two ceasefires had failed near Kiev", "“ready”"];

/** What every store must do; `open` gives an empty one, which tells the time by `now`. */
export function storeContract(name: string, open: (now?: () => Date) => Promise<Store>): void {
  arrivalsContract(name, open);
  speakersContract(name, open);
  storiesContract(name, open);
  completingContract(name, open);
  copiesContract(name, open);
  sessionsContract(name, open);
  versionsContract(name, open);
  feedsContract(name, open);
  digestsContract(name, open);
  deliveriesContract(name, open);
  const filled = async () => {
    const store = await open();
    await store.addArticle("w", river, riverSaid);
    await store.addArticle("w", bridge, bridgeSaid);
    await store.addArticle("w", undated, undatedSaid);
    return store;
  };
  /** The words of what was found, in order. */
  const found = async (store: Store, query: Partial<StatementQuery>, workspace = "w") =>
    (await store.findStatements(workspace, { limit: 10, offset: 0, ...query })).items.map(({ statement, article }) =>
      statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" "),
    );

  describe(name, () => {
    test("gives back an article and its statements as they were", async () => {
      const store = await filled();
      const { items, total } = await store.findStatements("w", { by: "Ada Lund", limit: 10, offset: 0 });
      expect(total).toBe(2);
      expect(items).toEqual(riverSaid.map((statement) => ({ statement, article: river, knownAs: "Ada Lund" })));
      await store.close();
    });

    test.each<[string, Partial<StatementQuery>, string[]]>([
      ["one word, hyphenated and plural forms, newest on ties", { topic: "ceasefire" }, [FAILED, HOLD]],
      ["a hyphenated question", { topic: "cease-fire" }, [FAILED, HOLD]],
      ["two words for a compound, its parts first", { topic: "cease fire" }, [HOLD, FAILED]],
      ["capitals and a full stop", { topic: "CEASEFIRES." }, [FAILED, HOLD]],
      ["another spelling of a place", { topic: "Kyiv" }, [FAILED]],
      ["the sentence around the words", { topic: "plan" }, [READY]],
      ["every word must be there", { topic: "ceasefire river" }, []],
      ["common words count for nothing", { topic: "the plan of the" }, [READY]],
      ["a speaker in another romanisation", { topic: "ceasefire", by: "Sorensky" }, [FAILED]],
      ["part of a speaker's name", { by: "lund" }, [HOLD, QUIET]],
      ["a day", { topic: "ceasefire", since: day("2026-05-03") }, [FAILED]],
      ["the day itself", { topic: "ceasefire", since: day("2026-05-02") }, [FAILED, HOLD]],
      ["no article without a date passes since", { since: day("2020-01-01") }, [FAILED, HOLD, QUIET]],
      ["a kind", { kind: "direct" }, [QUIET]],
      ["a topic of a kind", { topic: "ready", kind: "mixed" }, [READY]],
      ["everything, undated last", {}, [FAILED, HOLD, QUIET, READY]],
      ["nothing to search for", { topic: "?!" }, []],
      ["words that the index could take for operators", { topic: 'plan" OR NOT * : ^ ("' }, [READY]],
      ["an operator alone", { topic: "NEAR" }, [FAILED]],
      ["a name of nothing", { by: "—" }, []],
    ])("finds by %s", async (_, query, expected) => {
      const store = await filled();
      expect(await found(store, query)).toEqual(expected);
      await store.close();
    });

    test("gives an article back as it was", async () => {
      const store = await filled();
      const { items } = await store.findArticles("w", { limit: 9, offset: 0 });
      expect(items.map(({ article }) => article)).toEqual([bridge, river, undated]);
      await store.close();
    });

    test("pages without gaps and counts all", async () => {
      const store = await filled();
      const pages = await Promise.all([0, 2, 4].map((offset) => store.findStatements("w", { limit: 2, offset })));
      expect(pages.map(({ total }) => total)).toEqual([4, 4, 4]);
      expect(pages.flatMap(({ items }) => items.map(({ statement }) => statement.id))).toEqual(
        (await store.findStatements("w", { limit: 10, offset: 0 })).items.map(({ statement }) => statement.id),
      );
      await store.close();
    });

    test("shows the words said before the words around them", async () => {
      const store = await filled();
      const article = makeArticle(
        "a4",
        "At the bridge the envoy said nothing had changed. The envoy said the bridge was sound.",
        {
          publishedAt: day("2026-05-01"),
        },
      );
      await store.addArticle("w", article, [
        makeStatement(article, "nothing had changed"),
        makeStatement(article, "the bridge was sound"),
      ]);
      expect(await found(store, { topic: "bridge" })).toEqual(["the bridge was sound", "nothing had changed"]);
      await store.close();
    });

    test("keeps what is unsure apart, and counts it nowhere", async () => {
      const store = await open();
      const [sure] = riverSaid;
      await store.addArticle("w", river, [
        sure!,
        { ...riverSaid[1]!, confidence: 0.3, speaker: { name: "Bo Lind", role: null } },
      ]);
      expect(await found(store, {})).toEqual([HOLD]);
      expect(await found(store, { unsure: true })).toEqual([QUIET]);
      expect(await found(store, { unsure: true, by: "Lind", topic: "river", since: day("2026-05-01") })).toEqual([QUIET]);
      expect((await store.speakers("w")).map(({ name }) => name)).toEqual(["Ada Lund"]);
      expect((await store.topics("w", { limit: 50 })).map(({ name }) => name)).not.toContain("river");
      expect((await store.findArticles("w", { limit: 1, offset: 0 })).items[0]!.statements).toBe(1);
      expect((await store.size("w")).statements).toBe(1);
      await store.removeArticles("w", ["a1"]);
      expect(await found(store, { unsure: true })).toEqual([]);
      await store.close();
    });

    test("takes the same text twice as one article, whatever its address and white space", async () => {
      const store = await filled();
      const copy = { ...river, id: "b1", url: "https://copy.example/", text: river.text.replace(". ", ".\n\n") };
      expect(await store.addArticle("w", copy, riverSaid)).toBe("duplicate");
      expect(await store.size("w")).toEqual({ articles: 3, statements: 4, outlets: 2 });
      await store.close();
    });

    test("replaces an article whose text has changed, and all that counted it", async () => {
      const store = await filled();
      const next = makeArticle("a1", "Bo Lind said the dam would hold.", { publishedAt: day("2026-05-05") });
      expect(await store.addArticle("w", next, [makeStatement(next, "the dam would hold", { speaker: "Bo Lind" })])).toBe(
        "updated",
      );
      expect(await found(store, { topic: "cease-fire" })).toEqual([FAILED]);
      expect(await found(store, { topic: "dam" })).toEqual(["the dam would hold"]);
      expect((await store.speakers("w")).map(({ name }) => name)).toEqual(["Bo Lind", "Viktor Sorenskiy", "the ministry"]);
      expect((await store.topics("w", { limit: 50 })).map(({ name }) => name)).not.toContain("river");
      expect((await store.findArticles("w", { topic: "river", limit: 5, offset: 0 })).total).toBe(0);
      await store.close();
    });

    test("removes articles with everything that counted them", async () => {
      const store = await filled();
      expect(await store.removeArticles("w", ["a1", "a2", "a3", "unknown", "a1"])).toBe(3);
      expect(await store.size("w")).toEqual({ articles: 0, statements: 0, outlets: 0 });
      expect([
        await store.speakers("w"),
        await store.topics("w", { limit: 50 }),
        await found(store, { topic: "ceasefire" }),
      ]).toEqual([[], [], []]);
      expect(await store.isEmpty("w")).toBe(true);
      expect(await store.addArticle("w", river, riverSaid)).toBe("added");
      expect([await store.isEmpty("w"), await store.isEmpty("other")]).toEqual([false, true]);
      await store.close();
    });

    test("keeps a library to its workspace", async () => {
      const store = await filled();
      expect(await found(store, { topic: "ceasefire" }, "other")).toEqual([]);
      expect(await store.addArticle("other", river, riverSaid)).toBe("added");
      expect(await found(store, { topic: "ceasefire" }, "other")).toEqual([HOLD]);
      expect(await store.removeArticles("other", ["a1", "a2"])).toBe(1);
      expect(await store.size("w")).toEqual({ articles: 3, statements: 4, outlets: 2 });
      expect(await store.speakers("other")).toEqual([]);
      await store.close();
    });

    test("lists articles newest first, with their statements counted", async () => {
      const store = await filled();
      const { items, total } = await store.findArticles("w", { limit: 10, offset: 0 });
      expect(items).toEqual([
        { article: bridge, statements: 1 },
        { article: river, statements: 2 },
        { article: undated, statements: 1 },
      ]);
      expect(total).toBe(3);
      expect((await store.findArticles("w", { topic: "bridge", since: day("2026-05-03"), limit: 1, offset: 0 })).total).toBe(1);
      await store.close();
    });

    test("tallies speakers and topics, most frequent first", async () => {
      const store = await filled();
      expect((await store.speakers("w"))[0]).toEqual({ name: "Ada Lund", statements: 2, also: [] });
      expect((await store.topics("w", { limit: 50 })).map(({ name }) => name)).toEqual(
        expect.arrayContaining(["cease-fire", "ceasefires", "Kiev", "river"]),
      );
      await store.close();
    });

    test.each([
      [["ceasefyre"], ["cease-fire", "ceasefires"]],
      [["river", "zzz"], ["river"]],
      [["riverr"], ["river"]],
      [["xyz"], []],
      [[], []],
    ])("finds topics that begin or end like %j", async (like, expected) => {
      const store = await filled();
      expect((await store.topics("w", { like, limit: 5 })).map(({ name }) => name).toSorted()).toEqual(expected);
      await store.close();
    });

    test("keeps nothing of an article that cannot be stored whole", async () => {
      const store = await filled();
      const article = makeArticle("a9", "Ada Lund said it broke.");
      const broken = { ...makeStatement(article, "it broke", { speaker: "Nobody Else" }), kind: "sung" as never };
      await expect(store.addArticle("w", article, [makeStatement(article, "it broke"), broken])).rejects.toThrow();
      expect(await store.size("w")).toEqual({ articles: 3, statements: 4, outlets: 2 });
      expect((await store.speakers("w")).map(({ name }) => name)).not.toContain("Nobody Else");
      await store.close();
    });
  });
}
