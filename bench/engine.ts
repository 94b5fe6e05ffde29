/** Run by bench/extract.ts in a process of its own: reads the texts of a .jsonl file and prints what that took. */
import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { growSlowly } from "../src/cli/memory.ts";
import { peakKilobytes } from "./measure.ts";

enableCompileCache("node_modules/.cache/on-record"); // as bin/on-record.js does
growSlowly();
const started = performance.now();
const { extractStatements } = await import("../src/statements/extract.ts");
const loaded = performance.now() - started;
const [file = ""] = process.argv.slice(2);
for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean))
  extractStatements("bench", (JSON.parse(line) as { text: string }).text);
process.stdout.write(JSON.stringify({ loaded, kilobytes: peakKilobytes() }));
