import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { unpackWeights } from "../src/statements/tagger/weights.ts";
import { figures, readAll, speechTable } from "./evaluate.ts";
import { readGold } from "./gold.ts";
import { train } from "./training.ts";

const USAGE = `node train/train.ts <train.jsonl> [--dev <dev.jsonl>] [--out <weights.bin>] [--seed 1] [--threads 2]

Learns who said what from annotated articles and writes the weights that src/statements/ reads.
With --dev it reads those articles by the new weights and prints their figures; nothing is chosen by them.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: "string" },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: "2" },
  },
});
const [file] = positionals;
if (!file || positionals.length > 1) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const began = performance.now();
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
};
const out = values.out ?? new URL("../src/statements/tagger/weights.bin", import.meta.url);
const bytes = await train(readGold(file), { seed: Number(values.seed), threads: Number(values.threads), say });
writeFileSync(out, bytes);
say(`wrote ${bytes.length} bytes`);
if (values.dev) {
  const articles = readGold(values.dev);
  const extracted = readAll(articles, unpackWeights(bytes));
  say(`dev: ${figures(articles, extracted)}`);
  for (const line of speechTable(articles, extracted)) say(`speech, dev: ${line}`);
}
