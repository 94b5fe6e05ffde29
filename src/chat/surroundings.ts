import type { Hit } from "../model.ts";

/** Articles with other sentences around a statement that an answer shows, beside its own. */
const SHOWN = 2;

/** The stretch of the article a statement stands in, from the sentence before to the sentence after. */
export function surroundings({ statement, article }: Hit): string {
  const { sentences, text } = article;
  const start = statement.content[0]?.start ?? 0;
  const end = statement.content.at(-1)?.end ?? 0;
  const first = sentences.findIndex((sentence) => sentence.end > start);
  const last = sentences.findLastIndex((sentence) => sentence.start < end);
  if (first < 0 || last < 0) return text.slice(start, end);
  return text.slice(sentences[Math.max(0, first - 1)]!.start, sentences[Math.min(sentences.length - 1, last + 1)]!.end);
}

/** Of the articles that carry a statement as well, those with something else around it, each surroundings once; and how many are left. */
export function otherSurroundings(hit: Hit): { readonly shown: readonly Hit[]; readonly left: number } {
  const known = [plainWords(surroundings(hit))];
  const others = (hit.elsewhere ?? []).filter((other) => {
    const words = plainWords(surroundings(other));
    if (known.some((each) => each.includes(words))) return false;
    known.push(words);
    return true;
  });
  return { shown: others.slice(0, SHOWN), left: Math.max(0, others.length - SHOWN) };
}

/** The words alone, whatever the marks and the white space between them. */
const plainWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
