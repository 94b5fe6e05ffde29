import type { Filter } from "../model.ts";
import type { CameIn, NewsQuery } from "../store/news-store.ts";
import { isNamed } from "../store/outlet-names.ts";
import type { Store } from "../store/store.ts";

/** An article that passed, and how close it is to what was asked for: see `Weight`. */
export interface Passed extends CameIn {
  readonly fit: number;
}

export interface Sieved {
  readonly passed: readonly Passed[];
  /** How many articles each rule left out, in the order of the rules; every article is counted under the first that it does not pass. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What an article with nothing new to tell is left out by. */
const TOLD = "told before";

/** Whether an article stays out, by the name of the rule. */
interface Rule {
  readonly name: string;
  readonly leavesOut: (came: CameIn) => boolean;
}

/**
 * Which of the articles that came in a filter lets pass. Topics must stand in the article or a copy of it; of speakers something must be
 * new; outlets count with their copies. What is to stay out takes an article along where it stands in its headline, where its own outlet has
 * that name, and where everything said in it is to stay out. An article with nothing new (a copy of one from before, a later version in
 * which nobody says anything new) was told before.
 */
export async function sieve(
  store: Store,
  workspace: string,
  query: NewsQuery,
  filter: Filter,
  came: readonly CameIn[],
): Promise<Sieved> {
  const out = await unwanted(store, workspace, query, filter.without);
  const rules = [...(await wanted(store, workspace, query, filter)), ...out.rules];
  const nothingNew = ({ as, article, statements }: CameIn) => as !== "new" && statements - out.statements(article) <= 0;
  rules.push({ name: TOLD, leavesOut: nothingNew });
  const closeOf = await closeness(store, workspace, query, filter.topics);
  const leftOut = new Map<string, number>();
  const passed = came.filter((each) => {
    const rule = rules.find(({ leavesOut }) => leavesOut(each));
    if (rule) leftOut.set(rule.name, (leftOut.get(rule.name) ?? 0) + each.articles);
    return !rule;
  });
  const inOrder = rules.flatMap(({ name }) => (leftOut.has(name) ? [[name, leftOut.get(name)!] as const] : []));
  return { passed: passed.map((each) => ({ ...each, fit: closeOf(each.article) })), leftOut: new Map(inOrder) };
}

async function wanted(
  store: Store,
  workspace: string,
  query: NewsQuery,
  { topics, speakers, outlets, stories }: Filter,
): Promise<Rule[]> {
  const rules: Rule[] = [];
  if (topics.length > 0) {
    const held = await Promise.all(topics.map((topic) => store.cameInWith(workspace, query, { topic })));
    const about = topics.map((topic) => `“${topic}”`).join(" or ");
    rules.push({ name: `not about ${about}`, leavesOut: ({ article }) => !held.some((each) => each.has(article)) });
  }
  if (speakers.length > 0) {
    const said = await store.newStatements(workspace, query, { by: speakers });
    rules.push({ name: `nothing new said by ${speakers.join(" or ")}`, leavesOut: ({ article }) => !said.has(article) });
  }
  if (outlets.length > 0) {
    const isOne = (name: string) => outlets.some((asked) => isNamed(name, asked));
    rules.push({ name: "from none of these outlets", leavesOut: (came) => !came.outlets.some(isOne) });
  }
  if (stories.length > 0) {
    const ids = stories.map(({ article }) => article);
    const known = await store.storiesOf(workspace, ids);
    rules.push({ name: "in none of these stories", leavesOut: ({ story }) => story === null || !known.has(story) });
  }
  return rules;
}

async function unwanted(
  store: Store,
  workspace: string,
  query: NewsQuery,
  without: readonly string[],
): Promise<{ rules: Rule[]; statements: (article: string) => number }> {
  const all = await store.newStatements(workspace, query, { said: without, by: without });
  const outOf = (article: string) => all.get(article) ?? 0;
  const rules = without.map(async (words): Promise<Rule> => {
    const headlines = await store.cameInWith(workspace, query, { headline: words });
    const said = await store.newStatements(workspace, query, { said: [words], by: [words] });
    return {
      name: `without “${words}”`,
      leavesOut: ({ article, outlet, statements }) =>
        headlines.has(article) ||
        (outlet !== null && isNamed(outlet, words)) ||
        (said.has(article) && statements > 0 && outOf(article) >= statements),
    };
  });
  return { rules: await Promise.all(rules), statements: outOf };
}

async function closeness(
  store: Store,
  workspace: string,
  query: NewsQuery,
  topics: readonly string[],
): Promise<(article: string) => number> {
  if (topics.length === 0) return () => 1;
  const headlines = await Promise.all(topics.map((headline) => store.cameInWith(workspace, query, { headline })));
  const said = await store.newStatements(workspace, query, { about: topics });
  return (article) => (said.has(article) || headlines.some((each) => each.has(article)) ? 1 : 0);
}
