import { renderCard } from "../adapters/terminal/render.ts";
import { summarise as summariseArticles } from "../briefing/summarise.ts";
import { excerptBlock } from "../chat/blocks.ts";
import { note } from "../chat/card.ts";
import { counted } from "../chat/wording.ts";
import { isRead, languageOf } from "../ingest/language.ts";
import type { Draft } from "../ingest/reading.ts";
import { readSentences } from "../ingest/sentences.ts";
import type { Article } from "../model.ts";
import { readDocument } from "../statements/document.ts";
import { gatherArticles } from "./gather.ts";
import { type Output, widthOf } from "./output.ts";

/** Prints one summary of all files, each sentence with its article; the exit code is 1 when a file was refused or nothing can be said. */
export async function summarise(
  paths: readonly string[],
  options: { words: number; json?: boolean },
  output: Output,
): Promise<number> {
  const { out, err, colour } = output;
  const { articles: read, refused } = await gatherArticles(paths, output);
  const articles = read.map(({ draft }) => withSentences(draft));
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

function withSentences(draft: Draft): Article {
  const { text } = draft;
  const language = draft.language ?? languageOf(text, null);
  const sentences = isRead(language) ? readDocument(text).sentences : readSentences(text, language);
  return { ...draft, language, sentences };
}
