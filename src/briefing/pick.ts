import type { Hit } from "../model.ts";

const PICKED = 5;
const SHORTEST = 25; // characters; shorter ones say little on their own

/**
 * The statements that stand for all: from each article in turn the first that is verbatim, else the first, and never two of one
 * speaker. Keeps the order they come in.
 */
export function pickStatements(hits: readonly Hit[]): Hit[] {
  const telling = hits.filter(({ statement }) => statement.speaker !== null && length(statement.content) >= SHORTEST);
  const left = [...Map.groupBy(telling, ({ article }) => article.id).values()].map(verbatimFirst);
  const picked = new Map<string, Hit>();
  while (picked.size < PICKED && left.some((hits) => hits.length > 0)) {
    for (const hits of left) {
      const next = hits.shift();
      if (next && !picked.has(speakerOf(next)) && picked.size < PICKED) picked.set(speakerOf(next), next);
    }
  }
  const chosen = new Set(picked.values());
  return hits.filter((hit) => chosen.has(hit));
}

/** An unnamed source is somebody else in every article. */
const speakerOf = ({ statement, article, knownAs }: Hit): string => knownAs ?? `${article.id} ${statement.speaker?.name}`;

const verbatimFirst = (hits: readonly Hit[]): Hit[] =>
  hits.toSorted((a, b) => Number(b.statement.kind === "direct") - Number(a.statement.kind === "direct"));

const length = (spans: Hit["statement"]["content"]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
