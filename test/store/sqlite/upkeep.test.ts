import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSqliteStore } from "../../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { makeFolder, removeFolder } from "../../cli/run.ts";
import { day, makeArticle, makeStatement } from "../../fixtures.ts";

const NOW = new Date("2026-05-30T03:17Z");
const LIMITS = { articles: day("2026-05-15"), ended: day("2026-03-01"), told: day("2026-03-01"), now: NOW };
const NOTHING = { articles: 0, statements: 0, deliveries: 0, told: 0, answers: 0 };

let folder: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, "library.db");
  store = createSqliteStore(file);
});
afterEach(async () => {
  await store.close();
  removeFolder(folder);
});

/** Changes rows behind the store's back: what came in on other days, what others have set up. */
function change(sql: string, ...values: (string | number | null)[]): void {
  const db = new DatabaseSync(file);
  db.prepare(sql).run(...values);
  db.close();
}

const rows = (table: string): number => {
  const db = new DatabaseSync(file);
  const { n } = db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  db.close();
  return n;
};

/** An article a day from 1 May, numbered from 1 as they came in. */
async function addArticles(workspace: string, count: number, from = 1): Promise<void> {
  for (let k = 0; k < count; k++) {
    const words = `the ${TOPICS[k % TOPICS.length]} of ${workspace} number${k} would hold`;
    const article = makeArticle(
      `${workspace}${k}`,
      `Ada Lund said ${words}. ${FILLER[k % FILLER.length]} ${"word".repeat(k + 1)}${k}.`,
      {
        title: `About ${workspace}${k}`,
        outlet: `Outlet ${k}`,
      },
    );
    await store.addArticle(workspace, article, [makeStatement(article, words, { speaker: "Ada Lund", cue: "said" })]);
    change(
      "UPDATE article SET arrived = ?, arrived_at = ? WHERE id = ?",
      from + k,
      day("2026-05-01").getTime() + k * 86_400_000,
      article.id,
    );
  }
}
const TOPICS = ["bridge", "harbour", "ceasefire", "budget", "orchard", "railway", "library"];
const FILLER = ["Rain fell.", "A band played.", "Nobody answered the telephone.", "The market was shut.", "Boats came late."];

const keyOf = (workspace: string) => `(SELECT key FROM workspace WHERE name = '${workspace}')`;

const addDigest = (
  workspace: string,
  number: number,
  { since = 0, paused = null as number | null, channel = "c", by = "ada" } = {},
) =>
  change(
    `INSERT INTO digest (workspace, number, platform, channel, by, filter, cron, zone, length, quiet, latest, paused_at, created_at, since)
     VALUES (${keyOf(workspace)}, ?, 'slack', ?, ?, '{}', '0 8 * * *', 'UTC', 'normal', 0, 1, ?, 0, ?)`,
    ...[number, channel, by, paused, since],
  );
const addWatch = (workspace: string, number: number, { seen = 0, channel = "c", by = "ada" } = {}) =>
  change(
    `INSERT INTO watch (workspace, number, platform, channel, by, filter, most, created_at, seen)
     VALUES (${keyOf(workspace)}, ?, 'slack', ?, ?, '{}', 5, 0, ?)`,
    ...[number, channel, by, seen],
  );
const addDelivery = (
  workspace: string,
  number: number,
  occasion: string,
  { ended = null as string | null, state = "sent", upTo = 0, after = 0, channel = "c" } = {},
) =>
  change(
    `INSERT INTO delivery (workspace, kind, number, occasion, platform, channel, due, claimed_at, after, up_to, state, ended_at)
     VALUES (${keyOf(workspace)}, 'digest', ?, ?, 'slack', ?, 0, 0, ?, ?, ?, ?)`,
    ...[number, occasion, channel, after, upTo, state, ended === null ? null : day(ended).getTime()],
  );

const left = async (workspace: string) => (await store.size(workspace)).articles;

