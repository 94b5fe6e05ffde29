import { open, opendir, realpath, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { IngestError } from "./errors.ts";

/** The largest file read, in bytes. */
const LARGEST_FILE = 5_000_000;

/** How a file is read, by its extension. */
const KINDS: Readonly<Record<string, "html" | "text">> = {
  ".txt": "text",
  ".text": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
};

/** Folders that hold no articles of the person who names a folder above them. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(["node_modules"]);

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: "does not exist: check the path, or begin an address with https://.",
  ENOTDIR: "does not exist: check the path, or begin an address with https://.",
  ENAMETOOLONG: "is too long for a path: check it.",
  ERR_INVALID_ARG_VALUE: "is not a path: check it.",
  EACCES: "may not be read: change its permissions.",
  EPERM: "may not be read: change its permissions.",
  ELOOP: "is a link to itself: give the file it should lead to.",
};

function asRefusal(error: unknown, path: string): IngestError {
  if (error instanceof IngestError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const known = code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  return new IngestError(path, known ?? "could not be read: check the disk.");
}

/** How to read a file by its name, or null where it is no article's. */
export function kindOfFile(path: string): "html" | "text" | null {
  return KINDS[extname(path).toLowerCase()] ?? null;
}

/** The sorted names in a folder but for hidden ones. */
async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) if (!name.startsWith(".") && !SKIPPED_FOLDERS.has(name)) names.push(name);
  return names.sort((a, b) => (a < b ? -1 : 1));
}

/** Walks a folder depth first; `seen` holds real paths, so that links in a circle end and a file linked twice is read once. */
async function* walk(folder: string, seen: Set<string>): AsyncGenerator<string | IngestError> {
  try {
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      try {
        const found = await stat(path);
        if (!found.isDirectory() && kindOfFile(path) === null) continue;
        const real = await realpath(path);
        if (seen.has(real)) continue;
        seen.add(real);
        if (found.isDirectory()) yield* walk(path, seen);
        else yield path;
      } catch (error) {
        // A dangling link is no file; one with the name of an article was meant to be one.
        if (kindOfFile(path) !== null) yield asRefusal(error, path);
      }
    }
  } catch (error) {
    yield asRefusal(error, folder);
  }
}

/**
 * The files under a path that may be articles, sorted, as paths that begin as the given one does; a refusal in the place of what could not
 * be listed. A path to a file is that file. A folder without articles is a refusal.
 */
export async function* findFiles(path: string): AsyncGenerator<string | IngestError> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield path;
      return;
    }
    let found = 0;
    for await (const file of walk(path, new Set([await realpath(path)]))) {
      found++;
      yield file;
    }
    if (found === 0) yield new IngestError(path, "holds no articles: put .txt or .html files into it.");
  } catch (error) {
    yield asRefusal(error, path);
  }
}

/** The bytes of an article's file; throws an IngestError, without reading, where it is none or larger than 5 MB. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const give = "give a .txt or .html file.";
  if (kindOfFile(path) === null) throw new IngestError(path, `is not an article: ${give}`);
  return readFileBytes(path, { most: LARGEST_FILE, give, shorten: "split it into its articles." });
}

/** What a file may hold: at most `most` bytes; `give` and `shorten` are the remedies where it is no file and where it is larger. */
interface FileLimit {
  readonly most: number;
  readonly give: string;
  readonly shorten: string;
}

/** The bytes of a file; throws an IngestError, without reading, where it is none or too large. */
export async function readFileBytes(path: string, { most, give, shorten }: FileLimit): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new IngestError(path, `is not a file: ${give}`);
    if (found.size > most) throw new IngestError(path, `is larger than ${most / 1_000_000} MB: ${shorten}`);
    const file = await open(path);
    try {
      // One byte more than it has shows whether it still has as many.
      const buffer = Buffer.alloc(found.size + 1);
      let length = 0;
      for (let got = -1; got !== 0 && length < buffer.length; length += got) {
        got = (await file.read(buffer, length, buffer.length - length, null)).bytesRead;
      }
      if (length > found.size) throw new IngestError(path, "grew while it was read: try again when it is complete.");
      return buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asRefusal(error, path);
  }
}
