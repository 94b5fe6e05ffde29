import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import { compilePatterns, type Patterns } from "./patterns.ts";
import { describeSpelling, describeWord, type Spelling, type Word } from "./words.ts";

/** A word of the tokeniser, or a part of a contraction, with all that reading it and its neighbours takes: data alone, for there are many. */
export interface Form {
  /** Its symbol where sentences end: without a blank before it, and with one. */
  readonly joined: number;
  readonly apart: number;
  /** Its symbol in patterns of parts of speech; 0 for that of its part of speech. */
  readonly hint: number;
  /** The number of its likeliest part of speech. */
  readonly tag: number;
  /** The word as that. */
  readonly word: Word;
  /** The word as other parts of speech, by their number, as far as it was met so. */
  others: (Word | undefined)[] | null;
  /** What wink-nlp keeps of it: the number of its normal word, its own, and what a contraction adds. */
  readonly normal: number;
  readonly number: number;
  readonly blanks: number;
  readonly kind: number;
}

export interface Vocabulary {
  /** Cuts a text into words. */
  cut(text: string): Form[];
  /** Whether a word can be the part of speech with this number. */
  canBe(form: Form, tag: number): boolean;
  /** The word as the part of speech with this number. */
  wordAs(form: Form, tag: number): Word;
  /** Drops what it keeps beside its dictionary, to be worked out again when it is asked for. */
  forget(): void;
  /** How many words outside its dictionary it has met; it never forgets one. */
  strangers(): number;
}

/** What wink-nlp knows of its words, by their number. */
interface Lexicon {
  normal(number: number): number;
  /** The normal word of a part of a contraction, by what it keeps with its blanks. */
  nox(blanks: number): number;
  mappedSpelling(number: number): number;
  /** Parts of speech are numbers. */
  posOf(number: number): number;
  isMemberPOS(number: number, tag: number): boolean;
  currentSize(): number;
  intrinsicSize(): number;
}

/** What wink-nlp keeps of a text. */
interface RawDocument {
  /** Four numbers a token: the word's; blanks before it, and more above them in a part of a contraction; its part of speech above what a contraction holds; marks. */
  readonly tokens: readonly number[];
  readonly cache: Lexicon;
}

/** A part of the language model: its patterns, in JSON, and what they call a token of a normal word or a part of speech. */
type Part = () => {
  readonly machines: readonly string[];
  readonly transformers: readonly ((number: number, lexicon: Lexicon, tokens: readonly number[], token: number) => number)[];
};

const NUMBERS_A_TOKEN = 4;
const MOST_BLANKS = 0xffff;
const BITS_BELOW_POS = 20;
/** How many parts of speech there are, with "unknown" at 0. */
const TAGS = 19;
/** What wink-nlp takes a word for of which it knows no part of speech. */
const NOUN = 8;
/** A number no part of speech has. */
const NO_TAG = -1;

/** The model's patterns of entities: their text doubles whenever the model is asked for them, so it is asked once. */
const unused = (model.metaCER as () => unknown)();

// Of the language model's patterns themselves, since wink-nlp's own way through them is slow.
const [sbd, pos] = [(model.sbd as Part)(), (model.pos as Part)()];
/** Where sentences end: one machine. */
export const ends: Patterns = compilePatterns(sbd.machines);
/** Which parts of speech stand together: machines to be asked one after the other, each about what the one before made of it. */
export const tagging: Patterns = compilePatterns(pos.machines);
/** The symbols of parts of speech in `tagging`, by number. */
export const tagSymbols: readonly number[] = Array.from({ length: TAGS }, (_, tag) => tagging.symbolOf(tag));

/** Loads wink-nlp to cut texts into words. */
export function openVocabulary(): Vocabulary {
  // The one addon that is given a whole text hands it out as it is: `out` walks all tokens once for each of their properties.
  const addons = { ...model.addons, readabilityStats: (raw: RawDocument) => raw };
  const nlp = winkNLP({ ...model, addons, metaCER: () => unused }, []);
  const { its } = nlp;
  const rawOf = (text: string): RawDocument =>
    nlp.readDoc(text).out(its.readabilityStats as unknown as ItsFunction<RawDocument>) as unknown as RawDocument;
  const { cache } = rawOf("");
  /** By number, and parts of contractions by all that is kept of them. */
  const known = new Map<number | string, Form>();

  /** A token as wink-nlp keeps it. */
  const tokenOf = ({ number, blanks, kind }: Pick<Form, "number" | "blanks" | "kind">, tag: number) => ({
    tokens: [number, blanks, kind || tag << BITS_BELOW_POS, 0],
    cache,
  });
  type Raw = ReturnType<typeof tokenOf>;

  const wordOf = (spelling: Spelling, raw: Raw): Word =>
    describeWord(spelling, its.lemma(0, raw, addons).toLowerCase(), its.pos(0, raw));

  const describe = (number: number, blanks: number, kind: number): Form => {
    const normal = blanks ? cache.nox(blanks) : cache.normal(number);
    const end = (before: number) => ends.symbolOf(sbd.transformers[0]!(normal, cache, [number, before | blanks, kind, 0], 0));
    const hint = pos.transformers[0]!(NO_TAG, cache, [number, blanks, kind, 0], 0);
    const tag = kind ? kind >>> BITS_BELOW_POS : cache.posOf(cache.mappedSpelling(number)) || NOUN;
    const raw = tokenOf({ number, blanks, kind }, tag);
    return {
      joined: end(0),
      apart: end(1),
      hint: hint === NO_TAG ? 0 : tagging.symbolOf(hint),
      tag,
      word: wordOf(describeSpelling(its.value(0, raw)), raw),
      others: null,
      normal,
      number,
      blanks,
      kind,
    };
  };

  const formOf = (number: number, before: number, kind: number): Form => {
    const blanks = before & ~MOST_BLANKS;
    const key = kind === 0 ? number : `${number} ${blanks} ${kind}`;
    const met = known.get(key);
    if (met) return met;
    const form = describe(number, blanks, kind);
    known.set(key, form);
    return form;
  };

  const cut = (text: string): Form[] => {
    const { tokens } = rawOf(text);
    const forms: Form[] = [];
    for (let at = 0; at < tokens.length; at += NUMBERS_A_TOKEN) forms.push(formOf(tokens[at]!, tokens[at + 1]!, tokens[at + 2]!));
    return forms;
  };

  const wordAs = (form: Form, tag: number): Word => {
    if (tag === form.tag) return form.word;
    form.others ??= [];
    form.others[tag] ??= wordOf(form.word, tokenOf(form, tag));
    return form.others[tag];
  };

  return {
    cut,
    canBe: ({ normal }, tag) => cache.isMemberPOS(normal, tag),
    wordAs,
    forget: () => known.clear(),
    strangers: () => cache.currentSize() - cache.intrinsicSize(),
  };
}
