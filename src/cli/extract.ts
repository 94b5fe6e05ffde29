import { basename } from "node:path";
import { renderCard } from "../adapters/terminal/render.ts";
import { statementBlock } from "../chat/blocks.ts";
import { note } from "../chat/card.ts";
import { counted } from "../chat/wording.ts";
import { IngestError } from "../ingest/errors.ts";
import { kindOfFile } from "../ingest/files.ts";
import { readFileText } from "../ingest/ingest.ts";
import type { Article } from "../model.ts";
import { extractStatements } from "../statements/extract.ts";
import { createProgress, type Output, widthOf } from "./output.ts";
import { findInputs, isJsonLines, readJsonLines } from "./read.ts";

/** Prints who said what in files, without touching the library; the exit code is 1 when one was refused. */
export async function extract(
  paths: readonly string[],
  options: { json?: boolean; explain?: boolean },
  output: Output,
): Promise<number> {
  const { out, err, colour } = output;
  const progress = createProgress(err);
  let refused = 0;
  const refuse = ({ message }: IngestError) => {
    refused++;
    progress.done();
    err.write(`${message}\n`);
  };
  const print = (name: string, text: string, json: object) => {
    const { statements, sentences } = extractStatements(name, text);
    progress.done();
    if (options.json) {
      out.write(`${JSON.stringify({ ...json, statements })}\n`);
      return;
    }
    const article: Article = {
      id: name,
      title: null,
      outlet: null,
      publishedAt: null,
      url: null,
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
  for await (const path of findInputs(paths)) {
    if (path instanceof IngestError) refuse(path);
    else if (isJsonLines(path)) {
      for await (const line of readJsonLines(path)) {
        if (line instanceof IngestError) refuse(line);
        else {
          progress.show(line.id);
          print(line.id, line.text, { id: line.id });
        }
      }
    } else {
      progress.show(path);
      try {
        const text = await readFileText(path);
        print(path, text, { file: path, ...(kindOfFile(path) === "html" && { text }) });
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
        refuse(error);
      }
    }
  }
  return refused > 0 ? 1 : 0;
}
