import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { saveMemory } from "../src/cli/memory.ts";
import { extractStatements } from "../src/statements/extract.ts";
import { PEAK, percentile, say } from "./measure.ts";
import { plainPass } from "./plain-pass.ts";

const DATA = "../shared/data/statements/polnear_dev.jsonl";
/** Articles that are read once only. */
const UNREAD = "../shared/data/statements/polnear_train.jsonl";
/** Articles of those in turn with the plain pass. */
const BATCH = 20;
const ROUNDS = 15;
/** Rounds for the compiler, which works on the code for some seconds. */
const WARMING = 8;
/** How many times as long the longer texts are. */
const REPEATS = [1, 10, 100];

/** What a process of its own prints. */
function alone(...args: string[]): { loaded: number; kilobytes: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as { loaded: number; kilobytes: number };
}

/** Articles a second through `extract`, beside a plain wink-nlp pass (tokens, sentences, parts of speech) over the same articles. */
export function benchExtract(): void {
  if (!existsSync(DATA)) {
    say(`extract: left out, ${DATA} is missing`);
    return;
  }
  saveMemory(); // as the program does
  const texts = textsOf(DATA);
  const read = (text: string) => extractStatements("bench", text);
  // In turn, so that what slows the processor slows both; what slows it for a round alone does not count.
  const rounds = Array.from({ length: WARMING + ROUNDS }, () => ({
    plain: cpuTime(() => texts.forEach(plainPass)),
    extract: cpuTime(() => texts.forEach(read)),
  })).slice(WARMING);
  const median = (value: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(value), 50);
  const rate = (milliseconds: number) => ((1000 * texts.length) / milliseconds).toFixed(0);
  say(
    `extract: ${texts.length} articles, ${rate(median(({ extract }) => extract))} a second; plain wink-nlp pass ${rate(median(({ plain }) => plain))} a second; ratio ${median(({ plain, extract }) => plain / extract).toFixed(3)} (aim: at least 0.25; medians of ${ROUNDS} rounds, in turn)`,
  );
  benchUnread(read);
  const own = alone("-e", `process.stdout.write(JSON.stringify({kilobytes:${PEAK}}))`);
  const took = (runs: number, ...files: string[]) => {
    const engines = Array.from({ length: runs }, () => alone("bench/engine.ts", ...files));
    const most = Math.max(...engines.map(({ kilobytes }) => kilobytes)) - own.kilobytes;
    return { loaded: Math.min(...engines.map(({ loaded }) => loaded)), megabytes: (most / 1024).toFixed(0) };
  };
  const { loaded, megabytes } = took(10, DATA);
  say(
    `extract: loads in ${loaded.toFixed(0)} ms (aim: under 300), and takes ${megabytes} MB over Node.js alone for those articles at most in ten runs ` +
      `(aim: at most 150)${existsSync(UNREAD) ? `; ${took(3, DATA, UNREAD).megabytes} MB with the others in three` : ""}`,
  );
  // As many characters in one text as in ten, and as in a hundred; in turn, as above.
  const long = texts.join("\n").slice(0, 40_000);
  const spent = Array.from({ length: 3 }, () =>
    REPEATS.map((repeats) => {
      const text = Array(repeats).fill(long).join("\n");
      return cpuTime(() =>
        Array(REPEATS.at(-1)! / repeats)
          .fill(text)
          .forEach(read),
      );
    }),
  );
  const times = REPEATS.map((_, size) => Math.min(...spent.map((round) => round[size]!)));
  const kilobytes = long.length / 1000;
  for (const [i, before] of times.slice(0, -1).entries())
    say(
      `extract: ${kilobytes * 10 ** (i + 1)} kB take ${((10 * times[i + 1]!) / before).toFixed(1)} times as long as ${kilobytes * 10 ** i} kB (aim: at most 12)`,
    );
}

/** The same over articles that are new to both, each once: their new words have to be cut and described first. */
function benchUnread(read: (text: string) => unknown): void {
  if (!existsSync(UNREAD)) {
    say(`extract, articles never read before: left out, ${UNREAD} is missing`);
    return;
  }
  const texts = textsOf(UNREAD);
  let [plain, extract] = [0, 0];
  for (let i = 0; i < texts.length; i += BATCH) {
    const batch = texts.slice(i, i + BATCH);
    plain += cpuTime(() => batch.forEach(plainPass));
    extract += cpuTime(() => batch.forEach(read));
  }
  say(`extract: ${texts.length} articles never read before, ratio ${(plain / extract).toFixed(3)} (aim: at least 0.25)`);
}

/** The text of each article of a file with one a line. */
const textsOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);

/** Milliseconds of this thread's own that `work` takes: waiting for what else the machine does is not counted. */
function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
