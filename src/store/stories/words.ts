import { isCommon, readTerms } from "../terms.ts";
import { commonness } from "./commonness.ts";

/** News tells what happened first: the headline and the first words count thrice. */
const LEAD = 80; // words
const LEAD_COUNTS = 3;
/** Names and numbers tell two events of one kind apart. */
const NAMED_COUNTS = 2;
/** Terms of an article that are compared with others': the rest tells too little to be worth its room. */
const KEPT = 200;

/** What an article is compared by: its most telling terms first, as a vector of length 1. */
export type Telling = ReadonlyMap<string, number>;

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

/** How common terms are in the library so far. */
export interface Frequencies {
  /** Articles in all. */
  readonly articles: number;
  /** How many of them have a term. */
  readonly having: (term: string) => number;
}

/**
 * Weighs terms by how rare they are (TF-IDF, Spärck Jones 1972) among the library's articles and those of a list of common words, which
 * stands in until the library knows better.
 */
export function weighTelling(weights: ReadonlyMap<string, number>, { articles, having }: Frequencies): Telling {
  const all = articles + commonness.articles;
  const weighed = [...weights].map(([term, weight]) => {
    const rarity = Math.log((all + 1) / (having(term) + commonness.having(term) + 0.5));
    return [term, weight * Math.max(0.01, rarity)] as const;
  });
  const kept = weighed.sort(([, a], [, b]) => b - a).slice(0, KEPT);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(kept.map(([term, weight]) => [term, weight / length]));
}

/** The scalar product: for two vectors of length 1, how alike they are, from 0 to 1. */
export function product(some: Telling, other: Telling): number {
  let sum = 0;
  for (const [term, weight] of some) sum += weight * (other.get(term) ?? 0);
  return sum;
}
