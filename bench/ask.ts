import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PEAK, percentile, say } from "./measure.ts";

const TIMES = 9;
const REPORT_MEMORY = `data:text/javascript,process.on("exit",()=>process.stderr.write("kilobytes "+${PEAK}))`;

/** The command line, cold: a new process that answers one command from the samples, and one that does nothing. */
export function benchAsk(): void {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const env = { ...process.env, DATA_DIR: join(folder, "data") };
    const run = (...args: string[]) => {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, ["--import", REPORT_MEMORY, ...args], {
        env,
        encoding: "utf8",
        input: "/help\n",
      });
      if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
      return { milliseconds: performance.now() - started, megabytes: Number(/kilobytes (\d+)/.exec(stderr)?.[1]) / 1024 };
    };
    const program = "bin/on-record.js";
    const filled = run(program, "start");
    say(
      `start: fills an empty library with the samples in ${filled.milliseconds.toFixed(0)} ms, peak ${filled.megabytes.toFixed(0)} MB`,
    );
    const runs = Array.from({ length: TIMES }, () => ({ empty: run("-e", ""), ask: run(program, "ask", "/who-said ceasefire") }));
    const median = (values: number[]) => percentile(values, 50);
    const [ask, empty] = [median(runs.map(({ ask }) => ask.milliseconds)), median(runs.map(({ empty }) => empty.milliseconds))];
    const [peak, own] = [
      Math.max(...runs.map(({ ask }) => ask.megabytes)),
      Math.max(...runs.map(({ empty }) => empty.megabytes)),
    ];
    say(
      `ask, cold: ${ask.toFixed(0)} ms (aim: under 1000), ${(ask / empty).toFixed(1)} times an empty Node.js process (${empty.toFixed(0)} ms); ` +
        `peak ${peak.toFixed(0)} MB (aim: under 150), Node.js alone ${own.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
