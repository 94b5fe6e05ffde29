import { expect, test } from "vitest";
import { createFolder } from "../ingest/folder.ts";
import { run } from "./run.ts";

const SAID = "Mayor Ada Lund said the dam would hold. “The river is quiet,” she said.\n";
/** The first is long enough for threads to be started, and read last. */
const TEXTS = [SAID.repeat(2000), ...Array.from({ length: 9 }, (_, k) => `${SAID}${k}\n`)];

test("what is read in several threads is printed in the order it was given", async () => {
  const names = TEXTS.map((_, k) => `news/${k}.txt`);
  const lines = TEXTS.map((text, k) => `${JSON.stringify({ id: `id ${k}`, text })}\n`).join("no article\n");
  const folder = createFolder({ ...Object.fromEntries(names.map((name, k) => [name, TEXTS[k]!])), "lines.jsonl": lines });
  const extracted = await run(folder, ["extract", "--json", "lines.jsonl", "news"]);
  const read = extracted.out.trim().split("\n");
  const given = read.map((line) => JSON.parse(line) as { id?: string; file?: string; statements: unknown[] });
  expect(given.map(({ id, file }) => id ?? file)).toEqual([...TEXTS.map((_, k) => `id ${k}`), ...names]);
  expect(given.map(({ statements }) => statements.length)).toEqual([4000, ...Array(9).fill(2), 4000, ...Array(9).fill(2)]);
  expect(extracted.err.match(/line \d+ is no article/g)).toEqual(
    [2, 4, 6, 8, 10, 12, 14, 16, 18].map((k) => `line ${k} is no article`),
  );
  const added = await run(folder, ["ingest", "news"]);
  expect(added.out).toBe(names.map((name) => `added     ${name}\n`).join(""));
});
