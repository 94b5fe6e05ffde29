import { isCommon, readTerms } from "../terms.ts";
import { containment, type Shingled, shingle } from "./shingles.ts";
import { weighTerms } from "./words.ts";

/** So much of each of two texts must stand in the other, word for word, for them to be one form. */
const FORM = 0.4;
/** What fills it in is other particulars when fewer of them than this stand anywhere in the other text. */
const RECURRING = 0.25;
/** So many names, with whatever numbers there are, or so many numbers alone: a later report of the same event corrects fewer. */
const NAMES = 2;
const NUMBERS = 3;

/** A text with its headline. */
interface Headed {
  readonly title: string | null;
  readonly text: string;
}

/**
 * Whether two texts are one form, filled in for two events (quakes, matches, the weather): most words are the same, but where they differ
 * each has names and numbers that the other has nowhere. Two reports of one event that differ as much still have names in common there.
 */
export function isOneForm(one: Headed & Shingled, other: Headed & Shingled): boolean {
  if (containment(one.shingles, other.shingles) < FORM || containment(other.shingles, one.shingles) < FORM) return false;
  const both = [readBlanks(one, other), readBlanks(other, one)];
  const otherNames = both.every(({ names }) => names.size >= NAMES && names.recurring < RECURRING);
  const otherNumbers = both.every(({ numbers }) => numbers.recurring < RECURRING);
  return otherNumbers && (otherNames || both.every(({ numbers }) => numbers.size >= NUMBERS));
}

/** How many names and numbers stand outside what a text shares with another, and which share of them stands anywhere in that. */
function readBlanks({ text }: Headed, other: Headed & Shingled) {
  const terms = readTerms(text);
  const shared = new Set<number>();
  for (const [start, { hash, end }] of shingle(terms).entries())
    if (other.shingles.has(hash)) for (let k = start; k < end; k++) shared.add(k);
  const own = terms.filter(({ word }, k) => !shared.has(k) && !isCommon(word));
  const others = new Set(readTerms(other.text).map(({ forms }) => forms[0]!));
  const those = (pattern: RegExp) => {
    const found = new Set(own.filter(({ word }) => pattern.test(word)).map(({ forms }) => forms[0]!));
    return { size: found.size, recurring: containment(found, others) };
  };
  return { names: those(/^\p{Lu}\D*$/u), numbers: those(/\d/) };
}

/** The terms (`weighTerms`) that at least half of those have which fill in the same form: they tell of no event. */
export function readForm(filledIn: readonly Headed[]): ReadonlySet<string> {
  const having = new Map<string, number>();
  for (const { title, text } of filledIn)
    for (const term of weighTerms(title, text).keys()) having.set(term, (having.get(term) ?? 0) + 1);
  return new Set([...having].filter(([, count]) => 2 * count >= filledIn.length).map(([term]) => term));
}
