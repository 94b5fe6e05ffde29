import { byTerm, createVocabulary, product, type Telling, weighTerms } from "./words.ts";

/**
 * How alike an article and a story must be. Chosen on ECB+ as a whole, as is all that `words.ts` weighs: `npm run bench -- stories`
 * prints beside it what a threshold cross-validated over stories gives.
 */
export const ALIKE = 0.32;
/** Days of silence after which an article must be twice as alike to take a story up again, and those after which none does. */
const HALVING = 30;
const WINDOW = 45;
const DAY = 86_400_000; // milliseconds

/** What an article is looked up by: so many of its most telling terms, and under each the newest articles. */
const LOOKED_UP = 20;
const NEWEST = 60;
/** Articles that an article is compared with in full. */
const COMPARED = 40;

/** What stories are made of. */
export interface StoryArticle {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: Date | null;
}

/** Articles that tell one story. */
export interface Story {
  /** That of its first article. */
  readonly id: string;
  readonly articles: readonly StoryArticle[];
  /** The article most like all the others. */
  readonly central: StoryArticle;
  /** When its first and last dated articles were published. */
  readonly first: Date | null;
  readonly last: Date | null;
}

/** Tells for one article after the other which story it belongs to, for good. */
export interface Stories {
  /** Returns the story's id. */
  add(article: StoryArticle): string;
  /** In the order of their first articles. */
  list(): readonly Story[];
}

interface Member {
  readonly article: StoryArticle;
  readonly telling: Telling;
  readonly story: Growing;
}

interface Growing {
  readonly id: string;
  readonly members: Member[];
  /** The sum of its members' vectors, and the square of its length. */
  readonly sum: Map<number, number>;
  square: number;
  /** Milliseconds since 1970; nothing between Infinity and -Infinity while no member has a date. */
  first: number;
  last: number;
}

/**
 * Stories in the order in which articles come in (single-pass clustering: Allan et al. 1998, topic detection and tracking): an article
 * joins the story most like it, or begins one; nothing is ever moved. What one article costs does not grow with the articles before
 * it: it is compared with the `COMPARED` newest that share its most telling terms, and with their stories.
 */
export function createStories(alike = ALIKE): Stories {
  const vocabulary = createVocabulary();
  /** By term, the articles that are looked up by it. */
  const holders = new Map<number, Member[]>();
  const stories: Growing[] = [];

  const add = (article: StoryArticle): string => {
    const telling = vocabulary.add(weighTerms(article.title, article.text));
    const story = mostAlike(article, telling) ?? begin(article);
    const member = { article, telling, story };
    join(story, member);
    for (const term of telling.terms.subarray(0, LOOKED_UP)) hold(term, member);
    return story.id;
  };

  const mostAlike = ({ publishedAt }: StoryArticle, telling: Telling): Growing | null => {
    let [best, most] = [null as Growing | null, alike];
    for (const [story, nearest] of nearestMembers(telling, publishedAt)) {
      const whole = product(telling, story.sum) / Math.sqrt(story.square);
      const likeness = ((nearest + whole) / 2) * freshness(story, publishedAt);
      if (likeness >= most) [best, most] = [story, likeness];
    }
    return best;
  };

  /** The stories in question, each with how alike its member most like the article is. */
  const nearestMembers = (telling: Telling, publishedAt: Date | null): Map<Growing, number> => {
    const shared = new Map<Member, number>();
    for (const [k, term] of telling.terms.subarray(0, LOOKED_UP).entries()) {
      const weight = telling.weights[k]!;
      for (const member of holders.get(term) ?? []) {
        if (freshness(member.story, publishedAt) > 0) shared.set(member, (shared.get(member) ?? 0) + weight);
      }
    }
    const compared = [...shared].sort(([, a], [, b]) => b - a).slice(0, COMPARED);
    const weights = byTerm(telling);
    const nearest = new Map<Growing, number>();
    for (const [member] of compared) {
      nearest.set(member.story, Math.max(nearest.get(member.story) ?? 0, product(member.telling, weights)));
    }
    return nearest;
  };

  const begin = ({ id }: StoryArticle): Growing => {
    const story = { id, members: [], sum: new Map(), square: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
    stories.push(story);
    return story;
  };

  const hold = (term: number, member: Member): void => {
    const members = holders.get(term);
    if (!members) holders.set(term, [member]);
    else if (members.push(member) > NEWEST) members.shift();
  };

  return { add, list: () => stories.map(describe) };
}

function join(story: Growing, member: Member): void {
  const { telling, article } = member;
  story.square += 2 * product(telling, story.sum) + 1;
  for (const [term, weight] of byTerm(telling)) story.sum.set(term, (story.sum.get(term) ?? 0) + weight);
  story.members.push(member);
  if (article.publishedAt) {
    story.first = Math.min(story.first, article.publishedAt.getTime());
    story.last = Math.max(story.last, article.publishedAt.getTime());
  }
}

/** From 1, for an article within the story's span of time, to 0 beyond the window; an article or story without a date is always fresh. */
function freshness({ first, last }: Growing, publishedAt: Date | null): number {
  if (publishedAt === null || first > last) return 1;
  const days = Math.max(first - publishedAt.getTime(), publishedAt.getTime() - last, 0) / DAY;
  return days > WINDOW ? 0 : 2 ** (-days / HALVING);
}

function describe({ id, members, sum, first, last }: Growing): Story {
  let [central, most] = [members[0]!, -1];
  for (const member of members) {
    const likeness = product(member.telling, sum);
    if (likeness > most) [central, most] = [member, likeness];
  }
  const [from, to] = first > last ? [null, null] : [new Date(first), new Date(last)];
  return { id, articles: members.map(({ article }) => article), central: central.article, first: from, last: to };
}
