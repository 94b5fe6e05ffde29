import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { createBriefing } from "../src/briefing/briefing.ts";
import { createAnswer } from "../src/chat/answer.ts";
import type { Article, Statement } from "../src/model.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { percentile, randomNumbers, say } from "./measure.ts";

const ARTICLES = 10_000;
const STATEMENTS = 10; // an article
const QUESTIONS = 400;
const PEOPLE = 3_000;
const OFFERED = 25; // values while somebody types
const MERGES = 100; // speakers made one by hand

/** `/who-said` on a library of 100,000 generated statements: the time from the typed command to its card, inside the process. */
export async function benchSearch(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const random = randomNumbers(7);
    const vocabulary = generateWords(30_000, random);
    const speakers = generateSpeakers(vocabulary, random);
    const file = join(folder, "library.db");
    const store = createSqliteStore(file);
    const started = performance.now();
    for (let k = 0; k < ARTICLES; k++) await store.addArticle("bench", ...generateArticle(k, vocabulary, speakers, random));
    for (let k = 0; k < MERGES; k++) await store.mergeSpeakers("bench", speakers[2 * k]!, speakers[2 * k + 1]!);
    const seconds = (performance.now() - started) / 1000;
    const { statements } = await store.size("bench");
    const megabytes = statSync(file).size / 1e6;
    say(
      `search: ${statements} generated statements of ${new Set(speakers).size} names stored in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    );

    const answer = createAnswer(
      commands,
      { briefing: createBriefing(store), feeds: {} as never, digests: {} as never, records: {} as never, now: () => new Date() },
      ({ fault }) => {
        if (fault) throw fault.error;
      },
    );
    const channel = { platform: "terminal", workspace: "bench", id: "bench" } as const;
    const kinds = {
      "one word": () => ({ topic: pickWord(vocabulary, random) }),
      "two words": () => ({ topic: `${pickWord(vocabulary, random)} ${pickWord(vocabulary, random)}` }),
      "by a speaker": () => ({
        topic: pickWord(vocabulary, random),
        by: speakers[Math.floor(random() * 200)]!.split(" ").at(-1)!,
      }),
      "by one of several names": () => ({
        topic: pickWord(vocabulary, random),
        by: speakers[Math.floor(random() * 2 * MERGES)]!,
      }),
      "the 50 commonest words": () => ({ topic: vocabulary[Math.floor(random() * 50)]! }),
      "a word nobody said": () => ({ topic: `${pickWord(vocabulary, random)}qu` }),
    };
    const all: number[] = [];
    for (const [name, question] of Object.entries(kinds)) {
      const times: number[] = [];
      let found = 0;
      for (let k = 0; k < QUESTIONS; k++) {
        const input = question();
        const from = performance.now();
        await answer({ command: "who-said", input, channel, user: { id: "bench", name: "bench", isManager: () => true } });
        times.push(performance.now() - from);
        found += (await store.findStatements("bench", { ...input, limit: 1, offset: 0 })).total;
      }
      all.push(...times);
      say(`search: ${name.padEnd(24)} ${summary(times)}, ${Math.round(found / QUESTIONS)} found on average`);
    }
    say(`search: ${"all".padEnd(24)} ${summary(all)} (aim: p95 under 20 ms)`);
    for (const what of ["speaker", "topic", "outlet", "article"] as const) {
      const times: number[] = [];
      for (let k = 0; k < QUESTIONS; k++) {
        const word = pickWord(vocabulary, random);
        const typed = word.slice(0, k % 4);
        const from = performance.now();
        await store.complete("bench", what, typed, OFFERED);
        times.push(performance.now() - from);
      }
      say(`search: ${`completing a ${what}`.padEnd(24)} ${summary(times)} (aim: under 100 ms)`);
    }
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const summary = (times: readonly number[]) =>
  `p50 ${percentile(times, 50).toFixed(2)} ms, p95 ${percentile(times, 95).toFixed(2)} ms, p99 ${percentile(times, 99).toFixed(2)} ms`;

/** Words as common as their rank tells (Zipf 1949), so that some match thousands of statements and most a few. */
function pickWord(vocabulary: readonly string[], random: () => number): string {
  return vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random()) - 1)]!;
}

function generateWords(count: number, random: () => number): string[] {
  const syllables = "ba de fi go lu mar nel pos qui ren sto tal ver wis xan yor zim cha dri plo".split(" ");
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]!).join(""));
  }
  return [...words];
}

/** 5,000 names: people who share given names and surnames, a third of them also with a middle initial, a third of the surnames bare. */
function generateSpeakers(vocabulary: readonly string[], random: () => number): string[] {
  const people = Array.from({ length: PEOPLE }, () => {
    const [given, surname] = [vocabulary[Math.floor(random() * 400)]!, vocabulary[400 + Math.floor(random() * 2_500)]!];
    return { given: capital(given), surname: capital(surname) };
  });
  const third = people.slice(0, PEOPLE / 3);
  return [
    ...people.map(({ given, surname }) => `${given} ${surname}`),
    ...third.map(({ given, surname }) => `${given} J. ${surname}`),
    ...third.map(({ surname }) => surname),
  ];
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

function generateArticle(
  number: number,
  vocabulary: readonly string[],
  speakers: readonly string[],
  random: () => number,
): [Article, Statement[]] {
  const id = number.toString(16).padStart(16, "0");
  const sentences: { start: number; end: number }[] = [];
  const statements: Statement[] = [];
  let text = "";
  for (let k = 0; k < STATEMENTS; k++) {
    const name = speakers[Math.floor(speakers.length ** random()) - 1]!;
    const said = Array.from({ length: 12 + Math.floor(random() * 20) }, () => pickWord(vocabulary, random)).join(" ");
    const start = text.length;
    const content = { start: start + name.length + 11, end: start + name.length + 11 + said.length };
    text += `${name} said that ${said}.\n`;
    sentences.push({ start, end: text.length - 1 });
    statements.push({
      id: `${id}:${start}`,
      articleId: id,
      kind: "indirect",
      content: [content],
      cue: { start: start + name.length + 1, end: start + name.length + 5 },
      source: { start, end: start + name.length },
      speaker: { name, role: null },
      mentions: [name],
      confidence: 1,
    });
  }
  const publishedAt = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 300) * 86_400_000);
  return [
    {
      id,
      title: `Report ${number}`,
      outlet: "Generated",
      author: null,
      publishedAt,
      modifiedAt: null,
      url: null,
      language: "en",
      file: `${id}.txt`,
      text,
      sentences,
    },
    statements,
  ];
}
