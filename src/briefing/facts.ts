import type { Filter } from "../model.ts";
import type { Arrivals, CameIn, NewsQuery } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { ofOneMoment } from "./one-moment.ts";
import { inTurns } from "./turns.ts";

/** An article that came in, and what a filter asks of it. */
export interface Facts {
  readonly came: CameIn;
  /** Whether one of the topics stands in it or in a copy of it. */
  readonly isAbout: boolean;
  /** Whether one does in a headline of those, or in what is said that is new; so of everything where no topic is asked for. */
  readonly isClose: boolean;
  /** Whether one of the speakers says something new. */
  readonly isSaid: boolean;
  /** Whether it belongs to one of the stories. */
  readonly isOfStory: boolean;
  /** How many of its new statements are to stay out. */
  readonly unwanted: number;
  /** The same by each of what is to stay out, in the order of the filter. */
  readonly without: readonly Unwanted[];
}

interface Unwanted {
  readonly isHeadline: boolean;
  readonly isSaid: boolean;
}

/** The same as `readFacts`, in turns: see `inTurns`. */
export async function readAllFacts(
  store: Store,
  workspace: string,
  arrivals: Arrivals,
  filter: Filter,
  atOnce?: number,
): Promise<Facts[]> {
  const found = new Map<string, Facts>();
  for await (const page of inTurns(arrivals, atOnce)) {
    const read = (came: readonly CameIn[]) => readFacts(store, workspace, page, filter, came);
    const all = isAsking(filter)
      ? await ofOneMoment(store, workspace, page, read)
      : await read(await store.cameIn(workspace, page));
    for (const facts of all) {
      const { article } = facts.came;
      const known = found.get(article);
      found.set(article, known ? together(facts, known) : facts);
    }
  }
  return [...found.values()].sort((a, b) => published(b) - published(a));
}

/** Whether a filter asks the library for more than what came in. */
const isAsking = ({ topics, speakers, stories, without }: Filter): boolean =>
  [topics, speakers, stories, without].some((asked) => asked.length > 0);

/** What a filter asks of all that came in, in the same order: see `ofOneMoment`. */
export async function readFacts(
  store: Store,
  workspace: string,
  query: NewsQuery,
  filter: Filter,
  came: readonly CameIn[],
): Promise<Facts[]> {
  const { topics, speakers, stories, without } = filter;
  if (came.length === 0) return [];
  const holding = (words: { topic: string } | { headline: string }) => store.cameInWith(workspace, query, words);
  const about = await Promise.all(topics.map((topic) => holding({ topic })));
  const headlines = await Promise.all(topics.map((headline) => holding({ headline })));
  const aboutIt = await store.newStatements(workspace, query, { about: topics });
  const bySpeakers = await store.newStatements(workspace, query, { by: speakers });
  const ids = stories.map(({ article }) => article);
  const known = ids.length > 0 ? await store.storiesOf(workspace, ids) : new Set<number>();
  const unwanted = await store.newStatements(workspace, query, { said: without, by: without });
  const out = await Promise.all(
    without.map(async (words) => ({
      headlines: await holding({ headline: words }),
      said: await store.newStatements(workspace, query, { said: [words], by: [words] }),
    })),
  );
  return came.map((each): Facts => {
    const { article, story } = each;
    return {
      came: each,
      isAbout: about.some((held) => held.has(article)),
      isClose: topics.length === 0 || aboutIt.has(article) || headlines.some((held) => held.has(article)),
      isSaid: bySpeakers.has(article),
      isOfStory: story !== null && known.has(story),
      unwanted: unwanted.get(article) ?? 0,
      without: out.map(({ headlines, said }) => ({ isHeadline: headlines.has(article), isSaid: said.has(article) })),
    };
  });
}

/** What is known of an article by two ranges of arrivals, the earlier one first. */
function together(earlier: Facts, later: Facts): Facts {
  return {
    came: cameTogether(earlier.came, later.came),
    isAbout: earlier.isAbout || later.isAbout,
    isClose: earlier.isClose || later.isClose,
    isSaid: earlier.isSaid || later.isSaid,
    isOfStory: earlier.isOfStory || later.isOfStory,
    unwanted: earlier.unwanted + later.unwanted,
    without: earlier.without.map(({ isHeadline, isSaid }, k) => ({
      isHeadline: isHeadline || later.without[k]!.isHeadline,
      isSaid: isSaid || later.without[k]!.isSaid,
    })),
  };
}

function cameTogether(earlier: CameIn, later: CameIn): CameIn {
  const as = [earlier.as, later.as];
  const copies = [...new Set([...earlier.copies, ...later.copies])];
  return {
    ...earlier,
    as: as.includes("new") ? "new" : as.includes("version") ? "version" : "copies",
    articles: copies.length + (as.some((each) => each !== "copies") ? 1 : 0),
    copies,
    statements: earlier.statements + later.statements,
  };
}

/** Undated articles come last. */
const published = ({ came }: Facts): number => came.publishedAt?.getTime() ?? 0;
