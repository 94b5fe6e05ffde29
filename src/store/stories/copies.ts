import { isOneForm, readForm } from "./forms.ts";
import { containment, readShingles, type Shingled } from "./shingles.ts";

/**
 * So much of what an article says must stand in another, word for word, for it to be that article once more; the figures are those of
 * ECB+ (`npm run bench -- stories`). Where half and less is shared, reporters of their own quote the same agency or press release.
 */
const COPIED = 0.6;
/** A copy that is less of the earlier article than this was cut from its end: it begins as that does. Else it is what that one quotes. */
const CUT = 0.4;
const BEGINNING = 20; // shingles
/** So much of how one of the two begins stands somewhere in the other. */
const SAME_BEGINNING = 0.3;
/** So much of the earlier version must stand in the later one. */
const KEPT = 0.5;
/** Of two articles that share so much of one of them, the later may repeat statements of the earlier. */
const NEAR = 0.5;
/** So many of its names and so many of its numbers too: forms ("a quake of magnitude 3.2 near …") change those from event to event. */
const SAME_PARTICULARS = 0.6;
/** Shorter texts are alike by chance. */
const FEWEST = 20; // shingles
/** Words that so many articles have are a page's furniture ("All rights reserved"), and are looked up no further. */
export const NEWEST_ALIKE = 30;
/** Articles that an article is compared with in full, those that share so much of the fingerprints of the one that has fewer. */
const COMPARED = 8;
const SHARED = 0.25;
/** Days between an article and its copies and later versions. */
const WINDOW = 14;
const DAY = 86_400_000; // milliseconds

/** What is compared of an article. */
export interface Printed {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly outlet: string | null;
  /** Canonical. */
  readonly url: string | null;
  readonly publishedAt: Date | null;
}

/** What an article is beside an earlier one: a later version of it, or nothing but its words again. */
export type Relation = "update" | "copy";

/** What is looked up, in memory for one run or in the library for good; articles are numbered as they come in. */
export interface CopyIndex {
  /** For each fingerprint the numbers of the `NEWEST_ALIKE` articles that have it. */
  alike(fingerprints: readonly number[]): ReadonlyMap<number, Iterable<number>>;
  /** How many fingerprints each has. */
  fingerprints(numbers: readonly number[]): ReadonlyMap<number, number>;
  printed(number: number): Printed;
}

export interface Earlier {
  readonly relation: { readonly is: Relation; readonly of: number } | null;
  /** Those that share half of one of the two, which statements may be carried over from. */
  readonly near: readonly number[];
  /** The terms of the form that it fills in, as others did for other events; none where it fills in none. */
  readonly form: ReadonlySet<string>;
}

/**
 * Compares an article with the few newest that share most fingerprints with it, and with the one at its address where there is one:
 * what it costs does not grow with the articles before it.
 */
export function findEarlier(index: CopyIndex, article: Printed, reading: Shingled, atAddress: number | null = null): Earlier {
  let relation: Earlier["relation"] = null;
  const near: number[] = [];
  const filledIn: Printed[] = [];
  for (const number of new Set([...(atAddress === null ? [] : [atAddress]), ...candidates(index, reading.fingerprints)])) {
    const earlier = index.printed(number);
    const [one, other] = [
      { ...article, ...reading },
      { ...earlier, ...readShingles(earlier.text) },
    ];
    const compared = compare(one, other);
    if (compared.near) near.push(number);
    if (compared.relation === null && isLong(one, other) && isOneForm(one, other)) filledIn.push(earlier);
    if (compared.relation === null) continue;
    // An outlet's own later version comes first, whoever else has its words.
    if (relation === null || (relation.is === "copy" && compared.relation === "update"))
      relation = { is: compared.relation, of: number };
  }
  return { relation, near, form: readForm(filledIn) };
}

function candidates(index: CopyIndex, fingerprints: readonly number[]): number[] {
  const holders = index.alike(fingerprints);
  const shared = new Map<number, number>();
  for (const fingerprint of fingerprints)
    for (const other of holders.get(fingerprint) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  const best = [...shared].sort(([n, a], [m, b]) => b - a || n - m);
  const sizes = index.fingerprints(best.map(([other]) => other));
  return best
    .filter(([other, count]) => count >= SHARED * Math.min(fingerprints.length, sizes.get(other)!))
    .slice(0, COMPARED)
    .map(([other]) => other);
}

type Reading = Printed & Shingled;

/**
 * The same words are a copy, and another text at the same address an update. Else a copy is what says nothing of its own: what counts is
 * how much of the article the earlier one has, so that a full report never goes under in a brief one that was first. An update comes
 * from the same outlet, not before the earlier version, and keeps most of it.
 */
function compare(article: Reading, earlier: Reading): { relation: Relation | null; near: boolean } {
  const contained = containment(article.shingles, earlier.shingles);
  const kept = containment(earlier.shingles, article.shingles);
  const { outlet, url } = article;
  const days = daysBetween(earlier.publishedAt, article.publishedAt);
  const soon = Math.abs(days) <= WINDOW && isLong(article, earlier);
  const near = soon && Math.max(contained, kept) >= NEAR;
  if (contained === 1 && kept === 1) return { relation: "copy", near: true };
  if (url !== null && url === earlier.url) return { relation: "update", near };
  if (soon && outlet !== null && outlet === earlier.outlet && days >= 0 && kept >= KEPT && agrees(earlier, article))
    return { relation: "update", near };
  const copied = soon && contained >= COPIED && agrees(article, earlier) && (kept >= CUT || beginsAlike(article, earlier));
  return { relation: copied ? "copy" : null, near };
}

const isLong = (...readings: readonly Shingled[]): boolean => readings.every(({ shingles }) => shingles.size >= FEWEST);

const beginsAlike = (article: Reading, earlier: Reading): boolean => {
  const [first, others] = [article, earlier].map(({ shingles }) => new Set([...shingles].slice(0, BEGINNING)));
  return containment(first!, others!) >= NEAR;
};

/** Whether most names and most numbers of one stand in the other, and some of its beginning: short items share a long foot. */
const agrees = (some: Reading, other: Reading) =>
  Math.max(beginsIn(some, other), beginsIn(other, some)) >= SAME_BEGINNING &&
  [some.names, some.numbers].every((those, k) => {
    const others = k === 0 ? other.names : other.numbers;
    return those.size === 0 || containment(those, others) >= SAME_PARTICULARS;
  });

const beginsIn = (some: Reading, other: Reading) => containment(new Set([...some.shingles].slice(0, BEGINNING)), other.shingles);

/** Negative where the second is before the first; none where a date is missing. */
const daysBetween = (from: Date | null, to: Date | null) => (from && to ? (to.getTime() - from.getTime()) / DAY : 0);
