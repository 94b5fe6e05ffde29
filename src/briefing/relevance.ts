import { stemmer } from "stemmer";
import { isCommon, readTerms, type Term } from "../store/terms.ts";

/**
 * How much of a topic a text speaks of: the share of the topic's words that it holds, in any spelling and word form (Porter 1980),
 * a compound in one, two or hyphenated.
 */
export function relevance(topic: string): (text: string) => number {
  const all = readTerms(topic);
  const telling = all.filter(({ word }) => !isCommon(word));
  const asked = telling.length > 0 ? telling : all;
  const wanted = asked.map((term, k) => [...stems(term), ...joins([asked[k - 1], term]), ...joins([term, asked[k + 1]])]);
  return (text) => {
    const terms = readTerms(text);
    const held = new Set(terms.flatMap((term, k) => [...stems(term), ...joins([term, terms[k + 1]])]));
    return wanted.filter((forms) => forms.some((form) => held.has(form))).length / Math.max(1, wanted.length);
  };
}

const stems = ({ forms, parts }: Term): string[] => [...forms, ...parts].map(stemmer);

/** "cease fire" also as "ceasefire". */
const joins = ([left, right]: [Term | undefined, Term | undefined]): string[] =>
  left && right ? [stemmer(left.forms[0]! + right.forms[0]!)] : [];
