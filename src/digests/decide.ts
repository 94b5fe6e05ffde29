import type { Match } from "./matches.ts";
import { DAY } from "./time.ts";

/** What a watch does next is decided of. */
export interface Situation {
  /** What came in, and what waits. */
  readonly coming: readonly Match[];
  readonly held: readonly Match[];
  /** What was told before, as in `Match.said`. */
  readonly told: ReadonlySet<string>;
  /** Posts since the last full hour, and how many there may be in an hour. */
  readonly posts: number;
  readonly most: number;
  readonly isQuiet: boolean;
}

/** What is posted, one post an item, and what waits. */
export interface Decision {
  /** What waited, told together; empty where nothing did or it goes on waiting. */
  readonly together: readonly Match[];
  readonly alone: readonly Match[];
  readonly held: readonly Match[];
}

/** Milliseconds after which an article that comes in is no news. */
const OLD = DAY;

/**
 * What is told now. The same words of the same speaker are told once, with the outlets of all. In quiet hours everything waits, and beyond
 * `most` posts an hour what is left does; what waited is told together, in one post, as soon as there may be one: when the quiet hours are over,
 * or at the next full hour. Articles that were published more than a day before they came in are left out: a feed that is new brings its
 * past along, which whoever wants it finds with `/who-said`.
 */
export function decide({ coming, held, told, posts, most, isQuiet }: Situation): Decision {
  const waiting = once(held, told);
  const waits = new Set([...told, ...waiting.map(({ said }) => said)]);
  const fresh = once(
    coming.filter((match) => !isOld(match)),
    waits,
  );
  if (isQuiet || posts >= most) return { together: [], alone: [], held: [...waiting, ...fresh] };
  const room = most - posts - (waiting.length > 0 ? 1 : 0);
  return { together: waiting, alone: fresh.slice(0, room), held: fresh.slice(room) };
}

const isOld = ({ hit: { article, arrived } }: Match): boolean =>
  article.publishedAt !== null && arrived !== undefined && arrived.at.getTime() - article.publishedAt.getTime() > OLD;

/** Each once, as the first says it, with the outlets of all; without those that were told. */
function once(matches: readonly Match[], told: ReadonlySet<string>): Match[] {
  const different = Map.groupBy(
    matches.filter(({ said }) => !told.has(said)),
    ({ said }) => said,
  );
  return [...different.values()].map(([first, ...others]) => {
    const { hit } = first!;
    const outlets = new Set([
      ...(hit.also ?? []),
      ...others.flatMap((each) => [each.hit.article.outlet, ...(each.hit.also ?? [])]),
    ]);
    const also = [...outlets].filter((outlet) => outlet !== null && outlet !== hit.article.outlet) as string[];
    return { ...first!, hit: { ...hit, ...(also.length > 0 && { also }) } };
  });
}
