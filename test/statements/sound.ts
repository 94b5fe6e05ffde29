import { expect } from "vitest";
import type { extractStatements } from "../../src/statements/extract.ts";

const MARK = /["“”„‟«»'’‘‚‛`‹›\s\p{Cf}]/u;

/** Expects what holds of every text: all spans lie in it, in order and apart, and what is direct stands behind an opening mark and before a closing one or an end. */
export function expectSound(text: string, { sentences, statements }: ReturnType<typeof extractStatements>): void {
  const faults: string[] = [];
  const check = (sound: boolean, what: string, at: number) => {
    if (!sound) faults.push(`${what} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`);
  };
  let last = 0;
  for (const { start, end } of sentences) {
    check(last <= start && start < end && end <= text.length, "sentence", start);
    last = end;
  }
  let first = 0;
  for (const { content, source, cue, confidence, kind } of statements) {
    check(content.length > 0, "no content", first);
    check(content[0]!.start >= first, "order", content[0]!.start);
    first = content[0]!.start;
    for (const span of [source, cue])
      if (span) check(0 <= span.start && span.start < span.end && span.end <= text.length, "source or cue", span.start);
    let at = 0;
    for (const { start, end } of content) {
      check(at <= start && start < end && end <= text.length, "content", start);
      at = end;
      if (kind === "direct") {
        check(MARK.test(text[start - 1] ?? ""), "before direct content", start);
        check(end === text.length || MARK.test(text[end]!), "behind direct content", end);
        check(text.slice(start, end).trim() === text.slice(start, end), "white space", start);
      }
    }
    check(confidence > 0 && confidence <= 1, "confidence", first);
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
}
