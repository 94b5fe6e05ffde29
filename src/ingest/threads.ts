import { Tinypool } from "tinypool";
import { IngestError, printable } from "./errors.ts";
import type { Reader } from "./reader.ts";
import type { Reply } from "./worker.ts";

/** Bounds of one article: `time` in milliseconds, its thread's start included, `memory` in megabytes of its thread's heap. */
export interface ThreadLimits {
  readonly time: number;
  readonly memory: number;
}

/** The longest article a file may hold takes 5 seconds and 120 MB. */
const LIMITS: ThreadLimits = { time: 60_000, memory: 256 };
/** In megabytes a thread: with twice as much each holds about 8 MB more and is hardly sooner done; with half as much it takes longer. */
const YOUNG_MEMORY = 12;
/** One thread stores what the others read, and more than these would wait for it. */
const MOST_THREADS = 8;
/** How long a thread that has nothing to read is kept, in milliseconds: it holds 100 MB and takes half a second to start. */
const IDLE = 10_000;

function refusalFor(error: unknown, limits: ThreadLimits): string {
  const { name, code } = error as NodeJS.ErrnoException;
  const remedy = "split it, or give its text as a .txt file.";
  if (name === "AbortError") return `takes longer than ${limits.time / 1000} seconds to read: ${remedy}`;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `takes more memory to read than one article may: ${remedy}`;
  return `could not be read (${printable(String(error)).slice(0, 100)}): please report this article.`;
}

/**
 * Reads in `threads` of their own, one article at a time in each, and keeps this one free. They start when there is something for them to
 * read. An article that takes too long or too much memory costs itself and its thread, which the next article starts anew. `limits` and
 * `worker`, whose exports are those of `worker.ts`, are for tests.
 */
export function createThreads(
  threads: number,
  limits: ThreadLimits = LIMITS,
  worker: URL = new URL("./worker.ts", import.meta.url),
): Reader {
  const atOnce = Math.min(threads, MOST_THREADS);
  const pool = new Tinypool({
    filename: worker.href,
    minThreads: 0,
    maxThreads: atOnce,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  // A thread that fails with nothing to read fails nobody.
  pool.on("error", () => {});

  let closed: Promise<void> | null = null;

  async function run<T>(name: keyof typeof import("./worker.ts"), target: string, given: unknown): Promise<T | IngestError> {
    try {
      const reply: Reply<T> = await pool.run(given, { name, signal: AbortSignal.timeout(limits.time) });
      return "done" in reply ? reply.done : new IngestError(target, reply.refused.rest, reply.refused);
    } catch (error) {
      return new IngestError(target, refusalFor(error, limits));
    }
  }
  return {
    atOnce,
    readArticle: (raw) => run("readArticle", raw.name, raw),
    readText: (given) => run("readText", given.articleId, given),
    readFeed: (given) => run("readFeed", given.hints.name, given),
    close: () => {
      closed ??= pool.destroy();
      return closed;
    },
  };
}
