import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article, Statement } from "../../../src/model.ts";
import { createSqliteStore } from "../../../src/store/sqlite/sqlite.ts";
import { createStories } from "../../../src/store/stories/stories.ts";
import { makeArticle, makeStatement } from "../../fixtures.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "on-record-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const EVENTS = ["flood in Karsk", "strike in Northport", "fire in Vell", "vote in Orn"];
const SENTENCES = EVENTS.map((event, k) =>
  Array.from(
    { length: 6 },
    (_, n) =>
      `Sentence ${n} of the ${event} tells that Person${k}${n} said the ${"abcdef"[n]}${k}thing and the ${"ghijkl"[n]}${k}matter of Place${k} would go on.`,
  ),
);
const OUTLETS = ["Valley Post", "Northern Wire", "Orn Times", null];

/** An article of some sentences of one event, each of which says something. */
function make(id: string, event: number, sentences: readonly number[], outlet: number, day: number): [Article, Statement[]] {
  const chosen = sentences.map((n) => SENTENCES[event]![n]!);
  const article = makeArticle(id, chosen.join(" "), {
    title: EVENTS[event]!,
    outlet: OUTLETS[outlet]!,
    url: `https://news.example/${id}`,
    publishedAt: new Date(Date.UTC(2026, 2, 1 + day)),
  });
  const said = sentences.map((n) =>
    makeStatement(article, /the \w+thing .* would go on/.exec(SENTENCES[event]![n]!)![0], { speaker: `Person${event}${n}` }),
  );
  return [article, said];
}

const step = fc.record({
  id: fc.integer({ min: 0, max: 7 }),
  event: fc.integer({ min: 0, max: EVENTS.length - 1 }),
  sentences: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
  outlet: fc.integer({ min: 0, max: OUTLETS.length - 1 }),
  day: fc.integer({ min: 0, max: 20 }),
  remove: fc.boolean(),
});

/** Each statement is shown once or told by a repetition, each article is listed or a copy of one that is, and stories add up. */
const CHECKS: Readonly<Record<string, string>> = {
  "copies of copies": "SELECT count(*) FROM copy WHERE of IN (SELECT article FROM copy)",
  "articles without a story": "SELECT count(*) FROM article WHERE story IS NULL",
  "copies in another story":
    "SELECT count(*) FROM copy JOIN article a ON a.key = copy.article JOIN article b ON b.key = copy.of WHERE a.story <> b.story",
  "stories that count wrongly":
    "SELECT count(*) FROM story WHERE articles <> (SELECT count(*) FROM article WHERE story = story.key AND key NOT IN (SELECT article FROM copy))",
  "articles that are not found": "SELECT count(*) FROM article WHERE key NOT IN (SELECT rowid FROM article_text)",
  "repetitions of the article itself":
    "SELECT count(*) FROM repetition r JOIN statement s ON s.key = r.statement WHERE s.article = r.article",
  "articles that cannot be compared": "SELECT count(*) FROM article WHERE key NOT IN (SELECT article FROM arrival)",
  "speakers that count wrongly":
    "SELECT count(*) FROM speaker WHERE statements <> (SELECT count(*) FROM statement WHERE speaker = speaker.key)",
};
const EMPTY = "article arrival copy fingerprint repetition speaker statement story topic version".split(" ");

test("whatever comes and goes, copies, stories and statements add up, and nothing is left of nothing", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const file = join(folder, `${++run}.db`);
      const store = createSqliteStore(file, () => new Date("2026-04-01T00:00:00Z"));
      for (const { id, event, sentences, outlet, day, remove } of steps) {
        if (remove && id > 3) await store.removeArticles("w", [`a${id}`]);
        else await store.addArticle("w", ...make(`a${id}`, event, sentences, outlet, day));
      }
      const db = new DatabaseSync(file);
      const count = (sql: string) => Object.values(db.prepare(sql).get()!)[0];
      for (const [what, sql] of Object.entries(CHECKS)) expect([what, count(sql)]).toEqual([what, 0]);
      await store.removeArticles(
        "w",
        Array.from({ length: 8 }, (_, k) => `a${k}`),
      );
      for (const table of EMPTY) expect([table, count(`SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
      expect(count("SELECT count(*) FROM term_holders WHERE length(arrivals) > 0")).toBe(0);
      expect(db.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
      db.close();
      await store.close();
    }),
    { numRuns: 40 },
  );
});

test("the library tells stories apart as the command line does", async () => {
  const articles = Array.from({ length: 60 }, (_, k) => {
    const [event, n] = [k % EVENTS.length, Math.floor(k / EVENTS.length)];
    const own = `Report ${k} of reporter R${k} adds that item${k} and thing${k * 7} were seen near Corner${n % 5}.`;
    return makeArticle(`a${k}`, `${SENTENCES[event]![n % 6]!} ${own}`, { publishedAt: new Date(Date.UTC(2026, 2, 1 + (k % 9))) });
  });
  const stories = createStories();
  const expected = articles.map((article) => stories.add(article));
  const store = createSqliteStore(":memory:");
  for (const article of articles) await store.addArticle("w", article, []);
  const { items } = await store.findStories("w", { limit: 100, offset: 0 });
  expect(new Set(expected).size).toBeGreaterThan(3);
  expect(items.map(({ articles }) => articles).toSorted((a, b) => a - b)).toEqual(
    [...Map.groupBy(expected, (id) => id).values()].map(({ length }) => length).toSorted((a, b) => a - b),
  );
  await store.close();
});

const letters = (number: number) => [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");

test("what is looked up and kept of a story, a word and a ticker does not grow for ever", async () => {
  const file = join(folder, "bounded.db");
  const store = createSqliteStore(file);
  for (let k = 0; k < 130; k++) {
    const own = Array.from({ length: 8 }, (_, n) => `word${letters(8 * k + n)}`).join(" ");
    await store.addArticle("w", makeArticle(`a${k}`, `The flood in Karsk drove Mayor Lund out of Mill Street. ${own}.`), []);
    await store.addArticle(
      "w",
      makeArticle("ticker", `Live from the tram strike in Northport. It is ${k} now and ${k * 7} wait.`),
      [],
    );
  }
  const db = new DatabaseSync(file);
  const value = (sql: string) => Object.values(db.prepare(sql).get()!)[0];
  expect(value("SELECT max(articles) FROM story")).toBe(130);
  expect(value("SELECT max(length(arrivals)) / 4 FROM term_holders")).toBe(60);
  expect(value("SELECT max(length(terms)) / 4 FROM story")).toBe(200);
  expect(value("SELECT count(*) FROM version")).toBe(100);
  db.close();
  await store.close();
});

test("a change from before the sentences that came in were kept says so", async () => {
  const file = join(folder, "before.db");
  const store = createSqliteStore(file);
  await store.addArticle("w", makeArticle("a", "The dam holds."), []);
  await store.addArticle("w", makeArticle("a", "The dam has burst."), []);
  const db = new DatabaseSync(file);
  db.exec("UPDATE version SET gained = NULL");
  db.close();
  const { changes } = (await store.articleHistory("w", "a"))!;
  expect(changes).toMatchObject([{ gained: null, lost: [{ text: "The dam holds." }] }]);
  await store.close();
});
