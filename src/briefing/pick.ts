import type { Hit } from "../model.ts";

const PICKED = 5;
const SHORTEST = 25; // characters; shorter ones say little on their own

/** The statements that stand for all: the best of each named speaker, verbatim before reported. */
export function pickStatements(hits: readonly Hit[]): Hit[] {
  const telling = hits.filter(({ statement }) => statement.speaker !== null && length(statement.content) >= SHORTEST);
  const verbatim = telling.filter(({ statement }) => statement.kind === "direct");
  const picked = new Map<string, Hit>();
  for (const hit of [...verbatim, ...telling]) {
    const name = hit.statement.speaker!.name;
    if (!picked.has(name)) picked.set(name, hit);
  }
  return hits.filter((hit) => picked.get(hit.statement.speaker?.name ?? "") === hit).slice(0, PICKED);
}

const length = (spans: Hit["statement"]["content"]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
