import type { Filter } from "../model.ts";
import type { Arrivals } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { readFacts } from "./facts.ts";
import { ofOneMoment } from "./one-moment.ts";
import { type Passed, sieve } from "./sieve.ts";

/**
 * Tells a story by its articles as they are by now: see `ofOneMoment`. `articles` are those that came in and passed when all were looked at;
 * null where none of the story does any more.
 */
export async function tellAsItIs<Story>(
  store: Store,
  workspace: string,
  arrivals: Arrivals,
  filter: Filter,
  articles: readonly Passed[],
  tell: (articles: readonly Passed[]) => Promise<Story | null>,
): Promise<{ readonly articles: readonly Passed[]; readonly story: Story } | null> {
  const { story: number } = articles[0]!;
  if (number === null) {
    const story = await tell(articles);
    return story && { articles, story };
  }
  const query = { ...arrivals, stories: [number] };
  return ofOneMoment(store, workspace, query, async (came) => {
    const { passed } = sieve(filter, await readFacts(store, workspace, query, filter, came));
    const story = passed.length > 0 ? await tell(passed) : null;
    return story && { articles: passed, story };
  });
}

/** Whether anything of a story came in in a range of arrivals and passes. */
export async function isTold(
  store: Store,
  workspace: string,
  arrivals: Arrivals,
  filter: Filter,
  story: number | null,
): Promise<boolean> {
  if (story === null || arrivals.upTo <= arrivals.after) return false;
  const query = { ...arrivals, stories: [story] };
  const facts = await ofOneMoment(store, workspace, query, (came) => readFacts(store, workspace, query, filter, came));
  return sieve(filter, facts).passed.length > 0;
}
