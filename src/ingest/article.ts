import type { Article } from "../model.ts";
import type { ReadArticle } from "./reader.ts";

/** What was read, as the library keeps it. */
export function articleOf({ draft, sentences }: ReadArticle): Article {
  const { id, title, outlet, publishedAt, url, language, file, text } = draft;
  return { id, title, outlet, publishedAt, url, language, file, text, sentences };
}
