import type { Article, Statement } from "../model.ts";
import { isCommon, readTerms } from "./terms.ts";

const SHORTEST = 4; // letters of a word that tells a topic
const SHORTEST_NAME = 2; // "EU", "UN"

/**
 * The content words of an article's statements, each with the number of statements it occurs in: what the library offers when a
 * question finds nothing. A word is shown in lower case unless the article always capitalises it.
 */
export function countTopics(article: Article, statements: readonly Statement[]): Map<string, number> {
  const lowerCase = new Set(readTerms(article.text).flatMap(({ word }) => (word === word.toLowerCase() ? [word] : [])));
  const counts = new Map<string, number>();
  for (const { content } of statements) {
    const words = content.flatMap(({ start, end }) => readTerms(article.text.slice(start, end)).map(({ word }) => word));
    const names = words.map((word) => (lowerCase.has(word.toLowerCase()) ? word.toLowerCase() : word));
    for (const name of new Set(names.filter(tellsTopic))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const tellsTopic = (word: string): boolean =>
  !isCommon(word) &&
  /^\p{L}/u.test(word) &&
  word.length >= (/^\p{Lu}{2}/u.test(word) ? SHORTEST_NAME : SHORTEST) &&
  word.length <= 40;
