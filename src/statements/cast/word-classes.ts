import type { Document } from "../document.ts";
import { readsAsHeadline } from "../headline.ts";
import { TRAIT } from "./word-traits.ts";

/** What a token can be in a noun phrase, by token number. */
export interface WordClasses {
  readonly lower: readonly string[];
  /** Bits of TRAIT. */
  readonly traits: Int32Array;
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

/** First token of the text proper of a paragraph, past a dateline ("KYIV, Aug 15 (Agency) -"). */
function afterDateline({ words, starts, ends }: Document, traits: Int32Array, from: number, to: number): number {
  const shouted = /^\p{Lu}{3,}$/u.test(words[from]!);
  const limit = Math.min(to, from + 16);
  let bracket = false;
  for (let i = from + 1; i < limit; i++) {
    const word = words[i]!;
    if (word === "(") bracket = true;
    const spaced = starts[i]! > ends[i - 1]!;
    if (spaced && /^(?:-|–|—|--|―)$/.test(word)) return shouted || (bracket && words[i - 1] === ")") ? i + 1 : from;
    if ((traits[i]! & TRAIT.capital) === 0 && !/^[\p{P}\d]/u.test(word)) return from;
  }
  return from;
}

/** Whether a paragraph is a headline in title case or a line of capitals, whose capitals tell nothing. */
function isHeadline(words: readonly string[], traits: Int32Array, from: number, to: number): boolean {
  let counted = 0;
  let capitals = 0;
  let shouted = 0;
  for (let i = from; i < to; i++) {
    const trait = traits[i]!;
    if ((trait & TRAIT.letter) === 0) continue;
    if ((trait & TRAIT.shouted) !== 0) shouted++;
    const capital = (trait & TRAIT.capital) !== 0;
    if (!capital && (trait & TRAIT.short) !== 0) continue;
    counted++;
    if (capital) capitals++;
  }
  return readsAsHeadline({ counted, capitals, shouted }, words[to - 1]!);
}

/** Marks every token once; linear in the number of tokens. */
export function readWordClasses(document: Document): WordClasses {
  const { tokens, words, small: lower, starts, ends, pos, sentenceOf, paragraphOf } = document;
  const count = words.length;
  const traits = new Int32Array(count);
  for (let i = 0; i < count; i++) traits[i] = tokens[i]!.traits;
  const name = new Uint8Array(count);
  const skipped = new Uint8Array(count);
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && paragraphOf[to] === paragraphOf[from]) to++;
    if (isHeadline(words, traits, from, to)) skipped.fill(1, from, to);
    else skipped.fill(1, from, afterDateline(document, traits, from, to));
  }
  const is = (i: number, trait: number): boolean => (traits[i]! & trait) !== 0;
  const opens = (i: number): boolean =>
    i === 0 || sentenceOf[i] !== sentenceOf[i - 1] || skipped[i - 1] === 1 || is(i - 1, TRAIT.opening);
  const leadsName = (i: number): boolean => is(i, TRAIT.capital) && !is(i, TRAIT.notName | TRAIT.calendar);

  /** Written with a capital inside a sentence, and of those at the head of one, which are also written small. */
  const inside = new Set<string>();
  const small = new Map<string, boolean>();
  for (let i = 0; i < count; i++) {
    if (skipped[i] === 1 || !is(i, TRAIT.capital)) continue;
    if (!opens(i)) inside.add(lower[i]!);
    else if (pos[i] === "PROPN") small.set(lower[i]!, false);
  }
  if (small.size > 0)
    for (let i = 0; i < count; i++)
      if ((traits[i]! & (TRAIT.capital | TRAIT.letter)) === TRAIT.letter && skipped[i] === 0 && small.has(lower[i]!))
        small.set(lower[i]!, true);

  /** Days and months that somebody is called as well. */
  const called = new Set<string>();
  for (let i = 0; i < count; i++) {
    // The full stop of a title that the tokeniser parts from it: "Maj" + ".".
    if (name[i - 1] === 1 && words[i] === "." && starts[i] === ends[i - 1] && !opens(i + 1))
      name[i] = is(i - 1, TRAIT.honorific) ? 1 : 0;
    if (skipped[i] === 1 || !is(i, TRAIT.capital)) continue;
    const key = lower[i]!;
    if (is(i, TRAIT.calendar)) {
      const before = i > 0 && sentenceOf[i] === sentenceOf[i - 1] ? traits[i - 1]! : 0;
      const named = is(i - 1, TRAIT.capital) && (before & TRAIT.given) !== 0 && (before & TRAIT.calendar) === 0;
      const christened = is(i, TRAIT.given) && sentenceOf[i + 1] === sentenceOf[i] && leadsName(i + 1) && !is(i + 1, TRAIT.role);
      const titled =
        christened || (before & TRAIT.honorific) !== 0 || ((before & TRAIT.role) !== 0 && !/^\d/.test(words[i + 1] ?? ""));
      if (named || titled) called.add(key);
      continue;
    }
    if (is(i, TRAIT.notName) && !/^\p{Lu}{2,}$/u.test(words[i]!)) {
      const named = i > 0 && is(i - 1, TRAIT.capital) && is(i - 1, TRAIT.honorific);
      const given = (key === "will" || key === "an") && is(i + 1, TRAIT.capital) && !is(i + 1, TRAIT.notName);
      const watch = is(i, TRAIT.organisation) && name[i - 1] === 1 && sentenceOf[i] === sentenceOf[i - 1];
      if (named || given || watch) name[i] = 1;
      continue;
    }
    if (!opens(i)) {
      name[i] = 1;
      continue;
    }
    const next = leadsName(i + 1);
    if (!next && (is(i, TRAIT.pluralRole) || OPENERS.has(key))) continue;
    if (is(i, TRAIT.given | TRAIT.honorific | TRAIT.suffix) || inside.has(key) || /^\p{Lu}[\p{Lu}.]+$/u.test(words[i]!))
      name[i] = 1;
    else if (pos[i] === "PROPN" && (next || !small.get(key))) name[i] = 1;
    else if (next && (pos[i] === "NOUN" || pos[i] === "ADJ")) name[i] = 1;
  }
  if (called.size > 0)
    for (let i = 0; i < count; i++)
      if (is(i, TRAIT.calendar) && skipped[i] === 0 && is(i, TRAIT.capital) && called.has(lower[i]!))
        name[i] = namedCalendar(document, lower, i) ? 1 : 0;
  joinPieces(document, traits, name);
  return { lower, traits, name, skipped };
}

