import type { Filter } from "../model.ts";
import type { CameIn } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { isTold, tellAsItIs } from "./as-it-is.ts";
import { readAllFacts } from "./facts.ts";
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
const SETTLED_AT_ONCE = 5;
const NO_ROOM = "for want of room";
const CHANGED = "removed or replaced meanwhile";

/**
 * What came in after one arrival, up to another, and passes a filter, as stories by how much they matter: see `rank`. Its half-life is half of
 * the time in which all of it came in, and at least twelve hours, so that a week's news is not that of its last day. At most `most` stories are told in full, each in at most `sentences`. A story
 * goes on that has an article which came in after `since`, up to `after`, and passes too. Others get their turn while all of it is read; what
 * changes in the library meanwhile is told as it is when its story's turn comes.
 */
export async function news(
  store: Store,
  workspace: string,
  asked: { filter: Filter; after: number; upTo: number; since?: number; most: number; sentences?: number },
): Promise<News> {
  const { filter, after, upTo, since = 0, most, sentences = 2 } = asked;
  await settle(store, workspace);
  const arrivals = { after, upTo };
  const all = await readAllFacts(store, workspace, arrivals, filter);
  await giveWay();
  const { passed, leftOut } = sieve(filter, all);
  const stories = inOrder(passed);
  const tellFirst = async <Story>(from: number, most: number, telling: (ranked: Ranked) => Promise<Story | null>) => {
    const told: { readonly articles: readonly Passed[]; readonly story: Story }[] = [];
    let looked = from;
    for (; looked < stories.length && told.length < most; looked++) {
      await giveWay();
      const known = stories[looked]!;
      const { story } = known[0]!;
      const goesOn = await isTold(store, workspace, { after: since, upTo: after }, filter, story);
      const found = await tellAsItIs(store, workspace, arrivals, filter, known, (articles) =>
        telling({ story, articles, outlets: outletsOf(articles), goesOn }),
      );
      if (found) told.push(found);
    }
    return { told, looked };
  };
  const full = await tellFirst(0, most, (ranked) => tell(store, workspace, arrivals, filter, ranked, sentences));
  const brief = await tellFirst(full.looked, BRIEFLY, (ranked) => tellBriefly(store, workspace, ranked));
  const told = [...full.told, ...brief.told].flatMap(({ articles }) => articles);
  const changed = count(stories.slice(0, brief.looked).flat()) - count(told);
  const noRoom = count(stories.slice(brief.looked).flat());
  return {
    stories: full.told.map(({ story }) => story),
    briefly: brief.told.map(({ story }) => story),
    articles: count(all.map(({ came }) => came)),
    told: count(told),
    outlets: outletsOf(told),
    statements: told.reduce((sum, { statements }) => sum + statements, 0),
    leftOut: [...leftOut, [CHANGED, changed] as const, [NO_ROOM, noRoom] as const]
      .filter(([, articles]) => articles > 0)
      .map(([rule, articles]) => ({ rule, articles })),
  };
}

/** A few at a time: each looks up what it shares with others. */
async function settle(store: Store, workspace: string): Promise<void> {
  for (let settled = 0; settled < UNSETTLED; settled += SETTLED_AT_ONCE) {
    if ((await store.settleOld(workspace, SETTLED_AT_ONCE)) === 0) return;
    await giveWay();
  }
}

/** Articles by their story, the story that matters most first; ties go to what came in last. */
function inOrder(passed: readonly Passed[]): Passed[][] {
  const arrived = passed.map(({ at }) => at.getTime());
  const first = arrived.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const last = arrived.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
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

/** Null where its article has gone meanwhile. */
async function tellBriefly(store: Store, workspace: string, { articles, outlets, goesOn }: Ranked): Promise<BriefStory | null> {
  const newest = articles.find(({ as }) => as === "new") ?? articles[0]!;
  const isUpdate = articles.every(({ as }) => as === "version");
  const [shown] = await store.entries(workspace, [newest.article]);
  return shown ? { shown, goesOn, isUpdate, articles: count(articles), outlets } : null;
}

const count = (came: readonly CameIn[]): number => came.reduce((sum, { articles }) => sum + articles, 0);

const outletsOf = (came: readonly CameIn[]): string[] => [...new Set(came.flatMap(({ outlets }) => outlets))];
