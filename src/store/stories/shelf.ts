import { type CopyIndex, findEarlier, NEWEST_ALIKE, type Printed, type Relation } from "./copies.ts";
import { readShingles, type Shingled } from "./shingles.ts";

/** What articles of one run are compared with, in memory, with the limits of the library; numbered as they are added. */
export interface Shelf extends CopyIndex {
  add(article: Printed, reading: Shingled): number;
}

export function createShelf(): Shelf {
  const articles: { article: Printed; fingerprints: number }[] = [];
  const holders = new Map<number, number[]>();
  return {
    alike: () => holders,
    fingerprints: (numbers) => new Map(numbers.map((number) => [number, articles[number]!.fingerprints])),
    printed: (number) => articles[number]!.article,
    add: (article, { fingerprints }) => {
      const number = articles.push({ article, fingerprints: fingerprints.length }) - 1;
      for (const fingerprint of fingerprints) {
        const held = holders.get(fingerprint);
        if (!held) holders.set(fingerprint, [number]);
        else if (held.push(number) > NEWEST_ALIKE) held.shift();
      }
      return number;
    },
  };
}

/** Tells for one article after the other whether an earlier one has said it. */
export interface Copies {
  /** Null for a new article. */
  add(article: Printed): { readonly relation: Relation; readonly of: Printed } | null;
}

/** Copies among articles that are told in one run, by the method and with the limits of the library. */
export function createCopies(): Copies {
  const shelf = createShelf();
  const addresses = new Map<string, number>();
  const add = (article: Printed) => {
    const reading = readShingles(article.text);
    const atAddress = article.url === null ? null : (addresses.get(article.url) ?? null);
    const { relation } = findEarlier(shelf, article, reading, atAddress);
    const number = shelf.add(article, reading);
    if (article.url !== null) addresses.set(article.url, number);
    return relation && { relation: relation.is, of: shelf.printed(relation.of) };
  };
  return { add };
}
