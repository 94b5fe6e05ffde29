import type { Filter } from "../model.ts";
import type { CameIn } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { giveWay } from "./give-way.ts";
import type { BriefStory, NewsStory, Ranked } from "./news-story.ts";
import { rank } from "./rank.ts";
import { type Passed, sieve } from "./sieve.ts";
import { tell } from "./tell.ts";

/** What came in, told by story. */
export interface News {
  /** Told in full, the one that matters most first. */
  readonly stories: readonly NewsStory[];
  /** Told by their headline alone, in the same order. */
  readonly briefly: readonly BriefStory[];
  /** How many articles came in, later versions and copies too. */
  readonly articles: number;
  /** How many of them belong to the stories that are told. */
  readonly told: number;
  /** The outlets of those. */
  readonly outlets: readonly string[];
  /** How many statements are new in those. */
  readonly statements: number;
  /** How many articles each rule left out; with those that are told they are all. */
  readonly leftOut: readonly { readonly rule: string; readonly articles: number }[];
}

const BRIEFLY = 20; // stories told by their headline
const SHORTEST_HALF_LIFE = 12 * 3_600_000; // milliseconds
const UNSETTLED = 200; // articles of an old library that get their stories on the way
const NO_ROOM = "for want of room";

/**
 * What came in after one arrival, up to another, and passes a filter, as stories by how much they matter: see `rank`. Its half-life is half of
 * the time in which all of it came in, and at least twelve hours, so that a week's news is not that of its last day. At most `most` stories are told in full, each in at most `sentences`. A story
 * goes on that has an article which came in after `since`, up to `after`, and passes too.
 */
export async function news(
  store: Store,
  workspace: string,
  asked: { filter: Filter; after: number; upTo: number; since?: number; most: number; sentences?: number },
): Promise<News> {
  const { filter, after, upTo, since = 0, most, sentences = 2 } = asked;
  await store.settleOld(workspace, UNSETTLED);
  const arrivals = { after, upTo };
  const came = await store.cameIn(workspace, arrivals);
  const { passed, leftOut } = await sieve(store, workspace, arrivals, filter, came);
  await giveWay(); // not before: an article that is replaced between the two would be lost
  const stories = inOrder(passed);
  const told = stories.slice(0, most + BRIEFLY);
  const earlier = await toldBefore(store, workspace, { after: since, upTo: after }, filter, told);
  const ranked = told.map((articles): Ranked => {
    const { story } = articles[0]!;
    return { story, articles, outlets: outletsOf(articles), goesOn: story !== null && earlier.has(story) };
  });
  const full: NewsStory[] = [];
  for (const each of ranked.slice(0, most)) {
    await giveWay();
    full.push(...(await tell(store, workspace, arrivals, filter, each, sentences)));
  }
  const brief: BriefStory[] = [];
  for (const each of ranked.slice(most)) {
    await giveWay();
    brief.push(...(await tellBriefly(store, workspace, each)));
  }
  const noRoom = count(stories.slice(most + BRIEFLY).flat());
  return {
    stories: full,
    briefly: brief,
    articles: count(came),
    told: count(told.flat()),
    outlets: outletsOf(told.flat()),
    statements: told.flat().reduce((sum, { statements }) => sum + statements, 0),
    leftOut: [...leftOut, ...(noRoom > 0 ? [[NO_ROOM, noRoom] as const] : [])].map(([rule, articles]) => ({ rule, articles })),
  };
}

/** Articles by their story, the story that matters most first; ties go to what came in last. */
function inOrder(passed: readonly Passed[]): Passed[][] {
  const arrived = passed.map(({ at }) => at.getTime());
  const [first, last] = [Math.min(...arrived), Math.max(...arrived)];
  const halfLife = Math.max(SHORTEST_HALF_LIFE, (last - first) / 2);
  const stories = [...Map.groupBy(passed, ({ story, article }) => story ?? article).values()];
  return stories
    .map((articles) => {
      const newest = Math.max(...articles.map(instantOf));
      const weight = {
        outlets: Math.max(1, outletsOf(articles).length),
        statements: articles.reduce((sum, { statements }) => sum + statements, 0),
        age: Math.max(0, last - newest),
        fit: articles.reduce((sum, { fit }) => sum + fit, 0) / articles.length,
      };
      return { articles, newest, rank: rank(weight, halfLife) };
    })
    .sort((a, b) => b.rank - a.rank || b.newest - a.newest)
    .map(({ articles }) => articles);
}

/** When an article was published, as far as it can be believed: before it came in. */
const instantOf = ({ publishedAt, at }: CameIn): number =>
  Math.min(publishedAt?.getTime() ?? Number.POSITIVE_INFINITY, at.getTime());

async function toldBefore(
  store: Store,
  workspace: string,
  arrivals: { after: number; upTo: number },
  filter: Filter,
  told: readonly (readonly Passed[])[],
): Promise<Set<number>> {
  const stories = told.flatMap(([first]) => first!.story ?? []);
  const query = { ...arrivals, stories };
  const came = stories.length > 0 && arrivals.upTo > arrivals.after ? await store.cameIn(workspace, query) : [];
  if (came.length === 0) return new Set();
  const { passed } = await sieve(store, workspace, query, filter, came);
  return new Set(passed.flatMap(({ story }) => story ?? []));
}

/** None where its article has gone meanwhile. */
async function tellBriefly(store: Store, workspace: string, { articles, outlets, goesOn }: Ranked): Promise<BriefStory[]> {
  const newest = articles.find(({ as }) => as === "new") ?? articles[0]!;
  const isUpdate = articles.every(({ as }) => as === "version");
  const found = await store.entries(workspace, [newest.article]);
  return found.map((shown) => ({ shown, goesOn, isUpdate, articles: count(articles), outlets }));
}

const count = (came: readonly CameIn[]): number => came.reduce((sum, { articles }) => sum + articles, 0);

const outletsOf = (came: readonly CameIn[]): string[] => [...new Set(came.flatMap(({ outlets }) => outlets))];
