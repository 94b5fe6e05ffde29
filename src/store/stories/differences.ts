import type { Article, OwnSentence, Statement } from "../../model.ts";
import { MINIMUM_CONFIDENCE } from "../store.ts";
import { foldText } from "../terms.ts";
import { containment, readShingles } from "./shingles.ts";

/** An article as it was or is, with all it says. */
export interface Told {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** The sentences of one text whose words stand nowhere in another, verbatim; in one pass, however long both are. */
export function ownSentences({ article, statements }: Told, other: Article): OwnSentence[] {
  const { text, sentences } = article;
  const runs = readShingles(other.text).shingles;
  const shared = new Set(other.sentences.map(({ start, end }) => foldText(other.text.slice(start, end))));
  const sure = statements.filter(({ speaker, confidence }) => speaker !== null && confidence >= MINIMUM_CONFIDENCE);
  return sentences.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const words = foldText(sentence);
    if (words === "" || shared.has(words) || containment(readShingles(sentence).shingles, runs) === 1) return [];
    const teller = sure.find(({ content }) => content.some((span) => span.start < end && span.end > start));
    return [{ text: sentence, speaker: teller?.speaker?.name ?? null }];
  });
}
