import { hashWord } from "./hash.ts";
import { add, byTerm, type Counts, lengthOf, number, product, type Telling, tell } from "./telling.ts";
import { weighTerms } from "./words.ts";

/** How alike an article and a story must be; `npm run bench -- stories` prints what other thresholds give. */
export const ALIKE = 0.3;
/** How much of that is the story's nearest article; the rest is the story as a whole. */
const NEAREST = 0.35;
/** Days of silence after which an article must be twice as alike to take a story up again, and those after which none does. */
const HALVING = 30;
const WINDOW = 45;
const DAY = 86_400_000; // milliseconds

/** What an article is looked up by: so many of its most telling terms, and under each the newest articles. */
const LOOKED_UP = 20;
export const NEWEST = 60;
/** Articles whose stories are looked at, those that share most, and those of them that are compared in full. */
const LOOKED_AT = 30;
const COMPARED = 20;
/** While a library has fewer articles the terms of all are counted; then of every second, of every fourth in twice as many, ... */
const ALL_COUNTED = 128;
/** A story's newest articles, which its central one is chosen from. */
export const CENTRAL_OF = 100;

/** What stories are made of. */
export interface StoryArticle {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: Date | null;
}

/** An article that has its story. */
export interface Member {
  readonly telling: Telling;
  readonly story: number;
}

/** A story as it stands. */
export interface Standing {
  /** The sum of its articles. */
  readonly centre: Telling;
  /** When its first and last dated articles were published. */
  readonly first: Date | null;
  readonly last: Date | null;
}

/**
 * What the method looks up, in memory for one run or in the library for good. Articles are numbered as they come in, stories have keys;
 * each method is one look-up, however many it is asked for.
 */
export interface StoryIndex {
  counts(terms: readonly number[]): Counts;
  /** Counts terms as those of so many articles. */
  count(terms: readonly number[], articles: number): void;
  /** For each term the numbers of the `NEWEST` articles that are looked up by it. */
  holders(terms: Int32Array): ReadonlyMap<number, Iterable<number>>;
  members(numbers: readonly number[]): ReadonlyMap<number, Member>;
  stories(keys: readonly number[]): ReadonlyMap<number, Standing>;
}

/** The terms an article is looked up by. */
export const lookedUp = ({ terms }: Telling): Int32Array => terms.subarray(0, LOOKED_UP);

/** Reads what an article tells, and counts its terms; `form` are those of the form that it fills in. */
export function read(index: StoryIndex, { id, title, text }: StoryArticle, form: ReadonlySet<string>): Telling {
  const weighed = number(weighTerms(title, text));
  const counts = index.counts(weighed.terms);
  const every = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, counts.articles) / ALL_COUNTED)));
  if (hashWord(id) % every === 0) index.count(weighed.terms, every);
  return tell(weighed, counts, form);
}

/**
 * The story that an article belongs to, for good (single-pass clustering: Allan et al. 1998, topic detection and tracking): the one
 * most like it, or null for a new one. What one article costs does not grow with the articles before it: it is compared with the
 * newest that share its most telling terms, and with their stories.
 */
export function choose(index: StoryIndex, telling: Telling, publishedAt: Date | null, alike = ALIKE): number | null {
  const members = index.members(mostShared(index, telling));
  const stories = index.stories([...new Set(Array.from(members.values(), ({ story }) => story))]);
  const weights = byTerm(telling);
  const nearest = new Map<number, number>();
  const fresh = [...members.values()].filter(({ story }) => freshness(stories.get(story)!, publishedAt) > 0);
  for (const member of fresh.slice(0, COMPARED))
    nearest.set(member.story, Math.max(nearest.get(member.story) ?? 0, product(member.telling, weights)));

  let [best, most] = [null as number | null, alike];
  for (const [key, near] of nearest) {
    const story = stories.get(key)!;
    const whole = product(story.centre, weights) / lengthOf(story.centre);
    const likeness = (NEAREST * near + (1 - NEAREST) * whole) * freshness(story, publishedAt);
    if (likeness >= most) [best, most] = [key, likeness];
  }
  return best;
}

/** The numbers of the articles that share most of what it is looked up by. */
function mostShared(index: StoryIndex, telling: Telling): number[] {
  const shared = new Map<number, number>();
  const holders = index.holders(lookedUp(telling));
  for (const [k, term] of lookedUp(telling).entries())
    for (const each of holders.get(term) ?? []) shared.set(each, (shared.get(each) ?? 0) + telling.weights[k]!);
  const best = [...shared].sort(([n, a], [m, b]) => b - a || m - n);
  return best.slice(0, LOOKED_AT).map(([each]) => each);
}

/** A story with one more article; the first one makes it. */
export function join(story: Standing | null, telling: Telling, publishedAt: Date | null): Standing {
  if (story === null) return { centre: telling, first: publishedAt, last: publishedAt };
  const dates = [story.first, story.last, publishedAt].filter((date) => date !== null).map(Number);
  const [first, last] = dates.length === 0 ? [null, null] : [new Date(Math.min(...dates)), new Date(Math.max(...dates))];
  return { centre: add(story.centre, telling), first, last };
}

/** From 1, for an article within the story's span of time, to 0 beyond the window; an article or story without a date is always fresh. */
function freshness({ first, last }: Standing, publishedAt: Date | null): number {
  if (publishedAt === null || first === null || last === null) return 1;
  const days = Math.max(Number(first) - Number(publishedAt), Number(publishedAt) - Number(last), 0) / DAY;
  return days > WINDOW ? 0 : 2 ** (-days / HALVING);
}

/** The place of the article most like all the others, the first of equals. */
export function central(tellings: readonly Telling[]): number {
  const all = byTerm(add(...tellings));
  const likeness = tellings.map((telling) => product(telling, all));
  const most = Math.max(...likeness);
  return likeness.findIndex((each) => each > most - EQUAL);
}
const EQUAL = 1e-4;
