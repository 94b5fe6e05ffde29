import { chmodSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/ingest/decode.ts";
import { IngestError } from "../../src/ingest/errors.ts";
import { type IngestOptions, ingest, type Outcome, readArticles } from "../../src/ingest/ingest.ts";
import { readPage } from "../../src/ingest/page.ts";
import { createReader } from "../../src/ingest/reader.ts";
import { readText } from "../../src/ingest/reading.ts";
import { openFile } from "../../src/ingest/sources.ts";
import { readPlainText, splitHeader } from "../../src/ingest/text.ts";
import type { Article } from "../../src/model.ts";
import { createFolder } from "./folder.ts";
import { createWeb } from "./server.ts";

const TEXT = "Talks went on.\n\n“We agree,” Anna Reyn said.\n";
const HTML = `<html lang="en"><head><title>Talks</title></head><body><p>${"Talks on the dam went on in Velm, officials said. ".repeat(6)}</p></body></html>`;
const ONE_SENTENCE = /^[^\n]+\.$/;

const readNothing = (_: string, text: string) => ({ sentences: [{ start: 0, end: text.length }], statements: [] });

/** A library that remembers what it was given, and which reader has read nothing. */
function library(): { kept: Article[]; options: IngestOptions } {
  const kept: Article[] = [];
  const store: IngestOptions["store"] = {
    addArticle: async (_, article) => {
      const earlier = kept.findIndex(({ id }) => id === article.id);
      if (kept.some(({ text }) => text === article.text)) return "duplicate";
      if (earlier >= 0) kept.splice(earlier, 1);
      kept.push(article);
      return earlier >= 0 ? "updated" : "added";
    },
  };
  return { kept, options: { store, workspace: "here", reader: createReader(readNothing), allowPrivateNetwork: true } };
}

const run = (targets: string[], options: IngestOptions): Promise<Outcome[]> => Array.fromAsync(ingest(targets, options));

describe("ingest", () => {
  it("tells pages and their robots.txt whom to write to", async () => {
    const told: (string | undefined)[] = [];
    const site = await createWeb(({ headers }, response) => {
      told.push(headers["user-agent"]);
      response.setHeader("content-type", "text/html").end(HTML);
    });
    const { options } = library();
    await run([`${site}/a`], { ...options, contact: "desk@valley.example" });
    expect(told).toHaveLength(2);
    for (const agent of told) expect(agent).toMatch(/^OnRecord\/\S+ \(\+desk@valley\.example\)$/);
  });

  it("adds what is new, knows what it has, and goes on after a refusal", async () => {
    const folder = createFolder({
      "a.txt": `Title: Talks\nOutlet: Post\nDate: 2026-05-01\n\n${TEXT}`,
      "b.html": HTML,
      "c.txt": "",
      "d.txt": TEXT,
    });
    const { kept, options } = library();
    const outcomes = await run([folder, join(folder, "none.txt")], options);
    expect(outcomes.map(({ outcome, title }) => [outcome, title])).toEqual([
      ["added", "Talks"],
      ["added", "Talks"],
      ["refused", null],
      ["duplicate", null],
      ["refused", null],
    ]);
    expect(outcomes[2]).toMatchObject({
      target: join(folder, "c.txt"),
      articleId: null,
      reason: expect.stringMatching(/c\.txt is empty: give/),
    });
    expect(kept[0]).toMatchObject({
      title: "Talks",
      outlet: "Post",
      publishedAt: new Date("2026-05-01"),
      url: null,
      file: "a.txt",
      text: TEXT,
    });
    expect(kept[0]!.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it("knows a file by its path and a page by its address", async () => {
    const folder = createFolder({
      "a.txt": TEXT,
      "b.txt": `URL: https://post.example/a#top\n\n${TEXT}1`,
      "c.txt": `URL: https://POST.example/a?utm_source=x\n\n${TEXT}2`,
    });
    const { options } = library();
    expect((await run([folder], options)).map(({ outcome }) => outcome)).toEqual(["added", "added", "updated"]);
    const again = createFolder({ "a.txt": `${TEXT}3` });
    expect((await run([join(again, "a.txt")], options)).map(({ outcome }) => outcome)).toEqual(["added"]);
  });

  it("reads a page from the web", async () => {
    const web = await createWeb((request, response) => {
      if (request.url === "/short") response.writeHead(302, { location: "/talks?utm_source=x" }).end();
      else if (request.url === "/plain")
        response.setHeader("content-type", "text/plain; charset=utf-16le").end(iconv.encode(TEXT, "utf-16le"));
      else if (request.url === "/none") response.writeHead(404).end();
      else response.setHeader("content-type", "text/html").end(HTML);
    });
    const { kept, options } = library();
    const outcomes = await run([`${web}/short`, `${web}/none`, `${web}/plain`], options);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["added", "refused", "added"]);
    expect(kept).toMatchObject([
      { url: `${web}/talks`, file: null, title: "Talks" },
      { url: `${web}/plain`, text: TEXT },
    ]);
  });

  it("reads no page that its site's robots.txt keeps from programs", async () => {
    const asked: string[] = [];
    const web = await createWeb((request, response) => {
      asked.push(request.url!);
      if (request.url === "/robots.txt") response.end("User-agent: *\nDisallow: /talks");
      else if (request.url === "/short") response.writeHead(302, { location: "/talks" }).end();
      else response.setHeader("content-type", "text/html").end(HTML);
    });
    const { options } = library();
    const outcomes = await run([`${web}/talks`, `${web}/short`, `${web}/other`], options);
    const keeps = "is not for programs, as the site's robots.txt says: save the page as a file and give that.";
    expect(outcomes.map(({ outcome, reason }) => reason?.replaceAll(web, "WEB") ?? outcome)).toEqual([
      `WEB/talks ${keeps}`,
      `WEB/short redirects to WEB/talks, which ${keeps}`,
      "added",
    ]);
    expect(asked).toEqual(["/robots.txt", "/short", "/other"]);
  });

  it("does not let a plain text from the web pass for another's", async () => {
    const web = await createWeb((_, response) => {
      response.setHeader("content-type", "text/plain").end(`URL: https://post.example/a\n\n${TEXT}`);
    });
    const { kept, options } = library();
    await run([web], options);
    expect(kept[0]!.url).toBe(`${web}/`);
  });

  it("passes an error of the store on and stops there", async () => {
    const folder = createFolder({ "a.txt": TEXT, "b.txt": `${TEXT}2` });
    const { options } = library();
    let calls = 0;
    const addArticle = async (): Promise<never> => {
      calls++;
      throw new Error("database or disk is full");
    };
    await expect(run([folder], { ...options, store: { addArticle } })).rejects.toThrow("database or disk is full");
    expect(calls).toBe(1);
  });

  it("refuses the one article that trips the reader of statements", async () => {
    const folder = createFolder({ "a.txt": TEXT, "b.txt": `${TEXT}2` });
    const { options } = library();
    const reader = createReader((id, text) => {
      if (text === TEXT) throw new RangeError("too\ndeep");
      return readNothing(id, text);
    });
    const [first, second] = await run([folder], { ...options, reader });
    expect(first?.reason).toMatch(
      /a\.txt could not be searched for statements \(RangeError: too deep\): please report this article\.$/,
    );
    expect(second?.outcome).toBe("added");
  });

  it("tells of each file before it is read", async () => {
    const folder = createFolder({ "a.txt": TEXT, "b.txt": "" });
    const seen: string[] = [];
    await Array.fromAsync(readArticles([folder], { allowPrivateNetwork: false, onProgress: (target) => seen.push(target) }));
    expect(seen).toEqual([join(folder, "a.txt"), join(folder, "b.txt")]);
  });
});

describe("an article in another language", () => {
  const GERMAN =
    "Der Bürgermeister von Velm sagte am Montag, der Damm werde halten. „Wir haben ihn gebaut, damit er hält“, sagte Anna Reyn vor dem Rathaus. Niemand müsse sich Sorgen machen.";

  it("is kept with its sentences, and without statements", async () => {
    const folder = createFolder({ "de.txt": GERMAN, "en.txt": `Language: en\n\n${TEXT}` });
    const { kept, options } = library();
    const read: string[] = [];
    const reader = createReader((id, text) => {
      read.push(text);
      return readNothing(id, text);
    });
    const outcomes = await run([folder], { ...options, reader });
    expect(outcomes.map(({ outcome, language }) => [outcome, language])).toEqual([
      ["added", "de"],
      ["added", "en"],
    ]);
    expect(read).toEqual([TEXT]);
    const [german] = kept;
    expect(german!.sentences.map(({ start, end }) => german!.text.slice(start, end))).toEqual([
      "Der Bürgermeister von Velm sagte am Montag, der Damm werde halten.",
      "„Wir haben ihn gebaut, damit er hält“, sagte Anna Reyn vor dem Rathaus.",
      "Niemand müsse sich Sorgen machen.",
    ]);
  });
});

describe("bad input is refused in one sentence", () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ["empty", "a.txt", "", /a\.txt is empty: give a file or page with an article in it\.$/],
    ["blank", "a.txt", " \r\n\t", /is empty/],
    ["a header alone", "a.txt", "Title: Talks\n", /is empty/],
    ["empty HTML", "a.html", "", /a\.html has no article text: give the page of one article\.$/],
    ["binary", "a.txt", Buffer.from([1, 2, 3, 0, 255, 254]), /is not text: give a \.txt or \.html file\.$/],
    ["an image", "a.html", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /is a PNG image, not text/],
    ["an image by name", "photo.jpg", "x", /photo\.jpg is not an article: give a \.txt or \.html file\.$/],
    [
      "in an encoding that is not known",
      "a.txt",
      iconv.encode("Соглашение будет подписано завтра.", "koi8-r"),
      /is not UTF-8.*: save it as UTF-8\.$/,
    ],
    ["one line of 2 MB", "a.txt", "word ".repeat(400_000), /has 2,000,000 characters and one article may have 500,000: split it/],
  ])("%s", async (_, name, content, message) => {
    const folder = createFolder({ [name]: content });
    const { kept, options } = library();
    const [outcome] = await run([join(folder, name)], options);
    expect(outcome).toMatchObject({ outcome: "refused", reason: expect.stringMatching(message) });
    expect(outcome!.reason).toMatch(ONE_SENTENCE);
    expect(kept).toEqual([]);
  });

  it("20 MB", async () => {
    const path = join(createFolder({ "a.txt": TEXT }), "a.txt");
    truncateSync(path, 20_000_000);
    expect(await run([path], library().options)).toMatchObject([
      { reason: expect.stringMatching(/is larger than 5 MB: split it/) },
    ]);
  });

  // The superuser reads everything.
  it.skipIf(process.getuid?.() === 0)("unreadable", async () => {
    const path = join(createFolder({ "a.txt": TEXT }), "a.txt");
    chmodSync(path, 0);
    expect(await run([path], library().options)).toMatchObject([
      { reason: expect.stringMatching(/may not be read: change its permissions\.$/) },
    ]);
  });

  it.each([
    ["a folder without articles", (folder: string) => folder, /holds no articles: put \.txt or \.html files into it\.$/],
    ["no name", () => "", /^An empty name does not exist: check the path/],
    ["an address of another kind", () => "ftp://example.org/a", /is neither http nor https/],
    ["an unreachable address", () => "http://127.0.0.1:1/", /refuses connections: check the address\.$/],
  ])("%s", async (_, target, message) => {
    expect(await run([target(createFolder())], library().options)).toMatchObject([
      { outcome: "refused", reason: expect.stringMatching(message) },
    ]);
  });
});

