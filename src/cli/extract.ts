import { basename } from "node:path";
import { renderCard } from "../adapters/terminal/render.ts";
import { statementBlock } from "../chat/blocks.ts";
import { note } from "../chat/card.ts";
import { counted } from "../chat/wording.ts";
import { IngestError } from "../ingest/errors.ts";
import { inOrder } from "../ingest/in-order.ts";
import type { ReadText } from "../ingest/reader.ts";
import type { Raw } from "../ingest/reading.ts";
import { openFile } from "../ingest/sources.ts";
import type { Article } from "../model.ts";
import { createProgress, type Output, widthOf } from "./output.ts";
import { findInputs, isJsonLines, readJsonLines } from "./read.ts";
import { openReader } from "./reader.ts";

/** Prints who said what in files, without touching the library; the exit code is 1 when one was refused. */
export async function extract(
  paths: readonly string[],
  options: { json?: boolean; explain?: boolean },
  output: Output,
): Promise<number> {
  const { out, err, colour } = output;
  const progress = createProgress(err);
  const reader = await openReader(paths, { busy: false });
  const results = inOrder(
    readInputs(paths, progress.show),
    async (input) => {
      if (input instanceof IngestError) return input;
      const read = await reader.readText({ articleId: input.name, source: input.source });
      return read instanceof IngestError ? read : { ...input, ...read };
    },
    { atOnce: reader.atOnce },
  );
  const print = ({ name, source, text, sentences, statements }: Input & ReadText) => {
    if (options.json) {
      const json = typeof source === "string" ? { id: name } : { file: name, ...(source.kind === "html" && { text }) };
      out.write(`${JSON.stringify({ ...json, statements })}\n`);
      return;
    }
    const article: Article = {
      id: name,
      title: null,
      outlet: null,
      author: null,
      publishedAt: null,
      modifiedAt: null,
      url: null,
      language: null,
      file: basename(name),
      text,
      sentences,
    };
    const blocks = statements.map((statement, k) =>
      statementBlock({ statement, article }, { number: k + 1, explain: options.explain === true }),
    );
    const card = { title: name, blocks: [...blocks, note(`${counted(statements.length, "statement")} found.`)] };
    out.write(`${renderCard(card, { width: widthOf(out), colour })}\n\n`);
  };
  let refused = 0;
  try {
    for await (const result of results) {
      progress.done();
      if (!(result instanceof IngestError)) print(result);
      else {
        refused++;
        err.write(`${result.message}\n`);
      }
    }
  } finally {
    await reader.close();
  }
  return refused > 0 ? 1 : 0;
}

/** A file as it came, or the text of a line of a .jsonl file, with the path or the id that names it. */
interface Input {
  readonly name: string;
  readonly source: Raw | string;
}

async function* readInputs(paths: readonly string[], show: (line: string) => void): AsyncGenerator<Input | IngestError> {
  for await (const path of findInputs(paths)) {
    if (path instanceof IngestError) yield path;
    else if (isJsonLines(path)) {
      for await (const line of readJsonLines(path)) {
        if (!(line instanceof IngestError)) show(line.id);
        yield line instanceof IngestError ? line : { name: line.id, source: line.text };
      }
    } else {
      show(path);
      try {
        yield { name: path, source: await openFile(path) };
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
        yield error;
      }
    }
  }
}