/** What makes an adjective of a name and a hyphen, by its ending: "London-based". */
const ADJECTIVES = /(?:ed|ing|led|born|style|like|wide|run|made|era|area|year|age|backed|held|friendly|aide|only|free|based)$/;

/** Marks the later pieces of a name that the tokeniser cut: "Jędrzejczyński" at its accents, "Seong-ryul" at the hyphen. */
function joinPieces({ words, starts, ends, pos }: Document, traits: Int32Array, name: Uint8Array): void {
  const glued = (i: number): boolean => starts[i] === ends[i - 1];
  const small = (i: number): boolean => (traits[i]! & (TRAIT.letter | TRAIT.capital)) === TRAIT.letter;
  for (let i = 1; i < words.length; i++) {
    if (name[i - 1] === 0 || name[i] === 1 || !glued(i)) continue;
    if ((traits[i]! & TRAIT.letter) !== 0) {
      if (/\p{L}$/u.test(words[i - 1]!) && !/^n'?t$/i.test(words[i]!)) name[i] = 1;
    } else if (words[i] === "-" && i + 1 < words.length && glued(i + 1) && small(i + 1) && name[i - 2] === 1) {
      const next = words[i + 1]!;
      if (next.length < 7 && !ADJECTIVES.test(next) && !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(pos[i + 2] ?? "")) name[i + 1] = 1;
    }
  }
}

/** A day or month that somebody is called as well ("May"): a name unless a number, "in" or "on" tells of a date. */
function namedCalendar(document: Document, lower: readonly string[], i: number): boolean {
  if (/^\d/.test(document.words[i + 1] ?? "") || /^\d/.test(document.words[i - 1] ?? "")) return false;
  return !/^(?:in|on|since|until|last|next|this|by|from|early|late|of|during)$/.test(lower[i - 1] ?? "");
}