describe("what is old", () => {
  test("goes with all that counts it, in every workspace, and what came later stays", async () => {
    await addArticles("w", 20);
    await addArticles("other", 3, 21);
    expect(await store.removeOld(LIMITS)).toMatchObject({ ...NOTHING, articles: 17, statements: 17 });
    expect([await left("w"), await left("other")]).toEqual([6, 0]);
    expect((await store.findStatements("w", { topic: "bridge", limit: 20, offset: 0 })).total).toBe(1); // of the 15th
    expect(await store.speakers("w")).toEqual([{ name: "Ada Lund", statements: 6, also: [] }]);
    expect(await store.speakers("other")).toEqual([]);
    expect(await store.removeOld(LIMITS)).toMatchObject(NOTHING);
  });

  test("stays for good where no age is set", async () => {
    await addArticles("w", 3);
    expect(await store.removeOld({ ...LIMITS, articles: null })).toMatchObject(NOTHING);
    expect(await left("w")).toBe(3);
  });

  test.each<[string, () => unknown, number]>([
    ["a digest has not told it", () => addDigest("w", 1, { since: 4 }), 4],
    [
      "a digest has told less elsewhere",
      () => [addDigest("w", 1), addDelivery("w", 1, "a", { upTo: 6, channel: "old", ended: "2026-05-20" })],
      0,
    ],
    ["a digest has told it", () => [addDigest("w", 1), addDelivery("w", 1, "a", { upTo: 6, ended: "2026-05-20" })], 6],
    [
      "a run that failed has told nothing",
      () => [addDigest("w", 1, { since: 2 }), addDelivery("w", 1, "a", { upTo: 6, state: "failed", ended: "2026-05-20" })],
      2,
    ],
    ["a digest that is paused needs nothing", () => addDigest("w", 1, { paused: 1 }), 10],
    ["a watch has not looked at it", () => addWatch("w", 1, { seen: 7 }), 7],
    ["a delivery that is under way tells of it", () => addDelivery("w", 9, "a", { after: 3, state: "claimed" }), 3],
  ])("counts for what is still needed: %s", async (_, arrange, gone) => {
    await addArticles("w", 10);
    await addArticles("other", 2, 11);
    arrange();
    expect(await store.removeOld(LIMITS)).toMatchObject({ articles: gone + 2 });
    expect([await left("w"), await left("other")]).toEqual([10 - gone, 0]);
  });

  test("of the ledger goes but for the last that a digest told", async () => {
    await addArticles("w", 1);
    addDigest("w", 1);
    for (const [number, occasion, upTo, state] of [
      [1, "a", 3, "sent"],
      [1, "b", 5, "empty"],
      [1, "c", 9, "failed"],
      [2, "a", 9, "sent"], // of a digest that is no more
    ] as const)
      addDelivery("w", number, occasion, { upTo, state, ended: "2026-02-01" });
    addDelivery("w", 1, "d", { ended: "2026-03-05" });
    addDelivery("w", 1, "e", { state: "claimed", upTo: 9 });
    expect(await store.removeOld({ ...LIMITS, articles: null })).toMatchObject({ deliveries: 3 });
    expect(rows("delivery WHERE occasion IN ('b', 'd', 'e')")).toBe(3);
  });

  test("of answers and of what watches told goes", async () => {
    await store.keepSession("w", { id: "one", content: "{}", until: day("2026-05-29") }, day("2026-05-28"));
    await store.keepSession("w", { id: "two", content: "{}", until: day("2026-05-31") }, day("2026-05-28"));
    addWatch("w", 1, { seen: 99 });
    for (const [said, at] of [
      ["old", "2026-02-28"],
      ["new", "2026-03-02"],
    ] as const)
      change("INSERT INTO told (watch, said, at) SELECT key, ?, ? FROM watch", said, day(at).getTime());
    expect(await store.removeOld(LIMITS)).toMatchObject({ ...NOTHING, told: 1, answers: 1 });
    expect(await store.findSession("w", "two", NOW)).toBe("{}");
    expect(await store.removeOld({ ...LIMITS, told: null })).toMatchObject(NOTHING);
  });

  test("ends early when told to, and goes on the next time", async () => {
    await addArticles("w", 5);
    expect(await store.removeOld(LIMITS, AbortSignal.abort())).toMatchObject(NOTHING);
    expect(await store.removeOld(LIMITS)).toMatchObject({ articles: 5 });
  });

  test("goes without waiting for somebody who reads, as a backup does for long", async () => {
    await addArticles("w", 1);
    const other = new DatabaseSync(file);
    other.exec("BEGIN");
    other.prepare("SELECT count(*) FROM article").get();
    await addArticles("other", 1, 2);
    const from = Date.now();
    await store.removeOld({ ...LIMITS, articles: null });
    expect(Date.now() - from).toBeLessThan(4_000); // others are waited for five seconds
    other.exec("COMMIT");
    other.close();
  });

  test("gives its room back to the disk", async () => {
    const text = Array.from({ length: 4_000 }, (_, k) => `word${k}`).join(" ");
    for (let k = 0; k < 40; k++)
      await store.addArticle("w", makeArticle(`a${k}`, `${text} ${k}. ${`tail${k} `.repeat(6_000)}`), []);
    change("UPDATE article SET arrived_at = ?", day("2026-01-01").getTime());
    await store.removeOld({ ...LIMITS, articles: null });
    const before = statSync(file).size;
    const { bytes } = await store.removeOld(LIMITS);
    expect(statSync(file).size).toBe(before - bytes);
    expect(statSync(file).size).toBeLessThan(before / 4);
  });
});

