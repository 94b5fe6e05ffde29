import { readFileSync, writeFileSync } from "node:fs";
import { weighTerms } from "../src/store/stories/words.ts";

/** Writes which words are common in news: `node train/commonness.ts <train.jsonl>`, of `{"text"}` lines. */
const FEWEST = 4; // articles that have a word
const FILE = new URL("../src/store/stories/commonness.txt", import.meta.url);

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("Name the .jsonl file of articles to count in.");
const texts = readFileSync(source, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const counts = new Map<string, number>();
for (const text of texts) for (const word of weighTerms(null, text).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
const rounded = (count: number) => Math.round(texts.length * 2 ** (-Math.round(2 * Math.log2(texts.length / count)) / 2));
const lines = Map.groupBy(
  [...counts].filter(([, count]) => count >= FEWEST),
  ([, count]) => rounded(count),
);
const printed = [...lines]
  .sort(([a], [b]) => b - a)
  .map(([count, words]) => [count, ...words.map(([word]) => word).sort()].join(" "));
writeFileSync(FILE, `${texts.length}\n${printed.join("\n")}\n`);
