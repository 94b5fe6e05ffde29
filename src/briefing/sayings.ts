import type { Filter, Hit } from "../model.ts";
import type { Arrivals } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { giveWay } from "./give-way.ts";
import type { Closeness } from "./matter.ts";
import { relevance } from "./relevance.ts";
import { sentencesOf, wordsOf } from "./said.ts";
import type { Passed } from "./sieve.ts";

const STATEMENTS = 40; // looked at in one article

/** What was said that is new, article by article, without what is to stay out; others get their turn between, for copies may be many. */
export async function sayings(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  { without }: Filter,
  read: readonly Passed[],
  isWanted: (text: string) => boolean,
): Promise<Hit[]> {
  const found: Hit[] = [];
  for (const id of read.flatMap(({ article, copies }) => [article, ...copies])) {
    await giveWay();
    const { items } = await store.findStatements(workspace, { article: id, arrived, limit: STATEMENTS, offset: 0 });
    const by = items.length > 0 ? await idsBy(store, workspace, arrived, id, without) : new Set();
    found.push(...items.filter((hit) => !by.has(hit.statement.id) && isWanted(wordsOf(hit))));
  }
  return found;
}

/** Ids of the statements of an article that one of these made. */
async function idsBy(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  article: string,
  names: readonly string[],
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const by of names) {
    const { items } = await store.findStatements(workspace, { article, by, arrived, limit: STATEMENTS, offset: 0 });
    for (const { statement } of items) ids.add(statement.id);
  }
  return ids;
}

/** How well statements fit: half by who speaks, half by what of, each only where it was asked for. */
export async function closenessTo(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  { topics, speakers }: Filter,
  read: readonly Passed[],
  hits: readonly Hit[],
): Promise<Closeness> {
  const speaking = topics.map(relevance);
  const by = new Map<string, Set<string>>();
  if (speakers.length > 0 && hits.length > 0) {
    const ids = read.flatMap(({ article, copies }) => [article, ...copies]);
    for (const id of ids) {
      await giveWay();
      by.set(id, await idsBy(store, workspace, arrived, id, speakers));
    }
  }
  return (hit) => {
    const { statement, article } = hit;
    const said = topics.length === 0 ? 1 : Math.max(0, ...speaking.map((speaksOf) => speaksOf(wordsOf(hit))));
    const fits = [
      ...(topics.length > 0
        ? [said === 1 ? 1 : Math.max(said, Math.max(0, ...speaking.map((speaksOf) => speaksOf(sentencesOf(hit)))) / 2)]
        : []),
      ...(speakers.length > 0 ? [by.get(article.id)?.has(statement.id) ? 1 : 0] : []),
    ];
    return fits.length === 0 ? 0 : fits.reduce((sum, each) => sum + each, 0) / fits.length;
  };
}
