import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readLines } from "../../../src/adapters/terminal/lines.ts";

async function read(chunks: readonly (string | Uint8Array)[], most = 100): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks), most)) lines.push(line);
  return lines;
}

test.each([
  ["lines over several chunks", ["/he", "lp\n/sum", "mary\n\nlast"], ["/help", "/summary", "", "last"]],
  ["a line feed at the end adds no line", ["/help\n"], ["/help"]],
  ["nothing", [], []],
  [
    "a character cut in two, and a byte order mark",
    [Buffer.from("\ufeffKyïv", "utf8").subarray(0, 6), Buffer.from("\ufeffKyïv", "utf8").subarray(6)],
    ["Kyïv"],
  ],
  ["what is not UTF-8", [Buffer.from([0x61, 0xff, 0x0a])], ["a\ufffd"]],
])("%s", async (_, chunks, lines) => expect(await read(chunks)).toEqual(lines));

test("a line without end stays small", async () => {
  expect(
    await read(
      Array.from({ length: 1_000 }, () => "x".repeat(1_000)),
      10,
    ),
  ).toEqual(["x".repeat(11)]);
  expect(await read(["0123456789\n", "0123456789a\n"], 10)).toEqual(["0123456789", "0123456789a"]);
});
