import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../ingest/folder.ts";
import { createSite, feed } from "../ingest/polling/site.ts";
import { run } from "./run.ts";

const PRIVATE = { ALLOW_PRIVATE_NETWORK: "1" };
const ITEMS = [{ path: "/a" }, { path: "/b" }];

async function setUp(files: Record<string, string> = {}) {
  const site = await createSite();
  site.answers.set("/feed", feed(site.address, ITEMS));
  const folder = createFolder(files);
  return {
    site,
    folder,
    on: async (...args: string[]) => {
      const { code, out, err } = await run(folder, args, "", PRIVATE);
      return { code, out: out.replaceAll(site.address, "SITE"), err: err.replaceAll(site.address, "SITE") };
    },
  };
}

test("feeds: add, poll, list, export, remove, import", async () => {
  const { site, on, folder } = await setUp();
  expect(await on("feeds")).toEqual({ code: 0, out: "", err: "No feeds yet: npm run -s on-record -- feeds add <address>\n" });
  expect(await on("feeds", "add", `${site.address}/feed`)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^added {5}Valley Post \(SITE\/feed\): 2 entries, asked about every .*\n$/),
  });
  expect(await on("feeds", "poll")).toEqual({ code: 0, out: "read      Valley Post: 2 added\n", err: "" });
  expect(await on("feeds", "poll")).toEqual({ code: 0, out: "", err: "No feed is due; --all asks those that are not.\n" });
  expect(JSON.parse((await on("feeds", "poll", "--all", "--json")).out)).toMatchObject({ outcome: "unchanged", added: 0 });
  expect(JSON.parse((await on("feeds", "list", "--json")).out)).toMatchObject({
    address: "SITE/feed",
    trouble: null,
    lastArticle: { title: "/a" },
  });
  expect((await on("feeds")).out).toMatch(
    /^1\. Valley Post\n {4}Well: asked just now, and again .*\n {4}Last article, just now: \/a\n {4}SITE\/feed\n$/,
  );
  const list = await run(folder, ["feeds", "export"]);
  const other = await setUp({ "feeds.opml": list.out });
  expect(await on("feeds", "remove", "1")).toEqual({ code: 0, out: "removed   Valley Post (SITE/feed)\n", err: "" });
  expect((await other.on("feeds", "import", "feeds.opml")).out).toBe("imported  feeds.opml: 1 new feed\n");
  expect((await other.on("feeds", "import", "feeds.opml")).out).toBe("imported  feeds.opml: 0 new feeds, 1 followed already\n");
});

test("feeds: what is refused is named, and the exit code is 1; 2 for wrong usage", async () => {
  const { site, on } = await setUp();
  site.answers.set("/gone", 410);
  expect(await on("feeds", "add", `${site.address}/gone`, "--json")).toEqual({
    code: 1,
    out: `${JSON.stringify({ outcome: "refused", target: "SITE/gone", reason: "SITE/gone has no page (410 Gone): check the address." })}\n`,
    err: "SITE/gone has no page (410 Gone): check the address.\n",
  });
  await on("feeds", "add", `${site.address}/feed`);
  site.answers.set("/feed", 503);
  expect(await on("feeds", "poll")).toEqual({
    code: 1,
    out: "refused   SITE/feed cannot answer now (503 Service Unavailable): try again later.\n",
    err: "",
  });
  expect((await on("feeds", "remove", "Nobody")).code).toBe(1);
  expect(await on("feeds", "ad")).toMatchObject({ code: 2, err: "error: unknown command 'ad': see on-record feeds --help\n" });
  expect(await on("feeds", "add")).toMatchObject({ code: 2 });
});

test("ingest --feed adds the articles of a feed, from an address or a file, and follows nothing", async () => {
  const { site, on, folder } = await setUp();
  expect(await on("ingest", "--feed", `${site.address}/feed`)).toMatchObject({ code: 0, out: "added     /b\nadded     /a\n" });
  const { writeFileSync } = await import("node:fs");
  writeFileSync(
    join(folder, "f.xml"),
    `<rss><channel><item><link>${site.address}/b</link></item><item><link>${site.address}/c</link></item></channel></rss>`,
  );
  expect(await on("ingest", "--feed", "f.xml", "none.xml")).toMatchObject({
    code: 1,
    out: "added     /c\nduplicate /b\nrefused   none.xml does not exist: check the path, or begin an address with https://.\n",
  });
  expect((await on("feeds")).out).toBe("");
});

test("npm start polls while it answers, and SIGTERM ends it cleanly", async () => {
  const { site, folder, on } = await setUp();
  const { PATH = "", HOME = "" } = process.env;
  const asked = Promise.withResolvers<void>();
  site.answers.set("/b", () => asked.resolve());
  await on("feeds", "add", `${site.address}/feed`);
  const child = spawn(process.execPath, [resolve("bin/on-record.js"), "start"], {
    cwd: folder,
    env: { PATH, HOME, DATA_DIR: join(folder, "data"), ...PRIVATE },
    stdio: ["pipe", "pipe", "inherit"],
  });
  await asked.promise;
  child.stdin.write("/feed list\n");
  const [answer] = await once(child.stdout, "data");
  expect(String(answer)).toContain("> /feed list");
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  site.answers.delete("/b");
  expect((await on("feeds", "poll")).out).toBe("read      Valley Post: 2 added\n");
});
