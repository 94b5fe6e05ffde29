import { existsSync, readFileSync } from "node:fs";
import { extractStatements } from "../src/statements/extract.ts";
import { say } from "./measure.ts";
import { plainPass } from "./plain-pass.ts";

const DATA = "../shared/data/statements/polnear_dev.jsonl";
const ROUNDS = 3;

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
  const rate = (work: (text: string) => unknown): number => {
    const started = performance.now();
    for (const text of texts) work(text);
    return (1000 * texts.length) / (performance.now() - started);
  };
  const read = (text: string) => extractStatements("bench", text);
  rate(plainPass);
  rate(read); // both are warm now
  const rounds = Array.from({ length: ROUNDS }, () => ({ plain: rate(plainPass), extract: rate(read) }));
  const best = (of: (round: { plain: number; extract: number }) => number) => Math.max(...rounds.map(of));
  const [plain, extract] = [best(({ plain }) => plain), best(({ extract }) => extract)];
  say(
    `extract: ${texts.length} articles, ${extract.toFixed(0)} a second; plain wink-nlp pass ${plain.toFixed(0)} a second; ratio ${(extract / plain).toFixed(2)} (best of ${ROUNDS})`,
  );
  const long = texts.join("\n").slice(0, 40_000);
  const time = (text: string) => {
    const started = performance.now();
    read(text);
    return performance.now() - started;
  };
  const times = [1, 10, 100].map((repeats) => {
    const text = Array(repeats).fill(long).join("\n");
    return Math.min(...Array.from({ length: repeats > 10 ? 1 : 3 }, () => time(text)));
  });
  const kilobytes = long.length / 1000;
  for (const [i, before] of times.slice(0, -1).entries())
    say(
      `extract: ${kilobytes * 10 ** (i + 1)} kB take ${(times[i + 1]! / before).toFixed(1)} times as long as ${kilobytes * 10 ** i} kB (aim: at most 12)`,
    );
}
