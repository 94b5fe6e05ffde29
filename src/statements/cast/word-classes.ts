import { CALENDAR, NOT_NAMES } from "../calendar.ts";
import type { Document } from "../document.ts";
import { givenName } from "./given-names.ts";
import { honorific, SUFFIXES } from "./honorifics.ts";
import { isPluralRole, isRoleNoun } from "./role-nouns.ts";

/** What a token can be in a noun phrase, by token number. */
export interface WordClasses {
  readonly lower: readonly string[];
  /** 1 where the token is written like a part of a name. */
  readonly name: Uint8Array;
  /** 1 where nothing is read: headlines in title case, lines of capitals, datelines, bylines. */
  readonly skipped: Uint8Array;
}

/** Words that the tagger takes for names at the head of a sentence. */
const OPENERS = new Set(
  "absent anybody anyone everybody everyone everything little nobody none nothing somebody someone something true whoever".split(
    " ",
  ),
);

/** Like /^\p{Lu}/u, without a regular expression for plain letters. */
const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code < 128 ? code > 64 && code < 91 : /^\p{Lu}/u.test(word);
};
const isLetter = (word: string): boolean => {
  const code = word.charCodeAt(0) | 32;
  return code < 128 ? code > 96 && code < 123 : /^\p{L}/u.test(word);
};
const TITLE_CASE_SHARE = 0.7;
/** A line of so many capitals is a headline even with a full stop. */
const SURE_SHARE = 0.9;

/** First token of the text proper of a paragraph, past a dateline ("KYIV, Aug 15 (Agency) -"). */
function afterDateline(document: Document, from: number, to: number): number {
  const first = document.words[from]!;
  const shouted = /^\p{Lu}{3,}$/u.test(first);
  const limit = Math.min(to, from + 16);
  let bracket = false;
  for (let i = from + 1; i < limit; i++) {
    const word = document.words[i]!;
    if (word === "(") bracket = true;
    const spaced = document.starts[i]! > document.ends[i - 1]!;
    if (/^(?:-|–|—|--|―)$/.test(word) && spaced) return shouted || (bracket && document.words[i - 1] === ")") ? i + 1 : from;
    if (!isCapital(word) && !/^[\p{P}\d]/u.test(word)) return from;
  }
  return from;
}

/** Whether a paragraph is a headline in title case or a line of capitals, whose capitals tell nothing. */
function isHeadline(document: Document, from: number, to: number): boolean {
  let words = 0;
  let capitals = 0;
  let shouted = 0;
  for (let i = from; i < to; i++) {
    const word = document.words[i]!;
    if (!isLetter(word)) continue;
    if (word.length > 1 && word === word.toUpperCase()) shouted++;
    if (word.length < 4 && !isCapital(word)) continue;
    words++;
    if (isCapital(word)) capitals++;
  }
  if (words >= 3 && shouted >= words) return true;
  if (words >= 5 && words <= 25 && capitals >= words * SURE_SHARE && words - capitals <= 1) return true;
  return words >= 5 && words <= 25 && !/^[.!?:;,"')]$/.test(document.words[to - 1]!) && capitals >= words * TITLE_CASE_SHARE;
}

/** Marks every token once; linear in the number of tokens. */
export function readWordClasses(document: Document): WordClasses {
  const { words, pos, sentenceOf, paragraphOf } = document;
  const count = words.length;
  const lower = words.map((word) => word.toLowerCase());
  const name = new Uint8Array(count);
  const skipped = new Uint8Array(count);
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && paragraphOf[to] === paragraphOf[from]) to++;
    if (isHeadline(document, from, to)) skipped.fill(1, from, to);
    else skipped.fill(1, from, afterDateline(document, from, to));
  }
  const inside = new Set<string>();
  const small = new Set<string>();
  const opens = (i: number): boolean =>
    i === 0 || sentenceOf[i] !== sentenceOf[i - 1] || skipped[i - 1] === 1 || /^["'([:•-]$/.test(words[i - 1]!);
  for (let i = 0; i < count; i++) {
    if (skipped[i] === 1) continue;
    if (!isCapital(words[i]!)) small.add(lower[i]!);
    else if (!opens(i)) inside.add(lower[i]!);
  }
  for (let i = 0; i < count; i++) {
    const word = words[i]!;
    // The full stop of a title that the tokeniser parts from it: "Maj" + ".".
    if (word === "." && name[i - 1] === 1 && document.starts[i] === document.ends[i - 1] && !opens(i + 1))
      name[i] = honorific(lower[i - 1]!) === undefined ? 0 : 1;
    if (skipped[i] === 1 || !isCapital(word)) continue;
    const key = lower[i]!;
    if (CALENDAR.has(key)) {
      const before = i > 0 && sentenceOf[i] === sentenceOf[i - 1] ? lower[i - 1]! : "";
      const named = isCapital(words[i - 1] ?? "") && givenName(before) !== null && !CALENDAR.has(before);
      if (named || honorific(before) || (isRoleNoun(before) && !/^\d/.test(words[i + 1] ?? ""))) inside.add("=" + key);
      continue;
    }
    if (NOT_NAMES.has(key) && !/^\p{Lu}{2,}$/u.test(word)) {
      const named = i > 0 && isCapital(words[i - 1]!) && honorific(lower[i - 1]!) !== undefined;
      const given =
        (key === "will" || key === "an") && i + 1 < count && isCapital(words[i + 1]!) && !NOT_NAMES.has(lower[i + 1]!);
      if (named || given) name[i] = 1;
      continue;
    }
    if (!opens(i)) {
      name[i] = 1;
      continue;
    }
    const next = i + 1 < count && isCapital(words[i + 1]!) && !NOT_NAMES.has(lower[i + 1]!) && !CALENDAR.has(lower[i + 1]!);
    if ((isPluralRole(key) || OPENERS.has(key)) && !next) continue;
    const known = givenName(key) !== null || honorific(key) !== undefined || inside.has(key) || /^\p{Lu}[\p{Lu}.]+$/u.test(word);
    if (known || SUFFIXES.has(key)) name[i] = 1;
    else if (pos[i] === "PROPN" && !(small.has(key) && !next)) name[i] = 1;
    else if (next && (pos[i] === "NOUN" || pos[i] === "ADJ")) name[i] = 1;
  }
  for (let i = 0; i < count; i++)
    if (CALENDAR.has(lower[i]!) && skipped[i] === 0 && isCapital(words[i]!) && inside.has("=" + lower[i]))
      name[i] = namedCalendar(document, lower, i) ? 1 : 0;
  return { lower, name, skipped };
}

/** A day or month that somebody is called as well ("May"): a name unless a number, "in" or "on" tells of a date. */
function namedCalendar(document: Document, lower: readonly string[], i: number): boolean {
  if (/^\d/.test(document.words[i + 1] ?? "") || /^\d/.test(document.words[i - 1] ?? "")) return false;
  return !/^(?:in|on|since|until|last|next|this|by|from|early|late|of|during)$/.test(lower[i - 1] ?? "");
}
