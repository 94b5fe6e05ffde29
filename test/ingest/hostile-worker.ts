import type { Raw } from "../../src/ingest/reading.ts";
import { readArticle as readAsUsual, readText } from "../../src/ingest/worker.ts";

/** Reads as the program does, but for articles whose text says to do worse. */
export async function readArticle(raw: Raw): ReturnType<typeof readAsUsual> {
  const text = Buffer.from(raw.bytes).toString();
  if (text.includes("take forever")) while (true);
  if (text.includes("take memory")) {
    const taken: string[][] = [];
    while (true) taken.push(Array.from({ length: 10_000 }, (_, k) => `memory ${k}`));
  }
  if (text.includes("crash"))
    await new Promise(() =>
      setImmediate(() => {
        throw new Error("crashed");
      }),
    );
  return readAsUsual(raw);
}

export { readText };
