import { containment, readShingles, type Shingled } from "./shingles.ts";

/**
 * So much of what an article says must stand in another, word for word, for it to be that article once more; the figures are those of
 * ECB+ (`npm run bench -- stories`). Where half and less is shared, reporters of their own quote the same agency or press release.
 */
const COPIED = 0.6;
/** So much of the earlier version must stand in the later one. */
const KEPT = 0.5;
/** So many of its names and numbers too: forms ("a quake of magnitude 3.2 near …") change only those from event to event. */
const SAME_PARTICULARS = 0.6;
/** Shorter texts are alike by chance. */
const FEWEST = 20; // shingles
/** Words that so many articles have are a page's furniture ("All rights reserved"), and are looked up no further. */
const NEWEST = 30;
/** Articles that an article is compared with in full, those that share so much of the fingerprints of the one that has fewer. */
const COMPARED = 8;
const SHARED = 0.25;
/** Days between an article and its copies and later versions. */
const WINDOW = 14;
const DAY = 86_400_000; // milliseconds

/** What is compared of an article. */
export interface Printed {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  /** Canonical. */
  readonly url: string | null;
  readonly publishedAt: Date | null;
}

/** What an article is beside an earlier one: a later version of it, or nothing but its words again. */
type Relation = "update" | "copy";

/** Tells for one article after the other whether an earlier one has said it. */
export interface Copies {
  /** Null for a new article. */
  add(article: Printed): { readonly relation: Relation; readonly of: Printed } | null;
}

interface Known {
  readonly article: Printed;
  readonly fingerprints: readonly number[];
}

interface Reading extends Shingled {
  readonly article: Printed;
}

/**
 * Compares each article with the few newest that share most fingerprints with it, and with the one at its address: what it costs does
 * not grow with the articles before it.
 */
export function createCopies(): Copies {
  const holders = new Map<number, Known[]>();
  const atAddress = new Map<string, Printed>();

  const add = (article: Printed) => {
    const reading = { article, ...readShingles(article.text) };
    const same = article.url === null ? undefined : atAddress.get(article.url);
    const earlier = [...(same ? [same] : []), ...candidates(reading.fingerprints)];
    const found = firstRelated(reading, earlier);
    if (article.url !== null) atAddress.set(article.url, article);
    const known = { article, fingerprints: reading.fingerprints };
    for (const fingerprint of known.fingerprints) {
      const others = holders.get(fingerprint);
      if (!others) holders.set(fingerprint, [known]);
      else if (others.push(known) > NEWEST) others.shift();
    }
    return found;
  };

  const candidates = (fingerprints: readonly number[]): Printed[] => {
    const shared = new Map<Known, number>();
    for (const fingerprint of fingerprints)
      for (const other of holders.get(fingerprint) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(([other, count]) => count >= SHARED * Math.min(fingerprints.length, other.fingerprints.length))
      .sort(([, a], [, b]) => b - a)
      .slice(0, COMPARED)
      .map(([other]) => other.article);
  };

  return { add };
}

function firstRelated(reading: Reading, earlier: readonly Printed[]) {
  for (const of of earlier) {
    const relation = relate(reading, { article: of, ...readShingles(of.text) });
    if (relation !== null) return { relation, of };
  }
  return null;
}

/**
 * The same words are a copy, and another text at the same address an update. Else a copy is what says nothing of its own: what counts is
 * how much of the article the earlier one has, so that a full report never goes under in a brief one that was first. An update comes
 * from the same outlet, not before the earlier version, and keeps most of it.
 */
function relate(article: Reading, earlier: Reading): Relation | null {
  const contained = containment(article.shingles, earlier.shingles);
  const kept = containment(earlier.shingles, article.shingles);
  const [{ outlet, url }, of] = [article.article, earlier.article];
  if (contained === 1 && kept === 1) return "copy";
  if (url !== null && url === of.url) return "update";
  const days = daysBetween(of.publishedAt, article.article.publishedAt);
  if (Math.abs(days) > WINDOW || Math.min(article.shingles.size, earlier.shingles.size) < FEWEST) return null;
  if (outlet !== null && outlet === of.outlet && days >= 0 && kept >= KEPT && agrees(earlier, article)) return "update";
  return contained >= COPIED && agrees(article, earlier) ? "copy" : null;
}

/** Whether most names and numbers of one stand in the other. */
const agrees = (some: Reading, other: Reading) => containment(some.particulars, other.particulars) >= SAME_PARTICULARS;

/** Negative where the second is before the first; none where a date is missing. */
const daysBetween = (from: Date | null, to: Date | null) => (from && to ? (to.getTime() - from.getTime()) / DAY : 0);
