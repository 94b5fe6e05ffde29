import { renderCard } from "../adapters/terminal/render.ts";
import { summarise as summariseArticles } from "../briefing/summarise.ts";
import { excerptBlock } from "../chat/blocks.ts";
import { note } from "../chat/card.ts";
import { counted } from "../chat/wording.ts";
import { IngestError } from "../ingest/errors.ts";
import { readArticles } from "../ingest/ingest.ts";
import { isRead, languageOf } from "../ingest/language.ts";
import type { Draft } from "../ingest/reading.ts";
import { readSentences } from "../ingest/sentences.ts";
import type { Article } from "../model.ts";
import { readDocument } from "../statements/document.ts";
import { createProgress, type Output, widthOf } from "./output.ts";
import { isJsonLines, readJsonLines } from "./read.ts";

/** Prints one summary of all files, each sentence with its article; the exit code is 1 when a file was refused or nothing can be said. */
export async function summarise(
  paths: readonly string[],
  options: { words: number; json?: boolean },
  { out, err, colour }: Output,
): Promise<number> {
  const progress = createProgress(err);
  const articles: Article[] = [];
  let refused = 0;
  for await (const found of readInputs(paths, progress.show)) {
    if (!(found instanceof IngestError)) articles.push(found);
    else {
      refused++;
      progress.done();
      err.write(`${found.message}\n`);
    }
  }
  progress.done();
  const excerpts = summariseArticles(articles, { words: options.words });
  if (articles.length > 0 && excerpts.length === 0)
    err.write("The articles hold no whole sentence: there is nothing to summarise.\n");
  if (options.json) {
    const sentences = excerpts.map(({ article, span }) => {
      const { id, title, outlet, author, publishedAt, modifiedAt, url, file } = article;
      const about = { id, title, outlet, author, publishedAt, modifiedAt, url, file };
      return { text: article.text.slice(span.start, span.end), ...span, article: about };
    });
    out.write(`${JSON.stringify({ summary: sentences.map(({ text }) => text).join(" "), sentences })}\n`);
  } else if (excerpts.length > 0) {
    const card = {
      title: "Summary",
      blocks: [...excerpts.map(excerptBlock), note(`From ${counted(articles.length, "article")}.`)],
    };
    out.write(`${renderCard(card, { width: widthOf(out), colour })}\n`);
  }
  return refused > 0 || excerpts.length === 0 ? 1 : 0;
}

async function* readInputs(paths: readonly string[], show: (line: string) => void): AsyncGenerator<Article | IngestError> {
  for (const path of paths) {
    if (isJsonLines(path)) {
      for await (const line of readJsonLines(path)) {
        if (line instanceof IngestError) yield line;
        else {
          const language = languageOf(line.text, null);
          const { id, title, date: publishedAt, text } = line;
          const unknown = { outlet: null, author: null, modifiedAt: null, url: null };
          yield asArticle({ ...unknown, id, title, publishedAt, language, file: path, text });
        }
      }
      continue;
    }
    for await (const found of readArticles([path], { allowPrivateNetwork: false, onProgress: show })) {
      yield "refusal" in found ? found.refusal : asArticle(found.draft);
    }
  }
}

function asArticle(draft: Draft): Article {
  const { language, text } = draft;
  return { ...draft, sentences: isRead(language) ? readDocument(text).sentences : readSentences(text, language) };
}
