import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { summarise } from "../src/briefing/summarise.ts";
import type { Article, Excerpt } from "../src/model.ts";
import { readDocument } from "../src/statements/document.ts";
import { isCommon } from "../src/store/terms.ts";
import { say } from "./measure.ts";

const WORDS = 250;
const REDUNDANT = 0.3; // of the words of two sentences together: the best for the baseline on these topics of .3 to .6
const DATA = fileURLToPath(new URL("../../shared/data/summaries/multiling_dev.jsonl", import.meta.url));
const SCORER = fileURLToPath(new URL("../../shared/eval/score_summaries.py", import.meta.url));

interface Topic {
  readonly topic: string;
  readonly articles: readonly Article[];
}

/** ROUGE F of our summaries beside those of the leads, on TAC 2011 MultiLing (English): 250 words of 10 articles, 3 human summaries. */
export function benchSummaries(): void {
  const missing = [DATA, SCORER].find((path) => !existsSync(path));
  if (missing) {
    say(`summaries: not measured, ${missing} is missing`);
    return;
  }
  const topics = readFileSync(DATA, "utf8").trim().split("\n").map(readTopic);
  const started = performance.now();
  const ours = topics.map(({ articles }) => summarise(articles, { words: WORDS }));
  const milliseconds = (performance.now() - started) / topics.length;
  score("ours", topics, ours);
  score(
    "leads, round robin, redundancy filter",
    topics,
    topics.map(({ articles }) => takeRoundRobin(articles, REDUNDANT)),
  );
  score(
    "leads, round robin",
    topics,
    topics.map(({ articles }) => takeRoundRobin(articles, 1)),
  );
  score(
    "one article after the other",
    topics,
    topics.map(({ articles }) => takeWhileFits(articles.flatMap(readProse))),
  );
  say(`summaries: ${milliseconds.toFixed(0)} ms for each topic's ${topics[0]!.articles.length} articles`);
}

function readTopic(line: string): Topic {
  const { topic, docs } = JSON.parse(line) as { topic: string; docs: { title: string; text: string }[] };
  const none = { outlet: null, author: null, publishedAt: null, modifiedAt: null, url: null, language: null, file: null };
  const articles = docs.map(({ title, text }, k) => ({
    ...none,
    id: `${topic}-${k}`,
    title,
    text,
    sentences: readDocument(text).sentences,
  }));
  return { topic, articles };
}

function score(name: string, topics: readonly Topic[], summaries: readonly (readonly Excerpt[])[]): void {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const file = join(folder, "summaries.jsonl");
    const lines = topics.map(({ topic }, k) => JSON.stringify({ topic, summary: summaries[k]!.map(textOf).join(" ") }));
    writeFileSync(file, lines.join("\n"));
    const { stdout, stderr, error, status } = spawnSync("python3", [SCORER, DATA, file, String(WORDS)], { encoding: "utf8" });
    if (error || status !== 0) say(`summaries: not scored, ${error?.message ?? stderr}`);
    else for (const line of stdout.trim().split("\n")) say(`summaries: ${name.padEnd(38)} ${line}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const textOf = ({ article, span }: Excerpt): string => article.text.slice(span.start, span.end);
const lengthOf = (excerpt: Excerpt): number => textOf(excerpt).split(/\s+/).length;

/** The sentences that end as sentences do: without date lines and headings, which makes the baselines stronger. */
const readProse = (article: Article): Excerpt[] =>
  article.sentences.map((span) => ({ article, span })).filter((excerpt) => /[.!?]["”’)]*$/.test(textOf(excerpt)));

function takeWhileFits(excerpts: readonly Excerpt[]): Excerpt[] {
  let left = WORDS;
  const over = excerpts.findIndex((excerpt) => {
    left -= lengthOf(excerpt);
    return left < 0;
  });
  return excerpts.slice(0, over < 0 ? undefined : over);
}

/** The first sentence of every article, then the second; left out when it shares `redundant` of its words with one taken. */
function takeRoundRobin(articles: readonly Article[], redundant: number): Excerpt[] {
  const prose = articles.map(readProse);
  const turns = Array.from({ length: Math.max(...prose.map(({ length }) => length)) }, (_, k) =>
    prose.flatMap((own) => own[k] ?? []),
  );
  const taken: Set<string>[] = [];
  const fresh = turns.flat().filter((excerpt) => {
    const words = new Set(
      (
        textOf(excerpt)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      ).filter((word) => !isCommon(word)),
    );
    if (taken.some((other) => overlap(words, other) >= redundant)) return false;
    taken.push(words);
    return true;
  });
  return takeWhileFits(fresh);
}

/** Jaccard 1912. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}

if (import.meta.main) benchSummaries();
