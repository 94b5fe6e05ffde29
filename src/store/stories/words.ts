import { isCommon, readTerms } from "../terms.ts";
import { commonness } from "./commonness.ts";

/** News tells what happened first: the headline and the first words count thrice. */
const LEAD = 80; // words
const LEAD_COUNTS = 3;
/** Names and numbers tell two events of one kind apart. */
const NAMED_COUNTS = 2;
/** Terms of an article that are compared with others': the rest tells too little to be worth its room. */
const KEPT = 200;

interface Occurrences {
  weighted: number;
  count: number;
  capitalised: number;
}

/**
 * The terms of an article with their weight within it, before how common each is: the root of how often it occurs (Salton and
 * Buckley 1988 compare the ways to damp it), more for what stands first and for names and numbers.
 */
export function weighTerms(title: string | null, text: string): ReadonlyMap<string, number> {
  const found = new Map<string, Occurrences>();
  const count = (part: string) => {
    for (const [place, { word, forms, parts }] of readTerms(part).entries()) {
      if (isCommon(word)) continue;
      for (const form of parts.length > 0 ? parts : forms.slice(0, 1)) {
        if (form.length < 2) continue;
        const known = found.get(form) ?? { weighted: 0, count: 0, capitalised: 0 };
        known.weighted += place < LEAD ? LEAD_COUNTS : 1;
        known.count++;
        if (/^\p{Lu}/u.test(word)) known.capitalised++;
        found.set(form, known);
      }
    }
  };
  count(title ?? "");
  count(text);
  const weights = new Map<string, number>();
  for (const [form, { weighted, count, capitalised }] of found) {
    const named = (capitalised > 0.6 * count ? NAMED_COUNTS : 1) * (/\d/.test(form) ? NAMED_COUNTS : 1);
    weights.set(form, Math.sqrt(weighted) * named);
  }
  return weights;
}

/** An article's most telling terms, most telling first, as a vector of length 1. */
export interface Telling {
  /** Their numbers in the `Vocabulary`. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** The terms of all articles so far, each as a number, and how many articles have it. */
export interface Vocabulary {
  /** Counts an article's terms, then weighs them. */
  add(weights: ReadonlyMap<string, number>): Telling;
}

/**
 * Weighs terms by how rare they are (TF-IDF, Spärck Jones 1972) among the articles so far and those that `commonness` was counted in,
 * which stand in until there are more.
 */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const having: number[] = [];
  let articles = commonness.articles;

  const count = (term: string): number => {
    let number = numbers.get(term);
    if (number === undefined) {
      number = having.push(commonness.having(term)) - 1;
      numbers.set(term, number);
    }
    having[number]!++;
    return number;
  };

  const add = (weights: ReadonlyMap<string, number>): Telling => {
    articles++;
    const weighed = [...weights].map(([term, weight]) => {
      const number = count(term);
      return { number, weight: weight * Math.max(0.01, Math.log((articles + 1) / (having[number]! + 0.5))) };
    });
    const kept = weighed.sort((a, b) => b.weight - a.weight).slice(0, KEPT);
    const length = Math.hypot(...kept.map(({ weight }) => weight)) || 1;
    return {
      terms: Int32Array.from(kept, ({ number }) => number),
      weights: Float32Array.from(kept, ({ weight }) => weight / length),
    };
  };
  return { add };
}

/** The scalar product with a vector by term: for two of length 1, how alike they are, from 0 to 1. */
export function product({ terms, weights }: Telling, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let k = 0; k < terms.length; k++) sum += weights[k]! * (other.get(terms[k]!) ?? 0);
  return sum;
}

export const byTerm = ({ terms, weights }: Telling): Map<number, number> =>
  new Map(Array.from(terms, (term, k) => [term, weights[k]!]));
