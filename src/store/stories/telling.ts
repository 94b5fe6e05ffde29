import { commonness } from "./commonness.ts";
import { hashWord } from "./hash.ts";

/** Terms of an article that are compared with others': the rest tells too little to be worth its room. */
const KEPT = 150;
/** Terms of a story as a whole. */
const CENTRE = 200;
/** How much rarer words count for more: less than in full, for a rare word may also be one that nobody else chose. */
const RARITY = 0.4;
/** For how many articles of the library one of those counts that `commonness` was counted in. */
const STANDING_IN = 0.25;

/** Terms as numbers (`hashWord`), each once, with their weights. */
export interface Telling {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** In how many articles of a library terms stand. */
export interface Counts {
  readonly articles: number;
  readonly having: ReadonlyMap<number, number>;
}

/** An article's terms with their weight within it, before how rare they are. */
export interface Weighed {
  readonly words: readonly string[];
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

export function number(weights: ReadonlyMap<string, number>): Weighed {
  const words = [...weights.keys()];
  return { words, terms: words.map(hashWord), weights: [...weights.values()] };
}

/**
 * An article's most telling terms, most telling first, as a vector of length 1: those that are rare (TF-IDF, Spärck Jones 1972) among
 * the articles of the library, the article itself and those that `commonness` was counted in, which stand in until there are more. The
 * terms of a form that the article fills in tell of no event: they are left out, and the vector is shorter by as much.
 */
export function tell({ words, terms, weights }: Weighed, { articles, having }: Counts, form: ReadonlySet<string>): Telling {
  const all = articles + 1 + STANDING_IN * commonness.articles;
  const weighed = terms.map((term, k) => {
    const holders = (having.get(term) ?? 0) + 1 + STANDING_IN * commonness.having(words[k]!);
    return { term, weight: weights[k]! * Math.max(0.01, Math.log((all + 1) / (holders + 0.5))) ** RARITY };
  });
  const telling = strongest(weighed, KEPT, true);
  return form.size === 0 ? telling : without(telling, new Set(Array.from(form, hashWord)));
}

function without({ terms, weights }: Telling, left: ReadonlySet<number>): Telling {
  const isKept = (_: number, k: number) => !left.has(terms[k]!);
  return { terms: terms.filter(isKept), weights: weights.filter(isKept) };
}

/** The sum of vectors, of which it keeps the strongest terms. */
export function add(...tellings: readonly Telling[]): Telling {
  const sum = new Map<number, number>();
  for (const { terms, weights } of tellings)
    for (let k = 0; k < terms.length; k++) sum.set(terms[k]!, (sum.get(terms[k]!) ?? 0) + weights[k]!);
  return strongest(
    Array.from(sum, ([term, weight]) => ({ term, weight })),
    CENTRE,
    false,
  );
}

function strongest(weighed: { term: number; weight: number }[], most: number, ofLengthOne: boolean): Telling {
  const kept = weighed.sort((a, b) => b.weight - a.weight).slice(0, most);
  const length = (ofLengthOne && Math.hypot(...kept.map(({ weight }) => weight))) || 1;
  return {
    terms: Int32Array.from(kept, ({ term }) => term),
    weights: Float32Array.from(kept, ({ weight }) => weight / length),
  };
}

/** The scalar product with a vector by term: for two of length 1, how alike they are, from 0 to 1. */
export function product({ terms, weights }: Telling, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let k = 0; k < terms.length; k++) sum += weights[k]! * (other.get(terms[k]!) ?? 0);
  return sum;
}

export function lengthOf({ weights }: Telling): number {
  let square = 0;
  for (const weight of weights) square += weight * weight;
  return Math.sqrt(square);
}

export const byTerm = ({ terms, weights }: Telling): Map<number, number> =>
  new Map(Array.from(terms, (term, k) => [term, weights[k]!]));
