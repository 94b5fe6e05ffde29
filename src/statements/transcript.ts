import type { Span } from "../model.ts";
import { COMMON_WORD, NO_SURNAME, TRAIT } from "./cast/word-traits.ts";
import type { Document } from "./document.ts";
import type { Report } from "./report.ts";

/** What can stand before the colon of a line: up to five words, none of them small but those of names. */
const LABEL = /^\p{Lu}[\p{L}.'\u2019-]*(?:[\t ]+(?:\p{Lu}[\p{L}.'\u2019-]*|de|del|van|von|al|bin)){0,4}$/u;
/** Characters in which a label ends. */
const LONGEST_LABEL = 60;
/** Fewest lines of people, fewest people, and fewest of them who speak again, that make a transcript: others are lists. */
const FEWEST = { lines: 3, people: 2, returning: 1 } as const;
/** The layout tells it. */
const CONFIDENCE = 0.9;

/** A line with a label: "Hale: It bends when it wants to." */
interface Line {
  readonly label: Span;
  /** Last word of the label in lower case, which is the surname where it is a name. */
  readonly surname: string;
  readonly words: Span;
}

/**
 * What is said in a transcript, line by line; nothing where a text is none. That a label is a person must be told somewhere by the words
 * before that name ("Burt Hale", "the engineer Hale"): "Pros:" and "Cons:" say nothing. Linear in the text.
 */
export function readTranscript(document: Document): Report[] {
  const lines = linesWithLabels(document.text);
  if (lines.length < FEWEST.lines) return [];
  const people = peopleIn(document);
  const spoken = lines.filter(({ surname }) => people.has(surname));
  const turns = Map.groupBy(spoken, ({ surname }) => surname);
  const returning = [...turns.values()].filter(({ length }) => length > 1).length;
  if (spoken.length < FEWEST.lines || turns.size < FEWEST.people || returning < FEWEST.returning) return [];
  return spoken
    .filter(({ surname }) => returning > 1 || turns.get(surname)!.length > 1)
    .map(({ label, words }) => ({ source: label, cue: null, content: [words], confidence: CONFIDENCE }));
}

/** Lines that begin with a label and go on in words: "Hale: 1,769." is a result. */
function linesWithLabels(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    const colon = line.slice(0, LONGEST_LABEL).indexOf(":");
    if (colon < 0 || !/[\t ]/.test(line[colon + 1] ?? "")) continue;
    const label = trimmed(line.slice(0, colon), index);
    const name = text.slice(label.start, label.end);
    const words = trimmed(line.slice(colon + 1), index + colon + 1);
    if (!LABEL.test(name) || !/\p{L}/u.test(text.slice(words.start, words.end))) continue;
    lines.push({
      label,
      surname: name
        .split(/[\t ]+/)
        .at(-1)!
        .toLowerCase(),
      words,
    });
  }
  return lines;
}

/** A part of the text that begins at `start`, without white space at its ends. */
function trimmed(part: string, start: number): Span {
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: from + part.trim().length };
}

/** Names behind a given name, a title or a role, and given names before a surname, in lower case. */
function peopleIn({ tokens, paragraphOf }: Document): Set<string> {
  const people = new Set<string>();
  let inName = false;
  let given: string | null = null;
  for (let k = 0; k < tokens.length; k++) {
    const { small, traits, capital, tag } = tokens[k]!;
    const is = (trait: number): boolean => (traits & trait) !== 0;
    if (paragraphOf[k] !== paragraphOf[k - 1]) inName = false;
    const isPart: boolean = inName && capital && !is(NO_SURNAME);
    if (isPart) people.add(small);
    if (isPart && given !== null) people.add(given);
    given = tag === "PROPN" && is(TRAIT.given) && !is(COMMON_WORD) ? small : null;
    inName = given !== null || is(TRAIT.honorific | TRAIT.role) || isPart || (inName && is(TRAIT.particle));
  }
  return people;
}