describe("readText", () => {
  it("is a plain text as it is, header and all", async () => {
    const folder = createFolder({ "a.txt": `\ufeffTitle: Talks\r\n\r\n${TEXT}` });
    expect(await readText(await openFile(join(folder, "a.txt")))).toBe(`Title: Talks\r\n\r\n${TEXT}`);
  });

  it("is the article of a page", async () => {
    const folder = createFolder({ "a.html": HTML });
    expect(await readText(await openFile(join(folder, "a.html")))).toMatch(/^Talks on the dam .* officials said\.$/);
  });
});

describe("any bytes", () => {
  const mark = fc.constantFrom(
    "",
    "\xff\xfe",
    "\xfe\xff",
    "\xef\xbb\xbf",
    "\xff\xfe\0\0",
    "%PDF",
    "<html>",
    "<meta charset=",
    "Title: a\n\n",
  );
  const input = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.tuple(mark, fc.uint8Array({ maxLength: 500 })).map(([start, rest]) => Buffer.concat([Buffer.from(start, "latin1"), rest])),
    fc.string({ unit: "grapheme", maxLength: 500 }).map((text) => Buffer.from(text)),
    fc
      .array(
        fc.constantFrom(
          "<p>",
          "</p>",
          "<",
          ">",
          "&",
          "<!--",
          "<q>",
          "<table>",
          "<script>",
          "</",
          '"',
          "a b",
          "“",
          "\0",
          "=",
          "\n",
        ),
        { maxLength: 200 },
      )
      .map((parts) => Buffer.from(parts.join(""))),
  );

  /** What a reader gives, or the message of its refusal; any other error is the test's. */
  function result<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      expect(error).toBeInstanceOf(IngestError);
      expect((error as IngestError).message).toMatch(ONE_SENTENCE);
      return null;
    }
  }

  it("are an article or a refusal", () => {
    const charset = fc.constantFrom(null, "utf-8", "utf-16", "gbk", "windows-1252", "x-user-defined", "none");
    fc.assert(
      fc.property(input, charset, (bytes, label) => {
        const text = result(() => readPlainText(bytes, "a.txt", label));
        if (text !== null) expect(text.endsWith(splitHeader(text).text)).toBe(true);
        const page = result(() =>
          readPage(decode(bytes, { name: "a.html", charset: label, html: true }), "a.html", "https://post.example/a"),
        );
        if (page !== null) expect(page.text).toBe(page.text.trim());
      }),
      { numRuns: 500 },
    );
  });
});
