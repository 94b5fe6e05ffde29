import { ends, type Form, openVocabulary, tagging, tagSymbols } from "./forms.ts";
import { createWordTable } from "./word-table.ts";
import type { Word } from "./words.ts";

/** A piece of text in words, parallel arrays by word. */
export interface Reading {
  readonly words: readonly Word[];
  /** Where each begins in the piece, or -1 when it is not written there. */
  readonly starts: readonly number[];
  /** Whether each is the last of its sentence. */
  readonly lasts: readonly boolean[];
}

/** The first word of what stands between two blanks, and those behind it; holds what reading asks of its form, which is so rarely looked at. */
interface Unit {
  readonly form: Form;
  /** The form as its likeliest part of speech, and the symbol of that in patterns of parts of speech. */
  readonly word: Word;
  readonly symbol: number;
  /** Its symbol where sentences end, behind a blank where it is the first. */
  readonly ending: number;
  /** Where it begins there, or -1. */
  readonly start: number;
  next: Unit | null;
}

interface Tokeniser {
  read(piece: string): Reading;
  /** Whether it has met so many words outside its dictionary that a new one should take its place. */
  isFull(): boolean;
}

/** About 10 MB, met in some three thousand articles. A new tokeniser takes a tenth of a second. */
const MOST_STRANGERS = 40_000;
/** About 10 MB with their forms, met in some four hundred articles; then all are forgotten, and met again. */
const MOST_UNITS = 30_000;
/** What is always a word of its own, and in no unit. */
const BETWEEN = "\t";

/**
 * Sets punctuation apart from a word with an apostrophe. The tokeniser would take "Marlow's" of "Marlow's." for one word, remember it,
 * and from then on no longer split it anywhere: what it read before would change what it reads now.
 */
const setApart = (unit: string): string =>
  unit.includes("'") ? unit.replace(/('[\p{L}\p{N}]+)(?=[^\p{L}\p{N}\s'])/gu, "$1 ") : unit;

function createTokeniser(): Tokeniser {
  const { cut, canBe, wordAs, forget, strangers } = openVocabulary();
  const units = createWordTable<Unit | null>();

  /** Cuts units that are new, all at once. */
  const meet = (texts: ReadonlySet<string>): void => {
    const forms = cut(Array.from(texts, setApart).join(BETWEEN));
    let k = 0;
    for (const text of texts) {
      const own: Unit[] = [];
      for (let at = 0; k < forms.length && forms[k]!.word.value !== BETWEEN; k++) {
        const form = forms[k]!;
        const { word, hint, tag } = form;
        const start = text.indexOf(word.value, at);
        if (start >= 0) at = start + word.value.length;
        const ending = own.length === 0 ? form.apart : form.joined;
        own.push({ form, word, symbol: hint || tagSymbols[tag]!, ending, start, next: null });
      }
      k++;
      for (let i = 1; i < own.length; i++) own[i - 1]!.next = own[i]!;
      units.add(text, own[0] ?? null);
    }
  };

  const tag = (row: readonly Unit[]): Word[] => {
    const words = row.map(({ word }) => word);
    const symbols = row.map(({ symbol }) => symbol);
    for (let machine = 0; machine < tagging.machines; machine++)
      tagging.find(machine, symbols, (k, name) => {
        // Patterns with a minus know better than the dictionary.
        const tag = Math.abs(Number(name));
        const { form } = row[k]!;
        if (!name.startsWith("-") && !canBe(form, tag)) return;
        words[k] = wordAs(form, tag);
        if (form.hint === 0) symbols[k] = tagSymbols[tag]!;
      });
    return words;
  };

  /** The units of a piece, in its order, and where each begins. */
  const unitsOf = (piece: string): { firsts: (Unit | null)[]; froms: number[] } => {
    const firsts: (Unit | null)[] = [];
    const froms: number[] = [];
    /** Those not met yet, by their number in the piece. */
    const strange = new Map<number, string>();
    for (let from = 0, to = 0; from < piece.length; from = to + 1) {
      to = piece.indexOf(" ", from);
      if (to < 0) to = piece.length;
      if (to === from) continue;
      const first = units.get(piece, from, to);
      if (first === undefined) strange.set(firsts.length, piece.slice(from, to));
      firsts.push(first ?? null);
      froms.push(from);
    }
    if (strange.size > 0) meet(new Set(strange.values()));
    for (const [i, text] of strange) firsts[i] = units.get(text, 0, text.length)!;
    return { firsts, froms };
  };

  const read = (piece: string): Reading => {
    if (units.size() > MOST_UNITS) {
      units.clear();
      forget();
    }
    const { firsts, froms } = unitsOf(piece);
    const row: Unit[] = [];
    const starts: number[] = [];
    const endings: number[] = [];
    for (let i = 0; i < firsts.length; i++)
      for (let unit = firsts[i] ?? null; unit !== null; unit = unit.next) {
        row.push(unit);
        starts.push(unit.start < 0 ? -1 : froms[i]! + unit.start);
        endings.push(unit.ending);
      }
    // No blank stands before the first word of all.
    if (froms[0] === 0 && firsts[0]) endings[0] = firsts[0].form.joined;
    const lasts: boolean[] = Array(row.length).fill(false);
    ends.find(0, endings, (k) => {
      lasts[k] = true;
    });
    return { words: tag(row), starts, lasts };
  };
  return { read, isFull: () => strangers() > MOST_STRANGERS };
}

let tokeniser: Tokeniser | null = createTokeniser();

/** Reads one piece of text of at most a paragraph, in which blanks are the only white space; what was read before makes no difference. */
export function readWords(piece: string): Reading {
  if (tokeniser?.isFull()) tokeniser = null; // before the next is made, so that memory never holds two
  tokeniser ??= createTokeniser();
  return tokeniser.read(piece);
}
