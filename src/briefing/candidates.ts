import type { Article, Span } from "../model.ts";
import { readStanding } from "./standing.ts";

/** Words (between white space) that a sentence of a summary has at least and at most, unless no sentence at all has. */
const SHORTEST = 6;
const LONGEST = 60;

/** A sentence that a summary may take. */
export interface Candidate {
  readonly article: Article;
  readonly span: Span;
  /** Place of the article in the order given. */
  readonly articleNumber: number;
  /** Place of the sentence among all of its article. */
  readonly number: number;
  /** Place of the sentence among the candidates of its article: 1 for its lead. */
  readonly rank: number;
  /** Words between white space. */
  readonly length: number;
  /** The candidate right before, where this one cannot stand without it. */
  readonly needs: Candidate | null;
}

/** The sentences that read well outside their article, in order. */
export function readCandidates(articles: readonly Article[]): Candidate[] {
  const shapes = articles.map(readShapes);
  const usual = shapes.flat().filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  const kept = usual.some(({ standing }) => standing === "alone") ? new Set(usual) : null;
  return articles.flatMap((article, articleNumber) => {
    const candidates: Candidate[] = [];
    for (const shape of shapes[articleNumber]!) {
      if (kept && !kept.has(shape)) continue;
      const { span, number, length } = shape;
      const before = candidates.at(-1);
      const needs = shape.standing === "after" && before?.number === number - 1 ? before : null;
      if (shape.standing === "after" && !needs) continue;
      candidates.push({ article, span, articleNumber, number, rank: candidates.length + 1, length, needs });
    }
    return candidates;
  });
}

function readShapes(article: Article) {
  const standing = readStanding(article);
  return article.sentences
    .map((span, number) => ({ span, number, standing: standing[number]!, length: countWords(article.text, span) }))
    .filter(({ standing }) => standing !== "never");
}

const countWords = (text: string, { start, end }: Span): number => text.slice(start, end).match(/\S+/g)?.length ?? 0;
