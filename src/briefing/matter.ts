import type { Hit } from "../model.ts";

/** Characters that a statement of a digest has at least, and those it better does not exceed. */
const SHORTEST = 25;
const LONGEST = 350;

/** How well a statement fits what was asked for, from 0 to 1. */
export type Closeness = (hit: Hit) => number;

/**
 * The statements of a story, those that matter most first: verbatim before partly quoted before reported, of somebody named before an unnamed
 * source before nobody, fitting, carried by several outlets, read with confidence, long enough to say something. Nobody speaks twice before
 * all have spoken once. Ties keep their order.
 */
export function byMatter(hits: readonly Hit[], closeness: Closeness): Hit[] {
  const sorted = hits
    .map((hit) => ({ hit, worth: worthOf(hit, closeness(hit)) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ hit }) => hit);
  const turns = new Map<string, number>();
  const turnOf = new Map(
    sorted.map((hit) => {
      const speaker = hit.knownAs ?? `${hit.article.id} ${hit.statement.speaker?.name}`;
      const turn = turns.get(speaker) ?? 0;
      turns.set(speaker, turn + 1);
      return [hit, turn] as const;
    }),
  );
  return sorted.sort((a, b) => turnOf.get(a)! - turnOf.get(b)!);
}

const KINDS = { direct: 2, mixed: 1.2, indirect: 0 } as const;

function worthOf({ statement, knownAs, also = [] }: Hit, close: number): number {
  const named = knownAs ? 2 : statement.speaker ? 0.8 : 0;
  const length = statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const size = length < SHORTEST ? -2 : length > LONGEST ? -1 : 0;
  return KINDS[statement.kind] + named + 3 * close + Math.log2(1 + also.length) + statement.confidence + size;
}
