import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article, Statement } from "../src/model.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { percentile, randomNumbers, say } from "./measure.ts";

const SIZES = [1_000, 3_000];
/** With `--large`: a quarter of an hour. */
const LARGE_SIZES = [1_000, 10_000, 100_000];
const MEASURED = 300; // articles at each size
const WORDS = 400;
const STATEMENTS = 8;
const RUNNING = 200; // stories that run at a time
const OUTLETS = 40;

/** What it costs to keep an article with its story and its copies, as the library grows; and what it is asked for stories. */
export async function benchLibrary(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const file = join(folder, "library.db");
    const store = createSqliteStore(file);
    const generate = createArticles();
    const outcomes = { added: 0, updated: 0, duplicate: 0 };
    let articles = 0;
    /** Between the sizes without statements, so that the library fills in a bearable time. */
    const add = async (withStatements: boolean) => {
      const [article, statements] = generate(articles++);
      const started = performance.now();
      outcomes[await store.addArticle("bench", article, withStatements ? statements : [])]++;
      return performance.now() - started;
    };
    let first: number | null = null; // computing time
    for (const size of process.argv.includes("--large") ? LARGE_SIZES : SIZES) {
      while (articles < size) await add(false);
      const times: number[] = [];
      const before = process.cpuUsage();
      for (let k = 0; k < MEASURED; k++) times.push(await add(true));
      const { user, system } = process.cpuUsage(before);
      const computing = (user + system) / 1_000 / MEASURED;
      first ??= computing;
      const started = performance.now();
      const { total } = await store.findStories("bench", { limit: 8, offset: 0 });
      const asked = performance.now() - started;
      say(
        `library: at ${size} articles ${computing.toFixed(1)} ms of computing an article, ${(computing / first).toFixed(2)} times that at ` +
          `${SIZES[0]}; by the clock p50 ${percentile(times, 50).toFixed(1)}, p95 ${percentile(times, 95).toFixed(1)} ms; ${(statSync(file).size / 1e6).toFixed(0)} MB; ` +
          `${total} stories, eight of them found in ${asked.toFixed(0)} ms`,
      );
    }
    say(`library: ${outcomes.added} added, ${outcomes.duplicate} copies, ${outcomes.updated} later versions`);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Articles of words as common as their rank tells (Zipf 1949) out of ever more words (Heaps 1978), with the names of their story and a few
 * of their own. One article in four opens a story; one in ten is another outlet's copy of the one before it, one in ten a later version.
 */
export function createArticles(): (number: number) => [Article, Statement[]] {
  const random = randomNumbers(7);
  const pick = (count: number) => Math.floor(count * random());
  let before: { words: string[]; outlet: string } | null = null;
  return (number) => {
    const vocabulary = 20_000 + 200 * Math.sqrt(number * WORDS);
    const story = Math.max(0, Math.floor(number / 4) - pick(RUNNING));
    const word = () => (random() < 0.12 ? `Name${story}x${pick(15)}` : `w${Math.floor(vocabulary ** random()).toString(36)}`);
    const sentence = () => [`Person${story}y${pick(6)}`, "said", "that", ...Array.from({ length: WORDS / 20 }, word)].join(" ");
    const kind = before === null ? 1 : random();
    const fresh = kind >= 0.2;
    const words = fresh
      ? Array.from({ length: 20 }, sentence)
      : kind < 0.1
        ? before!.words.slice(0, 18)
        : [...before!.words.slice(0, 17), ...Array.from({ length: 3 }, sentence)];
    const outlet = fresh ? `Outlet ${pick(OUTLETS)}` : kind < 0.1 ? `Outlet ${pick(OUTLETS)} copies` : before!.outlet;
    before = { words, outlet };
    return makeArticle(number, words, outlet);
  };
}

function makeArticle(number: number, words: readonly string[], outlet: string): [Article, Statement[]] {
  const id = number.toString(16).padStart(16, "0");
  const text = words.map((each) => `${each}.`).join("\n");
  let start = 0;
  const sentences = words.map((each) => {
    const span = { start, end: start + each.length + 1 };
    start = span.end + 1;
    return span;
  });
  const statements = sentences.slice(0, STATEMENTS).map((span, k): Statement => {
    const [name = ""] = words[k]!.split(" ", 1);
    return {
      id: `${id}:${span.start}`,
      articleId: id,
      kind: "indirect",
      content: [{ start: span.start + name.length + " said that ".length, end: span.end - 1 }],
      cue: { start: span.start + name.length + 1, end: span.start + name.length + 5 },
      source: { start: span.start, end: span.start + name.length },
      speaker: { name, role: null },
      mentions: [name],
      confidence: 1,
    };
  });
  const publishedAt = new Date(Date.UTC(2026, 0, 1) + number * 120_000);
  const title = words[0]!.split(" ").slice(3, 12).join(" ");
  return [
    {
      ...{ id, title, outlet, author: null, publishedAt, modifiedAt: null },
      url: `https://news.example/${id}`,
      ...{ language: "en", file: null },
      text,
      sentences,
    },
    statements,
  ];
}
