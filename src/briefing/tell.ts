import type { Filter, Hit } from "../model.ts";
import type { Arrivals } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { byMatter, type Closeness } from "./matter.ts";
import type { NewsStory, Ranked } from "./news-story.ts";
import { withOutlets } from "./outlets.ts";
import { relevance } from "./relevance.ts";
import type { Passed } from "./sieve.ts";
import { summarise } from "./summarise.ts";

const READ = 8; // articles of a story that are read
const WORDS = 70; // of both
/** Share of a sentence's word pairs that headline, statement and the other sentence may not have said. */
const NOVELTY = 2 / 3;
const TELLING = 12; // characters of a statement's part that tell it from others
const FURTHER = 4; // statements beside the one that matters
const STATEMENTS = 40; // looked at in one article

/**
 * A story with what is new in it: its headline, some sentences, who said what. The statement that matters most stands for itself where it is
 * quoted; one that is reported gives way to a sentence that tells it.
 */
export async function tell(
  store: Store,
  workspace: string,
  arrivals: Arrivals,
  filter: Filter,
  { story, articles, outlets, goesOn }: Ranked,
  sentences: number,
): Promise<NewsStory> {
  const central = await headlineOf(store, workspace, story, articles, goesOn);
  const others = articles.filter(({ article }) => article !== central.article);
  const read = [central, ...others.toSorted((a, b) => b.fit - a.fit)].slice(0, READ);
  const entries = await store.entries(
    workspace,
    read.map(({ article }) => article),
  );
  const [shown, ...links] = entries;
  const unwanted = filter.without.map(relevance);
  const isWanted = (text: string) => !unwanted.some((speaksOf) => speaksOf(text) === 1);
  const hits = await sayings(store, workspace, arrivals, filter, read, isWanted);
  const said = byMatter(hits, await closenessTo(store, workspace, arrivals, filter, read, hits));

  const telling = entries.filter((_, k) => read[k]?.as === "new").map(({ article }) => article);
  const wanted = filter.topics.map(relevance);
  const quoted = said[0] && said[0].statement.kind !== "indirect" ? said[0] : null;
  const excerpts = summarise(telling, {
    words: WORDS,
    sentences,
    novelty: NOVELTY,
    beside: entries.map(({ article }) => article.title ?? ""),
    topic: (text) =>
      isWanted(text) && !(quoted && holds(text, quoted)) ? 1 + Math.max(0, ...wanted.map((speaksOf) => speaksOf(text))) : 0,
  });
  const isTold = (hit: Hit) => excerpts.some(({ article, span }) => holds(article.text.slice(span.start, span.end), hit));
  const [statement = null, ...further] = said.filter((hit) => !isTold(hit));
  return {
    shown: shown!,
    goesOn,
    isUpdate: articles.every(({ as }) => as === "version"),
    articles: articles.reduce((sum, each) => sum + each.articles, 0),
    outlets,
    excerpts: await withOutlets(store, workspace, excerpts),
    statement,
    further: further.slice(0, FURTHER),
    links,
  };
}

/** Whether a sentence says what a statement does. */
const holds = (sentence: string, { statement, article }: Hit): boolean =>
  statement.content.some(({ start, end }) => end - start >= TELLING && sentence.includes(article.text.slice(start, end)));

/** A story that is new goes by its central article, where that came in; one that goes on by its newest. */
async function headlineOf(
  store: Store,
  workspace: string,
  story: number | null,
  articles: readonly Passed[],
  goesOn: boolean,
): Promise<Passed> {
  const central = story === null || goesOn ? null : await store.centralOf(workspace, story);
  return articles.find(({ article }) => article === central) ?? articles.find(({ as }) => as === "new") ?? articles[0]!;
}

/** What was said that is new, article by article, without what is to stay out. */
async function sayings(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  { without }: Filter,
  read: readonly Passed[],
  isWanted: (text: string) => boolean,
): Promise<Hit[]> {
  const found: Hit[] = [];
  for (const id of read.flatMap(({ article, copies }) => [article, ...copies])) {
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

/** Half by who speaks, half by what of, each only where it was asked for. */
async function closenessTo(
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
    for (const id of ids) by.set(id, await idsBy(store, workspace, arrived, id, speakers));
  }
  return (hit) => {
    const { statement, article } = hit;
    const said = topics.length === 0 ? 1 : Math.max(0, ...speaking.map((speaksOf) => speaksOf(wordsOf(hit))));
    const fits = [
      ...(topics.length > 0
        ? [said === 1 ? 1 : Math.max(said, Math.max(0, ...speaking.map((speaksOf) => speaksOf(sentenceOf(hit)))) / 2)]
        : []),
      ...(speakers.length > 0 ? [by.get(article.id)?.has(statement.id) ? 1 : 0] : []),
    ];
    return fits.length === 0 ? 0 : fits.reduce((sum, each) => sum + each, 0) / fits.length;
  };
}

const wordsOf = ({ statement, article }: Hit): string =>
  statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");

const sentenceOf = ({ statement, article }: Hit): string =>
  article.sentences
    .filter(({ start, end }) => statement.content.some((span) => span.start < end && span.end > start))
    .map(({ start, end }) => article.text.slice(start, end))
    .join(" ");
