import { readFileSync } from "node:fs";

interface Commonness {
  readonly articles: number;
  /** How many of them have a word. */
  readonly having: (word: string) => number;
}

/**
 * In how many of 840 US news articles (PolNeAR 1.0, train part) each folded word stands, for words of four or more; a line of the
 * file begins with that number, rounded to a step of a half power of two. `train/commonness.ts` writes it.
 */
export const commonness: Commonness = readCommonness(readFileSync(new URL("commonness.txt", import.meta.url), "utf8"));

function readCommonness(file: string): Commonness {
  const [articles, ...lines] = file.trim().split("\n");
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [count, ...words] = line.split(" ");
    for (const word of words) counts.set(word, Number(count));
  }
  return { articles: Number(articles), having: (word) => counts.get(word) ?? 0 };
}
