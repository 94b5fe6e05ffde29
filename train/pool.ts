import { Worker } from "node:worker_threads";
import type { Job } from "./job.ts";
import type { Chain } from "./learn.ts";

function runInThread(job: Job): Promise<Chain> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: job });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Runs trainings, `threads` at a time, each in a thread of its own, and returns their chains in the order of the jobs. */
export async function runJobs(jobs: readonly Job[], threads: number): Promise<Chain[]> {
  const results: Chain[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const k = next;
      next += 1;
      results[k] = await runInThread(jobs[k]!);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}
