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

/** What stands between two blanks: its words, where they begin in it (or -1), and whether each is read as if a blank stood before it. */
interface Unit {
  readonly forms: readonly Form[];
  readonly starts: readonly number[];
  readonly apart: readonly boolean[];
}

interface Tokeniser {
  read(piece: string): Reading;
  /** Whether it has met so much that a new one should take its place. */
  isFull(): boolean;
}

/** About 10 MB, met in some three thousand articles. A new tokeniser takes a tenth of a second. */
const MOST_STRANGERS = 40_000;
/** About 30 MB. */
const MOST_UNITS = 80_000;

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
  const units = new Map<string, Unit>();
  let symbols = new Int32Array(1024);

  const meet = (unit: string): Unit => {
    const words = cut(setApart(unit));
    let at = 0;
    const starts = words.map(({ form: { value } }) => {
      const start = unit.indexOf(value, at);
      if (start >= 0) at = start + value.length;
      return start;
    });
    const met = { forms: words.map(({ form }) => form), starts, apart: words.map(({ isApart }) => isApart) };
    units.set(detached(unit), met);
    return met;
  };

  const tag = (forms: readonly Form[]): readonly number[] => {
    const tags = forms.map(({ tag }) => tag);
    for (let k = 0; k < forms.length; k++) symbols[k] = forms[k]!.hint || tagSymbols[forms[k]!.tag]!;
    symbols[forms.length] = 0;
    for (let machine = 0; machine < tagging.machines; machine++)
      tagging.find(machine, symbols, forms.length, (k, name) => {
        // Patterns with a minus know better than the dictionary.
        const number = Math.abs(Number(name));
        if (!name.startsWith("-") && !(forms[k]!.tags & (1 << number))) return;
        tags[k] = number;
        if (forms[k]!.hint === 0) symbols[k] = tagSymbols[number]!;
      });
    return tags;
  };

  const read = (piece: string): Reading => {
    const forms: Form[] = [];
    const starts: number[] = [];
    if (symbols.length <= 2 * piece.length) symbols = new Int32Array(4 * piece.length);
    for (let from = 0, to = 0; from < piece.length; from = to + 1) {
      to = piece.indexOf(" ", from);
      if (to < 0) to = piece.length;
      if (to === from) continue;
      const text = piece.slice(from, to);
      const unit = units.get(text) ?? meet(text);
      for (let k = 0; k < unit.forms.length; k++) {
        const form = unit.forms[k]!;
        const start = unit.starts[k]!;
        symbols[forms.length] = unit.apart[k] || (k === 0 && from > 0) ? form.apart : form.joined;
        forms.push(form);
        starts.push(start < 0 ? -1 : from + start);
      }
    }
    symbols[forms.length] = 0;
    const lasts: boolean[] = Array(forms.length).fill(false);
    ends.find(0, symbols, forms.length, (k) => {
      lasts[k] = true;
    });
    const tags = tag(forms);
    const words = forms.map((form, k) => form.wordAs(form.isFixed ? form.tag : tags[k]!));
    return { words, starts, lasts };
  };
  return { read, isFull: () => strangers() > MOST_STRANGERS || units.size > MOST_UNITS };
}

let tokeniser = createTokeniser();

/** Reads one piece of text of at most a paragraph, in which blanks are the only white space; what was read before makes no difference. */
export function readWords(piece: string): Reading {
  if (tokeniser.isFull()) tokeniser = createTokeniser();
  return tokeniser.read(piece);
}
