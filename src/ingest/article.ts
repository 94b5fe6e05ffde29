import type { Article } from "../model.ts";
import type { ReadArticle } from "./reader.ts";

/** What was read, as the library keeps it. */
export const articleOf = ({ draft, sentences }: ReadArticle): Article => ({ ...draft, sentences });
