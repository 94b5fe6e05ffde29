import type { Article } from "../model.ts";
import { readQuoted } from "./quoted.ts";
import { AFTER_VERB, BACKWARD_OPENINGS, INTRODUCTIONS, NOT_REPORTING, VERBS } from "./words.ts";

/** How a sentence reads outside its article: by itself, only after the sentence before it, or not at all. */
type Standing = "alone" | "after" | "never";

const anyOf = (words: readonly string[]): string => `(?:${words.join("|")})`;

const OPENS = /^["“«'‘]?[\p{Lu}\p{N}$£€]/u;
const CLOSES = /[.!…]["”»'’)\]]*$/;
const NO_REPORTING = new RegExp(`\\b${anyOf(NOT_REPORTING)}\\b|(?:^|\\s)@\\w|https?:|\\bwww\\.`, "i");
const LABEL =
  /^(?:by|photo|photos|image|picture|video|watch|source|sources|credit|caption|related|update|correction|file)(?: [\p{L}]+)?:/iu;
const POINTS_BACK = new RegExp(`^${anyOf(BACKWARD_OPENINGS)}\\b`, "i");
const THIS_DAY = /^this (?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter)\b/i;
const INTRODUCED = new RegExp(
  `^${anyOf(INTRODUCTIONS)}\\b(?:[^,;:"“]{0,80}, (?:he|she|they|it)|(?: [^\\s,]{1,30}){0,3} (?:he|she|they))\\b`,
  "i",
);
const SPOKEN_BY_PRONOUN = /["”»'’] (?:(?:said|says|asked) )?(?:he|she|they|it)\b/i;
const QUOTATIONS = /"[^"]*"|“[^”]*”|«[^»]*»|(?<![\p{L}\p{N}])['‘](?:[^'’]|['’](?=\p{L}))*['’]/gu;

function hasVerb(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word, at) => {
    const lower = word.toLowerCase();
    if (at > 0 && word !== lower) return false;
    return VERBS.has(lower) || /..ed$/.test(lower) || (at > 0 && /[^s]s$/.test(lower) && AFTER_VERB.has(words[at + 1] ?? ""));
  });
}

function pointsBack(sentence: string): boolean {
  const opening = sentence.replace(/^["“«'‘(]+/, "");
  if (POINTS_BACK.test(opening) && !THIS_DAY.test(opening)) return true;
  return INTRODUCED.test(opening) || SPOKEN_BY_PRONOUN.test(sentence) || !/\p{L}/u.test(sentence.replace(QUOTATIONS, ""));
}

/**
 * Judges every sentence of an article by its shape. Headlines, captions, fragments, questions and pieces of a longer quotation
 * never stand; a sentence that opens with a pronoun or connective, or is all quotation with no speaker, stands after its predecessor.
 */
export function readStanding({ text, sentences }: Article): Standing[] {
  const quoted = readQuoted(text, sentences);
  return sentences.map(({ start, end }, at) => {
    const sentence = text.slice(start, end);
    const cut = /[\p{L}\p{N}]/u.test(text[end] ?? " ");
    if (quoted[at] || cut || !OPENS.test(sentence) || !CLOSES.test(sentence)) return "never";
    if (LABEL.test(sentence) || NO_REPORTING.test(sentence) || !hasVerb(sentence)) return "never";
    return pointsBack(sentence) ? "after" : "alone";
  });
}
