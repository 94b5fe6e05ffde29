import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { IngestError } from "../../src/ingest/errors.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { createReader, type Reader } from "../../src/ingest/reader.ts";
import { createThreads, type ThreadLimits } from "../../src/ingest/threads.ts";
import type { Article, Statement } from "../../src/model.ts";
import { extractStatements } from "../../src/statements/extract.ts";
import { createFolder } from "./folder.ts";

const LIMITS: ThreadLimits = { time: 60_000, memory: 256 };
const SAMPLES = "samples";
const page = (name: string) =>
  `<html><head><title>${name}</title></head><body><p>${`“The dam at ${name} holds,” Mayor Ada Lund said. `.repeat(9)}</p></body></html>`;

function threads(limits: Partial<ThreadLimits> = {}, worker?: URL): Reader {
  const reader = createThreads(2, { ...LIMITS, ...limits }, worker);
  onTestFinished(() => reader.close());
  return reader;
}

/** What becomes of all that `reader` reads, in the order in which the library gets it. */
async function all(targets: string[], reader: Reader) {
  const kept: { article: Article; statements: readonly Statement[] }[] = [];
  const addArticle = async (_: string, article: Article, statements: readonly Statement[]) => {
    kept.push({ article, statements });
    return "added" as const;
  };
  const options = { store: { addArticle }, workspace: "here", reader, allowPrivateNetwork: false };
  return { outcomes: await Array.fromAsync(ingest(targets, options)), kept };
}

describe("threads", () => {
  it("read what one thread reads, in its order", async () => {
    const long = "Mayor Ada Lund said the dam would hold. Nobody asked.\n".repeat(2000);
    const folder = createFolder({
      "0.txt": long,
      "1.html": page("Velm"),
      "2.txt": "",
      "3.html": page("Orr"),
      "4.txt": "A\n\nB.",
    });
    const targets = [folder, SAMPLES, join(folder, "none.txt"), SAMPLES];
    const one = await all(targets, createReader(extractStatements));
    const more = await all(targets, threads());
    expect(one.outcomes).toHaveLength(22);
    expect(one.kept[0]!.statements.length).toBeGreaterThan(1000);
    expect(more).toEqual(one);
  });

  it("read an entry that carries its article", async () => {
    const html = `<p>${"Mayor Ada Lund said the dam would hold. ".repeat(40)}</p>`;
    const published = new Date("2026-05-01T06:00:00Z");
    const entry = {
      id: "7",
      title: "Dam",
      url: null,
      publishedAt: published,
      modifiedAt: null,
      author: null,
      html,
      summary: null,
    };
    const feed = { title: "Post", language: "en" };
    const raw = { kind: "entry" as const, name: "7", entry, feed, address: "https://post.example/feed" };
    const read = await threads().readArticle(raw);
    expect(read).toMatchObject({ draft: { title: "Dam", publishedAt: published } });
    expect(read).toEqual(await createReader(extractStatements).readArticle(raw));
  });

  it("read a text as it is, and a page's article", async () => {
    const reader = threads();
    const text = "Title: Talks\n\nMayor Ada Lund said so.";
    expect(await reader.readText({ articleId: "x", source: text })).toMatchObject({
      text,
      statements: [{ articleId: "x", speaker: { name: "Ada Lund" } }],
    });
    const raw = { name: "a.html", bytes: Buffer.from(page("Velm")), charset: null, path: "/a.html", address: null };
    expect(await reader.readText({ articleId: "x", source: { ...raw, kind: "html" } })).toMatchObject({
      text: expect.stringMatching(/^“The dam/),
    });
    const refusal = await reader.readText({ articleId: "x", source: { ...raw, bytes: new Uint8Array(), kind: "html" } });
    expect(refusal).toEqual(new IngestError("x", "has no article text: give the page of one article."));
  });

  it("tell a page that was given for a feed", async () => {
    const hints = { name: "x", contentType: "text/html", address: null };
    const reader = threads();
    const readFeed = (text: string) => reader.readFeed({ bytes: Buffer.from(text), hints });
    expect(await readFeed(page("Velm"))).toMatchObject({ isPage: true, message: expect.stringMatching(/^x is a web page/) });
    expect(await readFeed("Velm")).toMatchObject({ isPage: false });
  });

  it.each([
    ["takes too long", "take forever", { time: 6000 }, /b\.txt takes longer than 6 seconds to read: split it/],
    ["takes too much memory", "take memory", { memory: 200 }, /b\.txt takes more memory to read than one article may: split it/],
    ["crashes its thread", "crash", {}, /b\.txt could not be read \(Error: crashed\): please report this article\.$/],
  ])("refuse the one article that %s, and go on", async (_, text, limits, reason) => {
    const said = "Mayor Ada Lund said so.";
    const folder = createFolder({ "a.txt": said, "b.txt": text, "c.txt": `${said} `, "d.txt": `${said}  `, "e.txt": text });
    const { outcomes, kept } = await all([folder], threads(limits, new URL("./hostile-worker.ts", import.meta.url)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["added", "refused", "added", "added", "refused"]);
    expect(outcomes[1]!.reason).toMatch(reason);
    expect(kept.map(({ statements }) => statements.length)).toEqual([1, 1, 1]);
  });
});
