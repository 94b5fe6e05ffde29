import type { Readable } from "node:stream";

/**
 * The lines of a stream in UTF-8 without their line feeds. A line longer than `most` code units comes as its first `most` + 1, so
 * that endless input stays small in memory. The stream is destroyed when the reading ends.
 */
export async function* readLines(input: Readable, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = "";
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const parts = text.split("\n");
    for (const part of parts.slice(0, -1)) {
      yield joined(line, part, most);
      line = "";
    }
    line = joined(line, parts.at(-1)!, most);
  }
  line = joined(line, decoder.decode(), most);
  if (line !== "") yield line;
}

const joined = (line: string, part: string, most: number) => line + part.slice(0, Math.max(0, most + 1 - line.length));
