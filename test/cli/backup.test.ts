import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { makeArticle } from "../fixtures.ts";
import { newDigest } from "../store/digests.contract.ts";
import { makeFolder, removeFolder, run } from "./run.ts";

let folder: string;
let library: string;
let open: Store | null = null;
beforeEach(async () => {
  folder = makeFolder();
  library = join(folder, "data", "library.db");
  await addArticles(1, 3);
});
afterEach(async () => {
  await open?.close();
  open = null;
  removeFolder(folder);
});

async function addArticles(from: number, to: number): Promise<void> {
  const store = createSqliteStore(library);
  for (let k = from; k <= to; k++)
    await store.addArticle("local", makeArticle(`a${k}`, `The bridge number ${k} is open. ${`w${k} `.repeat(9)}`), []);
  await store.close();
}

async function articles(): Promise<number> {
  const store = createSqliteStore(library);
  const { articles } = await store.size("local");
  await store.close();
  return articles;
}

const on = (...args: string[]) => run(folder, args);
const sqlite = (file: string, sql: string) => {
  const db = new DatabaseSync(join(folder, file));
  db.exec(sql);
  db.close();
};

test("a library in use is backed up with all that is in its log, and restored", async () => {
  open = createSqliteStore(library);
  await open.addArticle("local", makeArticle("a4", "The harbour is shut."), []);
  const { code, out, err } = await on("backup", "kept/first.db");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^backed up {2}kept\/first\.db: 4 articles, \d\.\d MB\n$/);
  await open.close();
  open = null;

  await addArticles(5, 6);
  expect(await on("restore", "kept/first.db")).toEqual({
    code: 1,
    out: "",
    err: `There is a library at ${library} already: back it up, then add --force to replace it with kept/first.db.\n`,
  });
  expect(await articles()).toBe(6);
  expect((await on("restore", "kept/first.db", "--force", "--json")).out).toMatch(
    /^\{"file":"kept\/first\.db","articles":4,"bytes":\d+,"due":0\}\n$/,
  );
  expect(await articles()).toBe(4);
  expect(readdirSync(join(folder, "data"))).toEqual(["library.db"]);
  expect(readdirSync(join(folder, "kept"))).toEqual(["first.db"]);
});

test("a backup overwrites nothing but by force", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  expect(await on("backup", "notes.txt")).toEqual({
    code: 1,
    out: "",
    err: "notes.txt is there already: name another file, or add --force to replace it.\n",
  });
  expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine");
  expect((await on("backup", "notes.txt", "--force")).code).toBe(0);
});

test.each([
  [0, ""],
  [1, "1 digest was due since this backup was made. What was posted since is not known in it: it comes once more, "],
  [2, "2 digests were due since this backup was made. What was posted since is not known in it: they come once more, "],
])("says that digests come once more: %i", async (due, said) => {
  const store = createSqliteStore(library);
  const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)];
  for (let k = 0; k < due; k++) await store.addDigest(newDigest({ workspace: "local", nextRun: past }));
  await store.addDigest(newDigest({ workspace: "local", nextRun: future }));
  await store.addDigest(newDigest({ workspace: "local", nextRun: past, pause: { at: past, why: null } }));
  await store.close();
  await on("backup", "kept.db");
  const { code, err } = await on("restore", "kept.db", "--force");
  expect({ code, err }).toEqual({ code: 0, err: said && `${said}marked late, or not at all where that is too late.\n` });
});

test("what was about to be sent is looked for before it is sent, for it may have come since", async () => {
  const store = createSqliteStore(library);
  const { workspace, number, place } = await store.addDigest(newDigest({ workspace: "local" }));
  const due = new Date("2026-05-05T08:00:00Z");
  const run = { workspace, kind: "digest", number, occasion: "now", place, due, missed: 0, after: 0, upTo: 0 } as const;
  await store.claimDelivery(run, { posts: [{ id: "p", content: "{}" }], account: {} });
  await store.close();
  await on("backup", "kept.db");
  await on("restore", "kept.db", "--force");
  open = createSqliteStore(library);
  const [restored] = await open.deliveries("local", { kind: "digest", number }, 1);
  expect(restored!.posts).toMatchObject([{ state: "sending", firstAttemptAt: restored!.claimedAt, attempts: 0 }]);
});

test("is restored where there is no library yet, whatever log one left behind", async () => {
  await on("backup", "kept.db");
  const empty = join(folder, "elsewhere");
  const elsewhere = { DATA_DIR: empty };
  expect((await run(folder, ["backup", "x.db"], "", elsewhere)).err).toBe(
    `There is no library at ${join(empty, "library.db")} yet: name its folder in DATA_DIR.\n`,
  );
  expect((await run(folder, ["restore", "kept.db"], "", elsewhere)).code).toBe(0);
  expect((await run(folder, ["restore", "kept.db"], "", elsewhere)).code).toBe(1);
  expect(existsSync(join(folder, "x.db"))).toBe(false);
});

test("is not restored while another process has the library open, also one that does nothing", async () => {
  await on("backup", "kept.db");
  await addArticles(4, 4);
  open = createSqliteStore(library);
  expect(await on("restore", "kept.db", "--force")).toEqual({
    code: 1,
    out: "",
    err: `The library ${library} is in use: end npm start and whatever else has it open, then try again.\n`,
  });
  expect((await open.size("local")).articles).toBe(4);
  expect(await open.addArticle("local", makeArticle("a5", "The harbour is open."), [])).toBe("added");
});

test.each<[string, (file: string) => void, RegExp]>([
  ["no file", () => {}, /^There is no file bad\.db\.\n$/],
  [
    "another kind of file",
    (file) => writeFileSync(join(folder, file), "not a database at all, but long enough to be one".repeat(99)),
    /not a library of On Record/,
  ],
  ["another database", (file) => sqlite(file, "CREATE TABLE other (x); PRAGMA user_version = 3"), /not a library of On Record/],
  ["an empty file", (file) => writeFileSync(join(folder, file), ""), /not a library of On Record/],
])("refuses %s and changes nothing", async (_, make, why) => {
  make("bad.db");
  const { code, out, err } = await on("restore", "bad.db", "--force");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(why);
  expect(await articles()).toBe(3);
});

test("refuses a backup of a newer version, and one that is damaged", async () => {
  await on("backup", "newer.db");
  sqlite("newer.db", "PRAGMA user_version = 999");
  expect((await on("restore", "newer.db", "--force")).err).toMatch(/^newer\.db was made by a newer version of On Record \(999, /);
  await on("backup", "damaged.db");
  const bytes = readFileSync(join(folder, "damaged.db"));
  writeFileSync(join(folder, "damaged.db"), bytes.fill(7, 4_096, bytes.length - 4_096));
  expect((await on("restore", "damaged.db", "--force")).err).toMatch(/damaged/);
  expect(await articles()).toBe(3);
  expect(readdirSync(join(folder, "data"))).toEqual(["library.db"]);
});

test("takes the place of a library that is damaged", async () => {
  await on("backup", "kept.db");
  writeFileSync(library, "ruined ".repeat(9_000));
  expect((await on("restore", "kept.db", "--force")).code).toBe(0);
  expect(await articles()).toBe(3);
});
