/** Run by bench/extract.ts in a process of its own: reads the texts of .jsonl files and prints what that took. */
import { createReadStream } from "node:fs";
import { enableCompileCache } from "node:module";
import { createInterface } from "node:readline";
import { saveMemory } from "../src/cli/memory.ts";
import { peakKilobytes } from "./measure.ts";

enableCompileCache("node_modules/.cache/on-record"); // as bin/on-record.js does
saveMemory();
const started = performance.now();
const { extractStatements } = await import("../src/statements/extract.ts");
const loaded = performance.now() - started;
for (const file of process.argv.slice(2))
  for await (const line of createInterface({ input: createReadStream(file) }))
    extractStatements("bench", (JSON.parse(line) as { text: string }).text);
process.stdout.write(JSON.stringify({ loaded, kilobytes: peakKilobytes() }));
