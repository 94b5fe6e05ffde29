import type { Span } from "../model.ts";
import type { Report } from "./report.ts";

/** A line of a transcript: a name of up to five words, a colon, and what that person says. */
const LABELLED =
  /^[\t ]*((?:\p{Lu}[\p{L}.'\u2019-]*)(?:[\t ]+(?:\p{Lu}[\p{L}.'\u2019-]*|de|del|van|von|al|bin|of|the)){0,4})[\t ]*:[\t ]+(\S[^\n\r]*?)[\t ]*$/u;
/** Characters in which a label ends. */
const LONGEST_LABEL = 60;
/** Fewest lines with a label, and fewest labels that come back, that make a transcript: others are lists and headings. */
const FEWEST = { lines: 3, returning: 1, names: 2 } as const;
/** Words that label lines of other kinds. */
const NO_NAME =
  /^(?:note|update|updated|correction|source|sources|photo|caption|read more|related|question|answer|location|date|time|where|when|what|who|why|how|title|outlet|author|url|language)$/i;
/** The layout tells it. */
const CONFIDENCE = 0.9;

/** What is said in a transcript ("Hale: It bends when it wants to."), line by line; nothing where a text is none. Linear in the text. */
export function readTranscript(text: string): Report[] {
  const lines: { name: string; report: Report }[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    if (!line.slice(0, LONGEST_LABEL).includes(":")) continue;
    const [, name = "", words = ""] = LABELLED.exec(line) ?? [];
    if (name === "" || NO_NAME.test(name)) continue;
    const from = index + line.indexOf(name);
    const start = index + line.indexOf(words, line.indexOf(":"));
    const source: Span = { start: from, end: from + name.length };
    lines.push({ name, report: { source, cue: null, content: [{ start, end: start + words.length }], confidence: CONFIDENCE } });
  }
  const counts = Map.groupBy(lines, ({ name }) => name);
  const returning = [...counts.values()].filter((said) => said.length > 1).length;
  const isTranscript = lines.length >= FEWEST.lines && counts.size >= FEWEST.names && returning >= FEWEST.returning;
  return isTranscript
    ? lines.filter(({ name }) => counts.get(name)!.length > 1 || returning > 1).map(({ report }) => report)
    : [];
}
