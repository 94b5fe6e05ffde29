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

/** What words were read as: a digest reads many articles, and most words of one are those of others. */
const remembered = new Map<string, string>();
const MOST = 50_000; // words; then all are forgotten

function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size === MOST) remembered.clear();
  const found = stemmer(word);
  remembered.set(word, found);
  return found;
}

const stems = ({ forms, parts }: Term): string[] => [...forms, ...parts].map(stem);

/** "cease fire" also as "ceasefire". */
const joins = ([left, right]: [Term | undefined, Term | undefined]): string[] =>
  left && right ? [stem(left.forms[0]! + right.forms[0]!)] : [];
