import { symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { IngestError } from "../../src/ingest/errors.ts";
import { findFiles, readBytes } from "../../src/ingest/files.ts";
import { createFolder } from "./folder.ts";

/** What is found, as paths within the folder and as messages. */
async function list(folder: string, path = folder): Promise<string[]> {
  const found = await Array.fromAsync(findFiles(path));
  return found.map((file) => (file instanceof IngestError ? file.message : relative(folder, file)));
}

describe("findFiles", () => {
  it("finds articles at any depth, sorted, without hidden files and node_modules", async () => {
    const folder = createFolder({
      ...{ "b.html": "", "a.txt": "", "c/d.TEXT": "", "c/a/z.xhtml": "", "c.htm": "" },
      ...{ "photo.jpg": "", "notes.md": "", ".hidden.txt": "", ".git/a.txt": "", "node_modules/x/a.txt": "" },
    });
    expect(await list(folder)).toEqual(["a.txt", "b.html", "c/a/z.xhtml", "c/d.TEXT", "c.htm"]);
  });

  it("ends at links in a circle and reads what is linked twice once", async () => {
    const folder = createFolder({ "a/one.txt": "", "b/two.txt": "" });
    symlinkSync("..", join(folder, "a/up"));
    symlinkSync("../b", join(folder, "a/b"));
    symlinkSync("one.txt", join(folder, "a/same.txt"));
    expect(await list(folder)).toEqual(["a/b/two.txt", "a/one.txt"]);
  });

  it("names a dangling link that was meant to be an article", async () => {
    const folder = createFolder({ "b.txt": "" });
    symlinkSync("nowhere", join(folder, "a.txt"));
    symlinkSync("nowhere", join(folder, "a"));
    expect(await list(folder)).toEqual([expect.stringMatching(/a\.txt does not exist: check the path/), "b.txt"]);
  });

  it("gives a file back as it is", async () => {
    const folder = createFolder({ "photo.jpg": "" });
    expect(await list(folder, join(folder, "photo.jpg"))).toEqual(["photo.jpg"]);
  });

  it.each([
    ["an empty folder", {}, "", /holds no articles: put \.txt or \.html files into it\.$/],
    ["a folder of other files", { "photo.jpg": "" }, "", /holds no articles/],
    ["nothing", {}, "none.txt", /none\.txt does not exist: check the path, or begin an address with https:\/\/\.$/],
    ["a path through a file", { "a.txt": "" }, "a.txt/b.txt", /does not exist/],
    ["a path with a zero", {}, "a\0b.txt", /is not a path: check it\.$/],
    ["a long path", {}, "a".repeat(5000), /is too long for a path: check it\.$/],
  ])("refuses %s", async (_, files, path, message) => {
    const folder = createFolder(files);
    expect(await list(folder, path === "" ? folder : join(folder, path))).toEqual([expect.stringMatching(message)]);
  });
});

describe("readBytes", () => {
  it("reads a file", async () => {
    const folder = createFolder({ "a.txt": "Text." });
    expect(Buffer.from(await readBytes(join(folder, "a.txt"))).toString()).toBe("Text.");
  });

  it("refuses 20 MB unread", async () => {
    const path = join(createFolder({ "a.txt": "" }), "a.txt");
    truncateSync(path, 20_000_000);
    await expect(readBytes(path)).rejects.toThrow(/a\.txt is larger than 5 MB: split it into its articles\.$/);
  });

  it.each([
    ["another kind of file", "photo.jpg", /photo\.jpg is not an article: give a \.txt or \.html file\.$/],
    ["a missing file", "none.txt", /none\.txt does not exist/],
    ["a folder named as an article", "folder.txt", /folder\.txt is not a file/],
  ])("refuses %s", async (_, name, message) => {
    const folder = createFolder({ "photo.jpg": "", "folder.txt/x": "" });
    await expect(readBytes(join(folder, name))).rejects.toThrow(message);
  });

  it.skipIf(process.platform === "win32")("refuses what is no file, without opening it", async () => {
    const path = join(createFolder(), "socket.txt");
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    onTestFinished(() => void server.close());
    await expect(readBytes(path)).rejects.toThrow(/socket\.txt is not a file/);
  });

  it.runIf(process.platform === "linux")("refuses what the disk does not give", async () => {
    const path = join(createFolder(), "a.txt");
    // The first page of a process's memory: a file to look at, an input/output error to read, for the superuser too.
    symlinkSync("/proc/self/mem", path);
    await expect(readBytes(path)).rejects.toThrow(/a\.txt could not be read: check the disk\.$/);
  });

  it("shows a name without what rules the terminal, and shortened", async () => {
    await expect(readBytes(`\u001b[31m\u202e\n${"a".repeat(200)}.txt`)).rejects.toThrow(
      /^\[31m a{53,54}…a{36}\.txt does not exist/,
    );
  });
});
