import type { Span } from "../model.ts";
import { readWords } from "./tokeniser.ts";
import { markNames } from "./word-names.ts";
import type { Word } from "./words.ts";

/** A text cut into tokens; parallel arrays by token number. White space is no token; all offsets are UTF-16 code units of `text`. */
export interface Document {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The word of each token, with all it tells by itself. */
  readonly tokens: readonly Word[];
  /** As written, but with straight quotation marks. */
  readonly words: readonly string[];
  /** The same in lower case. */
  readonly small: readonly string[];
  /** Whether each begins with a capital letter. */
  readonly capital: readonly boolean[];
  /** Lower case base forms. */
  readonly lemmas: readonly string[];
  /** Universal part-of-speech tags: NOUN, VERB, PROPN, PRON, AUX, PUNCT, ... */
  readonly pos: readonly string[];
  /** Number of the sentence each token stands in, counted over the whole text. */
  readonly sentenceOf: Int32Array;
  /** Number of the paragraph (a run without a line feed) each token stands in. */
  readonly paragraphOf: Int32Array;
  /** Characters of each sentence, without white space at its ends and without a dateline. */
  readonly sentences: readonly Span[];
}

/** The tokeniser's time is quadratic in the length of a run without white space, so no longer run reaches it whole. */
const LONGEST_RUN = 256;
const LONG_RUNS = new RegExp(`\\S{${LONGEST_RUN}}`, "gu");

/** Titles the tokeniser takes for the end of a sentence. */
const ABBREVIATION =
  /(^|[\s("'])(Maj|Lt|Col|Gen|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Sen|Rep|Gov|Prof|Rev|Hon|Supt|Det|Insp|Amb|Sens|Reps)\.$/;

/** The same length, so that every offset holds: the tokeniser knows straight marks only, and no white space within a line but blanks. */
const straighten = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201a\u201b\u2039\u203a]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/``|''/g, '" ')
    .replace(/[^\S \n\r]|\u0085/g, " ");

/** Looks for one blank a run or so: from the end of the longest run that would be too long back to the blank before it. */
function hasLongRun(line: string): boolean {
  for (let from = 0; from + LONGEST_RUN <= line.length; ) {
    const blank = line.lastIndexOf(" ", from + LONGEST_RUN - 1);
    if (blank < from) return true;
    from = blank + 1;
  }
  return false;
}

/** Cuts a paragraph only where a run without white space is longer than any word; whole paragraphs tag better. */
function* pieces(line: string): Generator<{ piece: string; at: number }> {
  let from = 0;
  for (const { 0: run, index } of hasLongRun(line) ? line.matchAll(LONG_RUNS) : []) {
    const at = index + run.length;
    yield { piece: line.slice(from, at), at: from };
    from = at;
  }
  if (from < line.length) yield { piece: line.slice(from), at: from };
}

/** The tokeniser ends a sentence at `"Is it?"` although `he asked` follows, and at an ellipsis within a sentence. */
function carriesOn(line: string, end: number, start: number): boolean {
  const next = line.slice(start, start + 8);
  if (/^["'’”)\],;:]+(\s|$)/.test(next)) return true;
  if (ABBREVIATION.test(line.slice(Math.max(0, end - 8), end))) return true;
  return /^["'(]*\p{Ll}/u.test(next) && /(["')\]…?!,]|\.\.)$/.test(line.slice(Math.max(0, end - 2), end));
}

/** "VELISSE, Aldermark, Sept. 14 (Northlight) -": where and when a report was filed stands before its first sentence and is no part of it. */
const DATELINE =
  /^\p{Lu}{3}[\p{Lu}.'\u2019 -]{0,40}(?:, [\p{L}.'\u2019 ]{2,30}){0,2}(?:,? \p{Lu}\p{Ll}{2,8}\.? \d{1,2})?(?: \([^)\n]{2,40}\))? ?(?:--|[\u2013\u2014]| -) ?(?=["'\u2018\u201c]?\p{Lu})/u;

function withoutDateline(text: string, { start, end }: Span): Span {
  const opens = start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r";
  const [dateline = ""] = (opens && DATELINE.exec(text.slice(start, Math.min(end, start + 160)))) || [];
  return { start: start + dateline.length, end };
}

/** Reads tokens, sentences and parts of speech, one paragraph at a time; never throws, in time linear in the text. */
export function readDocument(text: string): Document {
  const starts: number[] = [];
  const ends: number[] = [];
  const tokens: Word[] = [];
  const sentenceOf: number[] = [];
  const paragraphOf: number[] = [];
  const sentences: { start: number; end: number }[] = [];
  const straight = straighten(text);
  let paragraph = 0;
  let sentence = { start: 0, end: 0 };
  for (const { 0: line, index } of straight.matchAll(/[^\n\r]+/g)) {
    if (line.trim() === "") continue;
    const before = sentences.length;
    for (const { piece, at: offset } of pieces(line)) {
      const { words, starts: places, lasts } = readWords(piece);
      let opened = false;
      for (let k = 0; k < words.length; k++) {
        if (places[k]! >= 0) {
          const word = words[k]!;
          const start = index + offset + places[k]!;
          // Two single marks written for a double one.
          const double = straight[start] === '"' && /[`']/.test(text[start]!);
          const end = start + word.value.length + (double ? 1 : 0);
          const goesOn = opened || (sentences.length > before && carriesOn(line, sentence.end - index, start - index));
          if (!goesOn) {
            sentence = { start, end };
            sentences.push(sentence);
          }
          opened = true;
          sentence.end = end;
          starts.push(start);
          ends.push(end);
          tokens.push(word);
          sentenceOf.push(sentences.length - 1);
          paragraphOf.push(paragraph);
        }
        if (lasts[k]) opened = false;
      }
    }
    paragraph++;
  }
  markNames(tokens, (k) => k === 0 || sentenceOf[k] !== sentenceOf[k - 1]);
  return {
    text,
    starts: new Int32Array(starts),
    ends: new Int32Array(ends),
    tokens,
    ...columns(tokens),
    sentenceOf: new Int32Array(sentenceOf),
    paragraphOf: new Int32Array(paragraphOf),
    sentences: sentences.map((sentence) => withoutDateline(text, sentence)),
  };
}

/** What the words tell, a list each. */
function columns(tokens: readonly Word[]): Pick<Document, "words" | "small" | "capital" | "lemmas" | "pos"> {
  const words: string[] = new Array(tokens.length);
  const small: string[] = new Array(tokens.length);
  const capital: boolean[] = new Array(tokens.length);
  const lemmas: string[] = new Array(tokens.length);
  const pos: string[] = new Array(tokens.length);
  for (let k = 0; k < tokens.length; k++) {
    const word = tokens[k]!;
    words[k] = word.value;
    small[k] = word.small;
    capital[k] = word.capital;
    lemmas[k] = word.lemma;
    pos[k] = word.tag;
  }
  return { words, small, capital, lemmas, pos };
}
