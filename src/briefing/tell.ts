import type { ArticleEntry, Filter, Hit } from "../model.ts";
import type { Arrivals } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import { byMatter } from "./matter.ts";
import type { NewsStory, Ranked } from "./news-story.ts";
import { withOutlets } from "./outlets.ts";
import { relevance } from "./relevance.ts";
import { closenessTo, sayings } from "./sayings.ts";
import type { Passed } from "./sieve.ts";
import { summarise } from "./summarise.ts";

const READ = 8; // articles of a story that are read
const WORDS = 70; // of both
/** Share of a sentence's word pairs that headline, statement and the other sentence may not have said. */
const NOVELTY = 2 / 3;
const TELLING = 12; // characters of a statement's part that tell it from others
const BESIDE = 1 / 8; // what a sentence weighs that does not speak of what was asked for
const FURTHER = 4; // statements beside the one that matters

/** An article of a story that is read. */
interface Read extends Passed {
  readonly entry: ArticleEntry;
}

/**
 * A story with what is new in it: its headline, some sentences, who said what. The statement that matters most stands for itself where it is
 * quoted or fits what was asked for; another that is reported gives way to a sentence that tells it. Null where all its articles have gone meanwhile.
 */
export async function tell(
  store: Store,
  workspace: string,
  arrivals: Arrivals,
  filter: Filter,
  { story, articles, outlets, goesOn }: Ranked,
  sentences: number,
): Promise<NewsStory | null> {
  const central = await headlineOf(store, workspace, story, articles, goesOn);
  const others = articles.filter(({ article }) => article !== central.article);
  const read = await readEntries(store, workspace, [central, ...others.toSorted((a, b) => b.fit - a.fit)].slice(0, READ));
  const entries = read.map(({ entry }) => entry);
  const [shown, ...links] = entries;
  if (shown === undefined) return null;
  const unwanted = filter.without.map(relevance);
  const isWanted = (text: string) => !unwanted.some((speaksOf) => speaksOf(text) === 1);
  const hits = await sayings(store, workspace, arrivals, filter, read, isWanted);
  const closeness = await closenessTo(store, workspace, arrivals, filter, read, hits);
  const said = byMatter(hits, closeness);

  const telling = read.filter(({ as }) => as === "new").map(({ entry }) => entry.article);
  const wanted = filter.topics.map(relevance);
  const [best] = said;
  const alone = best && (best.statement.kind !== "indirect" || closeness(best) > 0) ? best : null;
  const excerpts = summarise(telling, {
    words: WORDS,
    sentences,
    novelty: NOVELTY,
    beside: entries.map(({ article }) => article.title ?? ""),
    topic: (text) =>
      isWanted(text) && !(alone && holds(text, alone)) ? Math.max(BESIDE, ...wanted.map((speaksOf) => speaksOf(text))) : 0,
  });
  const isTold = (hit: Hit) => excerpts.some(({ article, span }) => holds(article.text.slice(span.start, span.end), hit));
  const [statement = null, ...further] = said.filter((hit) => !isTold(hit));
  return {
    shown,
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

/** Articles as they are by now, without those that are gone. */
async function readEntries(store: Store, workspace: string, articles: readonly Passed[]): Promise<Read[]> {
  const read: Read[] = [];
  for (const each of articles) {
    const [entry] = await store.entries(workspace, [each.article]);
    if (entry) read.push({ ...each, article: entry.article.id, entry });
  }
  return read;
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
