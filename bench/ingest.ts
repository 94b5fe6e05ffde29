import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveMemory } from "../src/cli/memory.ts";
import { ingest } from "../src/ingest/ingest.ts";
import { createReader, type Reader } from "../src/ingest/reader.ts";
import { createThreads } from "../src/ingest/threads.ts";
import { createSqliteStore } from "../src/store/sqlite/sqlite.ts";
import { peakKilobytes, say } from "./measure.ts";

const DATA = "../shared/data/statements/polnear_train.jsonl";
const ARTICLES = 300;
const ROUNDS = 3;
/** Threads beside the one that stores; 0 is everything in one. */
const THREADS = [0, 1, 2];

/** Times in milliseconds, peak memory in bytes, and the outcomes. */
interface Run {
  /** By the clock. */
  readonly time: number;
  /** Computing time of all threads, and of the one that stores. */
  readonly all: number;
  readonly main: number;
  readonly peak: number;
  readonly outcomes: string;
}

/** `ingest` of many files into a new library by one thread and by more, each in a process of its own, turn by turn. */
export function benchIngest(): void {
  if (!existsSync(DATA)) {
    say(`ingest: left out, ${DATA} is missing`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const lines = readFileSync(DATA, "utf8").split("\n", ARTICLES);
    lines.forEach((line, k) => {
      writeFileSync(join(folder, `${String(k).padStart(3, "0")}.txt`), (JSON.parse(line) as { text: string }).text);
    });
    const rounds = Array.from({ length: ROUNDS }, () => THREADS.map((threads) => runApart(folder, threads)));
    const least = (of: "time" | "all" | "main", k: number) => Math.min(...rounds.map((round) => round[k]![of]));
    const alone = least("time", 0);
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
    THREADS.forEach((threads, k) => {
      const time = least("time", k);
      const peak = Math.max(...rounds.map((round) => round[k]!.peak));
      const same = rounds.every((round) => round[k]!.outcomes === rounds[0]![0]!.outcomes);
      say(
        `ingest: ${lines.length} files, ${threads === 0 ? "one thread" : `${threads} reading thread${threads > 1 ? "s" : ""}`}: ` +
          `${seconds(time)}, ${(alone / time).toFixed(2)} times as fast as one, computing ${seconds(least("all", k))} ` +
          `of which ${seconds(least("main", k))} where it is stored, peak ${(peak / 1e6).toFixed(0)} MB, ` +
          `${same ? "the same outcomes" : "OTHER OUTCOMES"} (best of ${ROUNDS})`,
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runApart(folder: string, threads: number): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, folder, String(threads)], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

async function measure(folder: string, threads: number): Promise<Run> {
  saveMemory(); // as the program does
  const data = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  const store = createSqliteStore(join(data, "library.db"));
  const started = performance.now();
  const reader = await openReader(threads);
  try {
    const options = { store, reader, workspace: "bench", allowPrivateNetwork: false };
    const outcomes = await Array.fromAsync(ingest([folder], options), ({ outcome, articleId }) => `${outcome} ${articleId}`);
    const time = performance.now() - started;
    const [all, main] = [total(process.cpuUsage()), total(process.threadCpuUsage())];
    return { time, all, main, peak: peakKilobytes() * 1024, outcomes: outcomes.join("\n") };
  } finally {
    await reader.close();
    await store.close();
    rmSync(data, { recursive: true });
  }
}

const total = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

async function openReader(threads: number): Promise<Reader> {
  if (threads > 0) return createThreads(threads);
  return createReader((await import("../src/statements/extract.ts")).extractStatements);
}

const [, , folder, threads] = process.argv;
if (import.meta.main && folder !== undefined) process.stdout.write(JSON.stringify(await measure(folder, Number(threads))));
else if (import.meta.main) benchIngest();
