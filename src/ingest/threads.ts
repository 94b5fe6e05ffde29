import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { IngestError, printable } from "./errors.ts";
import type { Reader } from "./reader.ts";
import type { Reply } from "./worker.ts";

/** Bounds of the threads that read; `time` in milliseconds an article, its thread's start included, `memory` in megabytes of heap a thread. */
export interface ThreadLimits {
  readonly threads: number;
  readonly time: number;
  readonly memory: number;
}

/** More threads than this would wait for the one that stores what they read. */
const MOST_THREADS = 8;

const LIMITS: ThreadLimits = { threads: Math.min(availableParallelism(), MOST_THREADS), time: 60_000, memory: 512 };

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
 * Reads in threads of their own, one article at a time in each, and keeps this one free. Threads start when there is something for them to
 * read. An article that takes too long or too much memory costs itself and its thread, which the next article starts anew. `limits` and
 * `worker`, whose exports are those of `worker.ts`, are for tests.
 */
export function createThreads(limits: ThreadLimits = LIMITS, worker: URL = new URL("./worker.ts", import.meta.url)): Reader {
  const { threads, time, memory } = limits;
  const pool = new Tinypool({
    filename: worker.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  // A thread that fails with nothing to read fails nobody.
  pool.on("error", () => {});

  let closed: Promise<void> | null = null;

  async function run<T>(name: keyof typeof import("./worker.ts"), target: string, given: unknown): Promise<T | IngestError> {
    try {
      const reply: Reply<T> = await pool.run(given, { name, signal: AbortSignal.timeout(time) });
      return "done" in reply ? reply.done : new IngestError(target, reply.refused);
    } catch (error) {
      return new IngestError(target, refusalFor(error, limits));
    }
  }
  return {
    atOnce: threads,
    readArticle: (raw) => run("readArticle", raw.name, raw),
    readText: (given) => run("readText", given.articleId, given),
    close: () => {
      closed ??= pool.destroy();
      return closed;
    },
  };
}
