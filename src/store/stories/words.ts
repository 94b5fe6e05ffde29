import { isCommon, readTerms } from "../terms.ts";

/** News tells what happened first: what stands in the headline and in the first words counts thrice. */
const LEAD = 80; // words
const LEAD_COUNTS = 3;
/** Names, and numbers even more, tell two events of one kind apart. */
const NAME_COUNTS = 2;
const NUMBER_COUNTS = 3.5;

interface Occurrences {
  weighted: number;
  count: number;
  capitalised: number;
}

/**
 * The terms of an article with their weight within it, before how common each is: the logarithm of how often it occurs (Salton and
 * Buckley 1988 compare the ways to damp it), more for what stands first, for names and for numbers.
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
    const named = (capitalised > 0.6 * count ? NAME_COUNTS : 1) * (/\d/.test(form) ? NUMBER_COUNTS : 1);
    weights.set(form, (1 + Math.log(weighted)) * named);
  }
  return weights;
}