describe("a person", () => {
  test("is forgotten where they set something up, with what goes to them alone; nobody else, and no other workspace", async () => {
    await addArticles("w", 1);
    await addArticles("other", 1, 2);
    for (const workspace of ["w", "other"]) {
      await store.followFeeds(
        { workspace, platform: "slack", channel: "c", by: "ada" },
        [{ address: "https://a.example/", title: null }],
        NOW,
      );
      addDigest(workspace, 1);
      addDigest(workspace, 2, { by: "bo" });
      addDigest(workspace, 3, { channel: "@ada" });
      addDigest(workspace, 4, { channel: "@adam", by: "adam" });
      addWatch(workspace, 5);
      addDelivery(workspace, 1, "notice", { channel: "@ada", ended: "2026-05-20" });
      addDelivery(workspace, 1, "run", { ended: "2026-05-20" });
    }
    const own = { feeds: 1, digests: 1, watches: 1, direct: 1, messages: 1 };
    const ada = { platform: "slack", user: "ada" };
    expect(await store.ownHoldings("w", ada)).toEqual(own);
    expect(await store.ownHoldings("w", { platform: "discord", user: "ada" })).toMatchObject({ digests: 0, direct: 0 });
    expect(await store.forgetPerson("w", ada)).toEqual(own);
    expect(await store.ownHoldings("w", ada)).toEqual({ feeds: 0, digests: 0, watches: 0, direct: 0, messages: 0 });
    expect(await store.holdings("w")).toMatchObject({ articles: 1, feeds: 1, digests: 3, watches: 1, deliveries: 1 });
    expect(rows(`digest WHERE workspace = ${keyOf("w")} AND by IN ('bo', 'adam')`)).toBe(2);
    expect(await store.ownHoldings("other", ada)).toEqual(own);
    expect(await store.forgetPerson("nowhere", ada)).toMatchObject({ digests: 0 });
  });
});

