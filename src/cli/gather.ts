import { IngestError } from "../ingest/errors.ts";
import { readArticles } from "../ingest/ingest.ts";
import type { Draft } from "../ingest/reading.ts";
import { createProgress, type Output } from "./output.ts";
import { isJsonLines, type JsonArticle, readJsonLines } from "./read.ts";

/** An article with the path or the id of the line that names it. */
export interface Named {
  readonly name: string;
  /** Of a line, the language is unknown. */
  readonly draft: Draft;
}

/** Reads all articles of files, folders and addresses in this thread; what is refused is named on `err` and counted. */
export async function gatherArticles(
  paths: readonly string[],
  { err }: Output,
): Promise<{ articles: readonly Named[]; refused: number }> {
  const progress = createProgress(err);
  const articles: Named[] = [];
  let refused = 0;
  for await (const read of readNamed(paths, progress.show)) {
    if (!(read instanceof IngestError)) articles.push(read);
    else {
      refused++;
      progress.done();
      err.write(`${read.message}\n`);
    }
  }
  progress.done();
  return { articles, refused };
}

async function* readNamed(paths: readonly string[], show: (line: string) => void): AsyncGenerator<Named | IngestError> {
  for (const path of paths) {
    if (isJsonLines(path)) {
      for await (const line of readJsonLines(path))
        yield line instanceof IngestError ? line : { name: line.id, draft: asDraft(line, path) };
      continue;
    }
    for await (const found of readArticles([path], { allowPrivateNetwork: false, onProgress: show }))
      yield "refusal" in found ? found.refusal : { name: found.target, draft: found.draft };
  }
}

const asDraft = ({ id, title, text, date }: JsonArticle, file: string): Draft => ({
  id,
  title,
  text,
  publishedAt: date,
  outlet: null,
  author: null,
  modifiedAt: null,
  url: null,
  language: null,
  file,
});
