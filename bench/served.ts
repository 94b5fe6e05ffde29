/** Run by bench/platforms.ts in a process of its own: what `npm start` runs, for people who ask faster than they may. */
import { enableCompileCache } from "node:module";
import { saveMemory } from "../src/cli/memory.ts";
import { serve } from "../src/cli/serve.ts";
import { readConfig } from "../src/config.ts";
import { peakKilobytes } from "./measure.ts";

enableCompileCache("node_modules/.cache/on-record"); // as bin/on-record.js does
saveMemory();
process.on("exit", () => process.stdout.write(JSON.stringify({ kilobytes: peakKilobytes() })));
process.exitCode = await serve(readConfig(process.env), { err: process.stderr }, { user: 1e9, workspace: 1e9 });
