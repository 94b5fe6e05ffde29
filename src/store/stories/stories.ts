import { findEarlier } from "./copies.ts";
import {
  ALIKE,
  CENTRAL_OF,
  central,
  choose,
  join,
  lookedUp,
  type Member,
  NEWEST,
  read,
  type Standing,
  type StoryArticle,
  type StoryIndex,
} from "./settle.ts";
import { createShelf } from "./shelf.ts";
import { readShingles } from "./shingles.ts";

export { ALIKE, type StoryArticle } from "./settle.ts";

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

/** Stories of articles that are told in one run, by the method and with the limits of the library. */
export function createStories(alike = ALIKE): Stories {
  const members: (Member & { readonly article: StoryArticle })[] = [];
  const stories: (Standing & { readonly members: number[] })[] = [];
  const index = createIndex(members, stories);
  const shelf = createShelf();

  const add = (article: StoryArticle): string => {
    const printed = { ...article, outlet: null, url: null };
    const reading = readShingles(article.text);
    const telling = read(index, article, findEarlier(shelf, printed, reading).form);
    shelf.add(printed, reading);
    const story = choose(index, telling, article.publishedAt, alike) ?? stories.length;
    const number = members.push({ article, telling, story }) - 1;
    const numbers = stories[story]?.members ?? [];
    numbers.push(number);
    stories[story] = { ...join(stories[story] ?? null, telling, article.publishedAt), members: numbers };
    index.hold(lookedUp(telling), number);
    return members[numbers[0]!]!.article.id;
  };

  const describe = ({ members: numbers, first, last }: (typeof stories)[number]): Story => {
    const articles = numbers.map((number) => members[number]!.article);
    const newest = numbers.slice(-CENTRAL_OF);
    const middle = newest[central(newest.map((number) => members[number]!.telling))]!;
    return { id: articles[0]!.id, articles, central: members[middle]!.article, first, last };
  };

  return { add, list: () => stories.map(describe) };
}

/** Looks up in memory. */
function createIndex(
  members: readonly Member[],
  stories: readonly Standing[],
): StoryIndex & { hold(terms: Int32Array, number: number): void } {
  let articles = 0;
  const having = new Map<number, number>();
  const holders = new Map<number, number[]>();
  return {
    counts: () => ({ articles, having }),
    count: (terms, as) => {
      articles += as;
      for (const term of terms) having.set(term, (having.get(term) ?? 0) + as);
    },
    holders: () => holders,
    members: (numbers) => new Map(numbers.map((number) => [number, members[number]!])),
    stories: (keys) => new Map(keys.map((key) => [key, stories[key]!])),
    hold: (terms, number) => {
      for (const term of terms) {
        const held = holders.get(term);
        if (!held) holders.set(term, [number]);
        else if (held.push(number) > NEWEST) held.shift();
      }
    },
  };
}
