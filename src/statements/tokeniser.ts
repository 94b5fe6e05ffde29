import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import { createWordTable } from "./word-table.ts";
import { describeWord, type Word } from "./words.ts";

/** A piece of text in words, with the number of the last word of each sentence. White space other than blanks comes as words of its own. */
export interface Reading {
  readonly words: readonly Word[];
  readonly lasts: readonly number[];
}

/** What wink-nlp keeps of a text. */
interface RawDocument {
  /** Four numbers a token: the word's; blanks before it, and more above them in a part of a contraction; its part of speech above what a contraction holds; marks. */
  readonly tokens: readonly number[];
  readonly sentences: readonly (readonly [first: number, last: number])[];
  readonly cache: { currentSize(): number; intrinsicSize(): number };
}

const NUMBERS_A_TOKEN = 4;
const MOST_BLANKS = 0xffff;
const BITS_BELOW_POS = 20;

interface Tokeniser {
  read(piece: string): Reading;
  /** How many words outside its dictionary it has met; it never forgets one. */
  strangers(): number;
}

/** About 10 MB, met in some three thousand articles. A new tokeniser takes a tenth of a second. */
const MOST_STRANGERS = 40_000;
/** The dictionary's words, some 88,000, and those. */
const MOST_NUMBERS = 2 ** 17;

/** The model's patterns of entities: their text doubles whenever the model is asked for them, so it is asked once. */
const unused = (model.metaCER as () => unknown)();

function createTokeniser(): Tokeniser {
  // The one addon that is given a whole text hands it out as it is: `out` walks all tokens once for each of their properties.
  const addons = { ...model.addons, readabilityStats: (raw: RawDocument) => raw };
  const nlp = winkNLP({ ...model, addons, metaCER: () => unused }, ["sbd", "pos"]);
  const { its } = nlp;
  const known = createWordTable(MOST_NUMBERS);
  /** Parts of contractions, by how they are written and by part of speech. */
  const parts = new Map<string, Word>();
  let strangers = 0;

  const wordAt = (raw: RawDocument, token: number): Word =>
    describeWord(its.value(token, raw), its.lemma(token, raw, addons).toLowerCase(), its.pos(token, raw));

  const partAt = (raw: RawDocument, token: number): Word => {
    const key = `${its.value(token, raw)} ${its.lemma(token, raw, addons)} ${its.pos(token, raw)}`;
    const part = parts.get(key) ?? wordAt(raw, token);
    parts.set(key, part);
    return part;
  };

  const read = (piece: string): Reading => {
    const raw = nlp.readDoc(piece).out(its.readabilityStats as unknown as ItsFunction<RawDocument>) as unknown as RawDocument;
    const { tokens, sentences, cache } = raw;
    strangers = cache.currentSize() - cache.intrinsicSize();
    const words: Word[] = [];
    for (let token = 0, at = 0; at < tokens.length; token++, at += NUMBERS_A_TOKEN) {
      if (tokens[at + 1]! > MOST_BLANKS) {
        words.push(partAt(raw, token));
        continue;
      }
      const number = tokens[at]!;
      const kind = tokens[at + 2]! >>> BITS_BELOW_POS;
      let word = known.get(number, kind);
      if (!word) {
        word = wordAt(raw, token);
        known.set(number, kind, word);
      }
      words.push(word);
    }
    return { words, lasts: sentences.map(([, last]) => last) };
  };
  return { read, strangers: () => strangers };
}

let tokeniser = createTokeniser();

/** Reads one piece of text of at most a paragraph; what was read before makes no difference. */
export function readWords(piece: string): Reading {
  if (tokeniser.strangers() > MOST_STRANGERS) tokeniser = createTokeniser();
  return tokeniser.read(piece);
}
