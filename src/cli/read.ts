import { createReadStream } from "node:fs";
import { basename, extname } from "node:path";
import { createInterface } from "node:readline";
import { IngestError } from "../ingest/errors.ts";
import { findFiles } from "../ingest/files.ts";

/** A file of `{"id", "text", ...}` lines is read line by line; anything else is one article a file. */
export const isJsonLines = (path: string): boolean => extname(path).toLowerCase() === ".jsonl";

/** One line of a .jsonl file. */
export interface JsonArticle {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  /** A UTC instant. */
  readonly date: Date | null;
}

/** The articles of a .jsonl file; a refusal in the place of a line that is none. */
export async function* readJsonLines(path: string): AsyncGenerator<JsonArticle | IngestError> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== "") yield readJsonLine(line, `${basename(path)} line ${number}`);
    }
  } catch {
    yield new IngestError(path, "cannot be read: check the path and its permissions.");
  }
}

function readJsonLine(line: string, name: string): JsonArticle | IngestError {
  const value = parse(line);
  const { id, text, title, date } = (value ?? {}) as Record<string, unknown>;
  if (typeof text !== "string" || (typeof id !== "string" && typeof id !== "number")) {
    return new IngestError(name, 'is no article: give {"id": "...", "text": "..."}.');
  }
  const published = typeof date === "string" || typeof date === "number" ? new Date(date) : null;
  return {
    id: String(id),
    text,
    title: typeof title === "string" ? title : null,
    date: published && !Number.isNaN(published.getTime()) ? published : null,
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The files that paths and folders name, .jsonl files as they are; a refusal in the place of what cannot be listed. */
export async function* findInputs(paths: readonly string[]): AsyncGenerator<string | IngestError> {
  for (const path of paths) {
    if (isJsonLines(path)) yield path;
    else yield* findFiles(path);
  }
}
