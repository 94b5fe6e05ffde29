import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { extractStatements } from "../src/statements/extract.ts";
import { PEAK, say } from "./measure.ts";
import { plainPass } from "./plain-pass.ts";

const DATA = "../shared/data/statements/polnear_dev.jsonl";
const ROUNDS = 5;

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
  const texts = readFileSync(DATA, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const read = (text: string) => extractStatements("bench", text);
  const timed = (work: (text: string) => unknown, text: string): number => {
    const started = performance.now();
    work(text);
    return performance.now() - started;
  };
  // In turn, article by article, so that what else the machine does slows both; the best of each article's rounds.
  const best = texts.map(() => ({ plain: Infinity, extract: Infinity }));
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, text] of texts.entries()) {
      const [plain, extract] = [timed(plainPass, text), timed(read, text)];
      if (round > 0) best[i] = { plain: Math.min(best[i]!.plain, plain), extract: Math.min(best[i]!.extract, extract) };
    }
  const sum = (of: (times: { plain: number; extract: number }) => number) => best.reduce((total, times) => total + of(times), 0);
  const [plain, extract] = [sum(({ plain }) => plain), sum(({ extract }) => extract)];
  const rate = (milliseconds: number) => ((1000 * texts.length) / milliseconds).toFixed(0);
  say(
    `extract: ${texts.length} articles, ${rate(extract)} a second; plain wink-nlp pass ${rate(plain)} a second; ratio ${(plain / extract).toFixed(2)} (aim: at least 0.25; in turn, best of ${ROUNDS})`,
  );
  const own = alone("-e", `process.stdout.write(JSON.stringify({kilobytes:${PEAK}}))`);
  const engines = Array.from({ length: 3 }, () => alone("bench/engine.ts", DATA));
  const megabytes = (Math.max(...engines.map(({ kilobytes }) => kilobytes)) - own.kilobytes) / 1024;
  say(
    `extract: loads in ${Math.min(...engines.map(({ loaded }) => loaded)).toFixed(0)} ms (aim: under 300), ` +
      `and takes ${megabytes.toFixed(0)} MB over Node.js alone for those articles (aim: under 150)`,
  );
  const long = texts.join("\n").slice(0, 40_000);
  const times = [1, 10, 100].map((repeats) => {
    const text = Array(repeats).fill(long).join("\n");
    return Math.min(...Array.from({ length: repeats > 10 ? 1 : 3 }, () => timed(read, text)));
  });
  const kilobytes = long.length / 1000;
  for (const [i, before] of times.slice(0, -1).entries())
    say(
      `extract: ${kilobytes * 10 ** (i + 1)} kB take ${(times[i + 1]! / before).toFixed(1)} times as long as ${kilobytes * 10 ** i} kB (aim: at most 12)`,
    );
}