describe("a workspace", () => {
  async function fill() {
    await addArticles("w", 6);
    await addArticles("other", 4, 7);
    for (const workspace of ["w", "other"]) {
      await store.followFeeds(
        { workspace, platform: "slack", channel: "c", by: "ada" },
        [{ address: `https://${workspace}.example/`, title: null }],
        NOW,
      );
      await store.keepSession(workspace, { id: workspace, content: "{}", until: day("2026-06-30") }, NOW);
      addDigest(workspace, 1);
      addWatch(workspace, 2);
      addDelivery(workspace, 1, "a");
    }
  }
  const HELD = { articles: 6, statements: 6, speakers: 1, feeds: 1, digests: 1, watches: 1, deliveries: 1, answers: 1 };
  const TABLES = [
    "article",
    "statement",
    "speaker",
    "story",
    "topic",
    "fingerprint",
    "term_holders",
    "term_count",
    "follow",
    "feed",
  ];
  const INDEXES = ["statement_text", "article_text", "speaker_text"];

  test("is forgotten, and every other one stays as it was", async () => {
    await fill();
    const before = [await store.holdings("other"), await store.findStatements("other", { by: "Lund", limit: 9, offset: 0 })];
    expect(await store.holdings("w")).toEqual(HELD);
    expect(await store.forgetWorkspace("w")).toEqual(HELD);
    expect(await store.holdings("w")).toMatchObject({ articles: 0, statements: 0, digests: 0, answers: 0 });
    expect([await store.holdings("other"), await store.findStatements("other", { by: "Lund", limit: 9, offset: 0 })]).toEqual(
      before,
    );
    expect(await store.forgetWorkspace("w")).toMatchObject({ articles: 0 });
    expect(await store.forgetWorkspace("other")).toMatchObject({ articles: 4 });
    expect(
      [...TABLES, ...INDEXES, "workspace", "arrival", "digest", "delivery", "session"].filter((table) => rows(table) > 0),
    ).toEqual([]);
  });

  test("is gone at once, also where the process dies before all of it is taken out", async () => {
    await fill();
    change("UPDATE workspace SET name = '~of a process that died' WHERE name = 'w'");
    expect(await store.isEmpty("w")).toBe(true);
    await addArticles("w", 2, 11);
    await store.removeOld({ ...LIMITS, articles: null });
    expect([await left("w"), await left("other"), rows("article"), rows("workspace")]).toEqual([2, 4, 6, 2]);
  });

  test("that followed feeds for long is gone at once, what it remembers of them later; who shares a feed keeps theirs", async () => {
    const count = 2_000;
    const shared = { address: "https://shared.example/", title: null };
    for (const workspace of ["w", "other"])
      await store.followFeeds({ workspace, platform: "slack", channel: "c", by: "ada" }, [shared], NOW);
    addDigest("w", 1);
    addWatch("w", 2);
    addDelivery("w", 1, "under way", { state: "claimed" });
    addDelivery("w", 1, "ended", { ended: "2026-05-20" });
    const many = `WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${count})`;
    change(`${many} INSERT INTO seen_entry SELECT f.key, k, '', NULL, 0, 0 FROM n, follow f`);
    change(`${many} INSERT INTO told SELECT w.key, k, 0 FROM n, watch w`);
    const going = store.forgetWorkspace("w");
    expect([rows("seen_entry"), rows("told"), rows("delivery")]).toEqual([2 * count, count, 1]);
    expect(await store.dueDigests(["slack"], NOW, 9)).toEqual([]);
    expect(await store.activeWatches(["slack"])).toEqual([]);
    expect(await store.takeOver(["slack"], { by: "p", now: NOW }, 9)).toEqual([]);
    const polled = await store.claimFeeds("p", { now: NOW, until: NOW, limit: 9 });
    expect(polled.map(({ address }) => address)).toEqual([shared.address]);
    await going;
    expect([rows("seen_entry"), rows("told"), rows("delivery"), rows("follow"), rows("feed")]).toEqual([count, 0, 0, 1, 1]);
    expect(await store.followedFeeds("other")).toMatchObject([shared]);
  });

  test("gives its room back to the disk", async () => {
    const text = Array.from({ length: 20_000 }, (_, k) => `word${k}`).join(" ");
    await store.addArticle("w", makeArticle("a", text), []);
    await store.removeOld({ ...LIMITS, articles: null }); // what is in the log comes into the file
    const full = statSync(file).size;
    await store.forgetWorkspace("w");
    expect(statSync(file).size).toBeLessThan(full / 2);
  });

  test("takes nothing out through a name of its own choice", async () => {
    await fill();
    for (const name of ["", "~", "%", "o%", "W", "w "]) await store.forgetWorkspace(name);
    expect([await left("w"), await left("other")]).toEqual([6, 4]);
  });
});
