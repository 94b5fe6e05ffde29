import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createBriefing } from "../../../src/briefing/briefing.ts";
import { createAnswer } from "../../../src/chat/answer.ts";
import { minuteKeys } from "../../../src/store/sqlite/keys.ts";
import { MIGRATIONS } from "../../../src/store/sqlite/migrations.ts";
import { refusing } from "../../../src/store/sqlite/open.ts";
import { createSqliteStore } from "../../../src/store/sqlite/sqlite.ts";
import { StoreError } from "../../../src/store/store.ts";
import { lines } from "../../commands/asking.ts";
import { ADA, makeArticle, makeStatement, rethrow } from "../../fixtures.ts";
import { storeContract } from "../contract.ts";

storeContract("SQLite in memory", async (now) => createSqliteStore(":memory:", now));

describe("SQLite in a file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-"));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  const article = makeArticle("a1", "Ada Lund said the dam holds.");
  const said = [makeStatement(article, "the dam holds", { speaker: "Ada Lund" })];

  test("makes the folder, keeps what it was given and checks foreign keys", async () => {
    const file = join(folder, "deep", "er", "library.db");
    const store = createSqliteStore(file);
    await store.addArticle("w", article, said);
    await store.close();
    const again = createSqliteStore(file);
    expect((await again.size("w")).statements).toBe(1);
    await again.close();
    const db = new DatabaseSync(file);
    expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(db.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: MIGRATIONS.length });
    db.close();
  });

  /** A library of an earlier version, with one article and its statement. */
  function makeOldLibrary(file: string, version: number, more = 0): void {
    const db = new DatabaseSync(file);
    for (const migration of MIGRATIONS.slice(0, version)) db.exec(migration);
    db.exec(`PRAGMA user_version = ${version}; INSERT INTO workspace (key, name) VALUES (1, 'w')`);
    const { from } = minuteKeys({ workspace: 1 }, new Date(0));
    const columns = "key, workspace, id, title, outlet, published_at, url, file, text_hash, sentences, text";
    db.prepare(`INSERT INTO article (${columns}) VALUES (?, 1, 'a1', 'Dam', 'Post', 0, NULL, 'a.txt', 'x', '[0,14]', ?)`).run(
      ...[from, "The dam holds."],
    );
    const another = db.prepare(`INSERT INTO article (${columns}) VALUES (?, 1, ?, 'Dam', 'Post', 0, NULL, NULL, ?, '[]', ?)`);
    for (let k = 1; k <= more; k++)
      another.run(from + BigInt(k), `more${k}`, `hash ${k}`, `Gate ${k} of dam ${k} was shut by guard${k}. `.repeat(20));
    db.prepare(
      "INSERT INTO statement (key, article, id, kind, content, mentions, confidence) VALUES (?1, ?1, 's', 'indirect', '[0,13]', '[]', 1)",
    ).run(from);
    db.close();
  }

  test.each([1, 2, 3, 4])(
    "opens a library of version %i, keeps all of it, and gives its articles their stories",
    async (version) => {
      const file = join(folder, "library.db");
      makeOldLibrary(file, version);
      const store = createSqliteStore(file);
      const german = makeArticle("a2", "Der Damm hält.", { language: "de", author: "Ilse Brandt", modifiedAt: new Date(5) });
      await store.addArticle("w", german, []);
      const { items } = await store.findArticles("w", { limit: 9, offset: 0 });
      const old = makeArticle("a1", "The dam holds.", { title: "Dam", outlet: "Post", publishedAt: new Date(0), file: "a.txt" });
      expect(items).toEqual([
        { article: german, statements: 0 },
        { article: old, statements: 1 },
      ]);
      expect((await store.findStories("w", { limit: 9, offset: 0 })).total).toBe(2);
      expect(await store.settleOld("w", 10)).toBe(0);
      await store.close();
    },
  );

  test("gives the articles of an old library their stories a few at a time, also when asked", async () => {
    const file = join(folder, "library.db");
    makeOldLibrary(file, 4);
    const store = createSqliteStore(file);
    expect((await store.findStories("w", { limit: 9, offset: 0 })).total).toBe(0);
    expect(await store.settleOld("w", 0)).toBe(1);
    expect(await store.settleOld("w", 5)).toBe(0);
    expect((await store.findStories("w", { limit: 9, offset: 0 })).total).toBe(1);
    expect(await store.removeArticles("w", ["a1"])).toBe(1);
    expect((await store.findStories("w", { limit: 9, offset: 0 })).total).toBe(0);
    await store.close();
  });

  test.each([1, 2, 3, 4])(
    "/stories of an old library of version %i does a bounded part of the work, and says what waits",
    async (version) => {
      const file = join(folder, "library.db");
      makeOldLibrary(file, version, 450);
      const store = createSqliteStore(file);
      const services = { briefing: createBriefing(store), now: () => new Date("2026-05-05") } as never;
      const channel = { platform: "terminal", workspace: "w", id: "c" } as const;
      const ask = async () =>
        lines(await createAnswer(commands, services, rethrow)({ command: "stories", input: "", channel, user: ADA }));
      expect((await ask()).at(-1)).toBe("251 older articles still to be sorted into stories: ask again.");
      expect((await ask()).at(-1)).toBe("51 older articles still to be sorted into stories: ask again.");
      expect((await ask()).at(-1)).not.toMatch(/older article/);
      await store.close();
    },
  );

  test("two open stores write to one file in turn", async () => {
    const file = join(folder, "library.db");
    const [a, b] = [createSqliteStore(file), createSqliteStore(file)];
    const other = makeArticle("a2", "Bo Lind said the road is open.");
    await Promise.all([a.addArticle("w", article, said), b.addArticle("w", other, [makeStatement(other, "the road is open")])]);
    expect(await a.size("w")).toEqual({ articles: 2, statements: 2, outlets: 0 });
    await Promise.all([a.close(), b.close()]);
  });

  test("refuses a library of a newer version and leaves it as it is", () => {
    const file = join(folder, "library.db");
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const before = readFileSync(file);
    expect(() => createSqliteStore(file)).toThrow(/newer version of On Record.*update On Record/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("refuses a file that is no database", () => {
    const file = join(folder, "library.db");
    writeFileSync(file, "Dear diary, this is no database. ".repeat(50));
    expect(() => createSqliteStore(file)).toThrow(/damaged or is not a library: restore a backup/);
    expect(readFileSync(file, "utf8")).toMatch(/^Dear diary/);
  });

  test("names the remedy for a file where the folder should be", () => {
    writeFileSync(join(folder, "x"), "");
    expect(() => createSqliteStore(join(folder, "x", "library.db"))).toThrow(/file where a folder should be: name another/);
  });

  test("names the remedy for a folder where the file should be", () => {
    mkdirSync(join(folder, "library.db"));
    expect(() => createSqliteStore(join(folder, "library.db"))).toThrow(
      /may not be opened: check the folder and its permissions/,
    );
  });

  test("says what to do about a full disk", async () => {
    const file = join(folder, "library.db");
    const db = new DatabaseSync(file);
    db.exec("CREATE TABLE t (x); PRAGMA max_page_count = 3");
    const fill = () => db.exec("INSERT INTO t VALUES (zeroblob(100000))");
    expect(() => refusing(file, fill)).toThrow(StoreError);
    expect(() => refusing(file, fill)).toThrow(/the disk is full: free some space/);
    db.close();
  });
});
