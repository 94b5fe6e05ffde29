import { parentPort, workerData } from "node:worker_threads";
import { type Job, run } from "./job.ts";

const chain = run(workerData as Job);
parentPort?.postMessage(chain, [chain.weights.buffer as ArrayBuffer, chain.steps.buffer as ArrayBuffer]);
