import { readTerms, type Term } from "../terms.ts";
import { hashRun, hashWord } from "./hash.ts";

/** Neighbouring words that make one shingle: five seldom stand together by chance (Broder 1997). */
const SHINGLE = 5;
/** Of so many shingles in a row one is a fingerprint: a run of `SHINGLE + WINDOW - 1` shared words shares one (winnowing, Schleimer et al. 2003). */
const WINDOW = 16;
/** Copies are cut from the end: fingerprints of the beginning find them, however long the rest. */
const BEGINNING = 250; // shingles

/** A text as it is compared word for word with others. */
export interface Shingled {
  /** Every run of five folded words, as a number; a text of fewer words is one. */
  readonly shingles: ReadonlySet<number>;
  /** Under which others look it up. */
  readonly fingerprints: readonly number[];
  /** Its capitalised words and its numbers, folded: what a form that is filled in anew for each event changes. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export function readShingles(text: string): Shingled {
  const terms = readTerms(text);
  const shingles = shingle(terms).map(({ hash }) => hash);
  const those = (pattern: RegExp) => new Set(terms.filter(({ word }) => pattern.test(word)).map(({ forms }) => forms[0]!));
  return {
    shingles: new Set(shingles),
    fingerprints: shingles.length === 0 ? [] : winnow(shingles.slice(0, BEGINNING)),
    names: those(/^\p{Lu}\D*$/u),
    numbers: those(/\d/),
  };
}

/** The shingle that begins at each term, as a number and with the place where it ends. */
export function shingle(terms: readonly Term[]): { readonly hash: number; readonly end: number }[] {
  const words = terms.map(({ forms }) => hashWord(forms[0]!));
  const shingles = [];
  for (let k = 0; k < words.length && (k === 0 || k + SHINGLE <= words.length); k++) {
    const end = Math.min(k + SHINGLE, words.length);
    shingles.push({ hash: hashRun(words, k, end), end });
  }
  return shingles;
}

/** The share of `some` that is also in `other`, from 0 to 1; of nothing, nothing is. */
export function containment<T>(some: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let shared = 0;
  for (const each of some) if (other.has(each)) shared++;
  return some.size === 0 ? 0 : shared / some.size;
}

/** The least of every window. */
function winnow(hashes: readonly number[]): number[] {
  const chosen = new Set<number>();
  for (let k = 0; k === 0 || k + WINDOW <= hashes.length; k++) chosen.add(Math.min(...hashes.slice(k, k + WINDOW)));
  return [...chosen];
}
