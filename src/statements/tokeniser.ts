import { type Form, openVocabulary } from "./forms.ts";
import type { Word } from "./words.ts";

/** A piece of text in words, parallel arrays by word. */
export interface Reading {
  readonly words: readonly Word[];
  /** Where each begins in the piece, or -1 when it is not written there. */
  readonly starts: readonly number[];
  /** Whether each is the last of its sentence. */
  readonly lasts: readonly boolean[];
}

/** The first word of what stands between two blanks, and those behind it. */
interface Unit {
  readonly form: Form;
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
/** About 15 MB, met in some eight hundred articles; then all are forgotten, and met again. */
const MOST_UNITS = 50_000;
/** What is always a word of its own, and in no unit. */
const BETWEEN = "\t";

/**
 * Sets punctuation apart from a word with an apostrophe. The tokeniser would take "Marlow's" of "Marlow's." for one word, remember it,
 * and from then on no longer split it anywhere: what it read before would change what it reads now.
 */
const setApart = (unit: string): string =>
  unit.includes("'") ? unit.replace(/('[\p{L}\p{N}]+)(?=[^\p{L}\p{N}\s'])/gu, "$1 ") : unit;

/** The same string in memory of its own: a slice would keep the whole text that it is from. */
const detached = (slice: string): string => Buffer.from(slice, "utf16le").toString("utf16le");

function createTokeniser(): Tokeniser {
  const { ends, tagging, tagSymbols, cut, strangers } = openVocabulary();
  const units = new Map<string, Unit | null>();

  /** Cuts units that are new, all at once. */
  const meet = (texts: readonly string[]): void => {
    const forms = cut(texts.map(setApart).join(BETWEEN));
    let k = 0;
    for (const text of texts) {
      const own: Unit[] = [];
      for (let at = 0; k < forms.length && forms[k]!.word.value !== BETWEEN; k++) {
        const { value } = forms[k]!.word;
        const start = text.indexOf(value, at);
        if (start >= 0) at = start + value.length;
        own.push({ form: forms[k]!, start, next: null });
      }
      k++;
      for (let i = 1; i < own.length; i++) own[i - 1]!.next = own[i]!;
      units.set(detached(text), own[0] ?? null);
    }
  };

  const tag = (forms: readonly Form[]): Word[] => {
    const words = forms.map(({ word }) => word);
    const symbols = forms.map(({ hint, tag }) => hint || tagSymbols[tag]!);
    for (let machine = 0; machine < tagging.machines; machine++)
      tagging.find(machine, symbols, (k, name) => {
        // Patterns with a minus know better than the dictionary.
        const tag = Math.abs(Number(name));
        const form = forms[k]!;
        if (!name.startsWith("-") && !form.canBe(tag)) return;
        words[k] = form.wordAs(tag);
        if (form.hint === 0) symbols[k] = tagSymbols[tag]!;
      });
    return words;
  };

  const readOn = (piece: string): Reading => {
    const forms: Form[] = [];
    const starts: number[] = [];
    const strange: string[] = [];
    const symbols: number[] = [];
    for (let from = 0, to = 0; from < piece.length; from = to + 1) {
      to = piece.indexOf(" ", from);
      if (to < 0) to = piece.length;
      if (to === from) continue;
      const text = piece.slice(from, to);
      const first = units.get(text);
      if (first === undefined) {
        strange.push(text);
        continue;
      }
      for (let unit = first; unit; unit = unit.next) {
        const { form, start } = unit;
        forms.push(form);
        symbols.push(unit === first && from > 0 ? form.apart : form.joined);
        starts.push(start < 0 ? -1 : from + start);
      }
    }
    if (strange.length > 0) {
      meet(strange);
      return readOn(piece);
    }
    const lasts: boolean[] = Array(forms.length).fill(false);
    ends.find(0, symbols, (k) => {
      lasts[k] = true;
    });
    return { words: tag(forms), starts, lasts };
  };
  const read = (piece: string): Reading => {
    if (units.size > MOST_UNITS) units.clear();
    return readOn(piece);
  };
  return { read, isFull: () => strangers() > MOST_STRANGERS };
}

let tokeniser = createTokeniser();

/** Reads one piece of text of at most a paragraph, in which blanks are the only white space; what was read before makes no difference. */
export function readWords(piece: string): Reading {
  if (tokeniser.isFull()) tokeniser = createTokeniser();
  return tokeniser.read(piece);
}
