import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { splitHeader } from "../src/ingest/text.ts";
import type { Span } from "../src/model.ts";
import { extractStatements } from "../src/statements/extract.ts";
import { MINIMUM_CONFIDENCE } from "../src/store/store.ts";
import { type GoldStatement, gold, notStatements } from "./samples.gold.ts";

/** What the engine does not find yet, by the first words of the gold. */
const MISSED = new Set(["It won’t last until the plums", "that one name stands on both"]);

/** Who the engine leaves as mentioned, or unnamed, where a careful reader knows more: never a wrong name. */
const LESS: Readonly<Record<string, string | null>> = {};

const files = [...new Set(gold.map(({ file }) => file))];
const read = new Map(
  files.map((file) => {
    const { text } = splitHeader(readFileSync(join("samples", file), "utf8"));
    const { statements } = extractStatements(file, text);
    return [file, { text, statements: statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE) }];
  }),
);

/** Letters and digits only, without the introducing "that". */
const bare = (words: string) =>
  words
    .replace(/^that\s+/i, "")
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ")
    .toLowerCase() ?? "";
const name = (speaker: string | null) => speaker && bare(speaker.replace(/^(?:the|an?)\s+/i, ""));
const opening = ({ content }: GoldStatement) => content[0]!.split(" ").slice(0, 6).join(" ");
const words = (text: string, spans: readonly Span[]) => bare(spans.map(({ start, end }) => text.slice(start, end)).join(" "));

describe.each(files)("%s", (file) => {
  const { text, statements } = read.get(file)!;
  const own = gold.filter((each) => each.file === file);

  test.each(own.filter((each) => !MISSED.has(opening(each))).map((each) => [opening(each), each] as const))(
    "finds “%s …”",
    (_, expected) => {
      const found = statements.find(({ content }) => {
        const [ours, theirs] = [words(text, content), bare(expected.content.join(" "))];
        return ours.includes(theirs) || (ours.length > 10 && theirs.includes(ours));
      });
      expect(found, "not found").toBeDefined();
      const allowed = [name(expected.speaker), LESS[opening(expected)]].filter((each) => each !== undefined);
      expect(allowed).toContain(name(found!.speaker?.name ?? null));
    },
  );

  test("finds little else", () => {
    const known = own.map(({ content }) => bare(content.join(" ")));
    const others = statements
      .map(({ content }) => words(text, content))
      .filter((ours) => !known.some((theirs) => ours.includes(theirs) || theirs.includes(ours)));
    expect(others.length).toBeLessThanOrEqual(1);
  });

  test.each(notStatements.filter((each) => each.file === file).map(({ text, why }) => [why, text] as const))(
    "takes %s for no statement: %s",
    (_, other) => {
      expect(statements.map(({ content }) => words(text, content))).not.toContain(bare(other));
    },
  );
});
