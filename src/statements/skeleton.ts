import type { Span } from "../model.ts";
import { cuesOf } from "./cues.ts";
import type { Document } from "./document.ts";
import { type Fragment, type Quotation, readFragments } from "./quotations.ts";

/** A token outside quotation marks, or one fragment of a whole quotation as if it were a single word. */
export interface Item extends Span {
  /** Lower case with straight apostrophes; `""` for a quotation. */
  readonly word: string;
  readonly lemma: string;
  /** A universal part-of-speech tag, or QUOTE. */
  readonly pos: string;
  readonly capital: boolean;
  /** All in capitals, as the place of a dateline is. */
  readonly shout: boolean;
  readonly quotation: Fragment | null;
}

export const isQuote = (item: Item | undefined): boolean => item?.pos === "QUOTE";

/** A sentence of the one who writes: what others say in quotation marks does not end it. */
export interface Unit {
  readonly items: readonly Item[];
  readonly paragraph: number;
}

/** No sentence is longer; it keeps the time linear on a text without sentence ends. */
const LONGEST_UNIT = 200;

const TERMINAL = /[.?!\u2026]["'\u2019\u201d)\]]*$/;

/** The tagger takes "claims", "reports" and the like for nouns; after a pronoun or name they are verbs. */
function retag(items: Item[]): void {
  items.forEach((item, i) => {
    const before = items[i - 1];
    if (item.pos === "VERB" && item.capital && before?.pos === "PROPN" && before.capital && cuesOf(item.lemma).length === 0) {
      items[i] = { ...item, pos: "PROPN" };
      return;
    }
    if (item.word === "say" && item.pos === "NOUN" && before && !/^(DET|ADJ|PRON)$/.test(before.pos)) {
      items[i] = { ...item, pos: "VERB" };
      return;
    }
    if (
      item.pos !== "NOUN" ||
      !before ||
      cuesOf(item.lemma).length === 0 ||
      (item.word === item.lemma && items[i + 1]?.word !== "that")
    )
      return;
    const after = items[i + 1];
    const subject =
      /^(he|she|it|they|who)$/.test(before.word) ||
      (before.pos === "PROPN" && /s$/.test(item.word)) ||
      (before.pos === "NOUN" && /s$/.test(before.word) && item.word === item.lemma);
    if (subject && (!after || /^(DET|PRON|PROPN|SCONJ|QUOTE|PUNCT)$/.test(after.pos))) items[i] = { ...item, pos: "VERB" };
  });
}

/** Whether what stands at `from` reads as the tail of a quotation: `... he asked.`, `... Ann Lee said Friday.` */
function tagFollows(items: readonly Item[], from: number, strict: boolean): boolean {
  const limit = Math.min(items.length, from + (strict ? 6 : 12));
  for (let i = from; i < limit; i++) {
    const { pos, lemma, word } = items[i]!;
    if (pos === "VERB" && cuesOf(lemma).some((cue) => cue.inverts)) {
      const next = items[i + 1];
      if (next?.word === ":" && strict) return false;
      if (strict && next && next.pos !== "PUNCT" && !/^(say|add|ask)$/.test(lemma)) return false;
      return !next || /^(PUNCT|ADP|QUOTE|ADV)$/.test(next.pos) || (i === from && !strict) || (lemma === "tell" && !strict);
    }
    if (strict && pos === "PUNCT") return false;
    if (pos === "VERB" || pos === "QUOTE" || word === "." || pos === "SCONJ") return false;
  }
  return false;
}

const innerText = (document: Document, item: Item): string => {
  const { inner } = item.quotation!;
  return document.text.slice(Math.max(inner.start, inner.end - 8), inner.end);
};

function readItems(document: Document, quotations: readonly Quotation[]): { item: Item; first: number; last: number }[] {
  const { starts, ends, words, lemmas, pos } = document;
  const fragments = readFragments(quotations);
  const out: { item: Item; first: number; last: number }[] = [];
  let next = 0;
  for (let token = 0; token < starts.length; ) {
    const start = starts[token]!;
    while (next < fragments.length && fragments[next]!.outer.end <= start) next++;
    const here = fragments[next];
    if (here && ends[token]! > here.outer.start) {
      const first = token;
      while (token < starts.length && starts[token]! < here.outer.end) token++;
      const item = {
        ...here.outer,
        word: "",
        lemma: "",
        pos: "QUOTE",
        capital: /^[^\p{L}]*\p{Lu}/u.test(document.text.slice(here.outer.start, here.outer.start + 12)),
        shout: false,
        quotation: here,
      };
      out.push({ item, first, last: token - 1 });
      next++;
      continue;
    }
    const word = words[token]!;
    const capital = /^\p{Lu}/u.test(word);
    const shown = word.toLowerCase();
    const tag = pos[token]!;
    out.push({
      item: {
        start,
        end: ends[token]!,
        word: shown,
        lemma: lemmas[token]!,
        pos: tag,
        capital,
        shout: /^\p{Lu}{3,}/u.test(word),
        quotation: null,
      },
      first: token,
      last: token,
    });
    token++;
  }
  return out;
}

/** Cuts the text into units: at paragraphs, and at sentence ends outside quotation marks. */
export function readUnits(document: Document, quotations: readonly Quotation[]): Unit[] {
  const { sentenceOf, paragraphOf } = document;
  const read = readItems(document, quotations);
  const items = read.map(({ item }) => item);
  retag(items);
  const units: Unit[] = [];
  let from = 0;
  for (let i = 1; i <= read.length; i++) {
    const before = read[i - 1]!;
    const here = read[i];
    if (here && !ends(before, here, i)) continue;
    units.push({ items: items.slice(from, i), paragraph: paragraphOf[read[from]!.first]! });
    from = i;
  }
  return units;

  function ends(before: (typeof read)[number], here: (typeof read)[number], i: number): boolean {
    if (paragraphOf[before.last] !== paragraphOf[here.first]) return true;
    if (i - from >= LONGEST_UNIT) return true;
    const cut = sentenceOf[before.last] !== sentenceOf[here.first];
    if (before.item.quotation) {
      if (here.item.pos === "PUNCT") return false;
      const said = innerText(document, before.item);
      if (!TERMINAL.test(said)) return cut && here.item.capital && !/[,\u2014\u2013-]$/.test(said);
      if (here.item.quotation) return true;
      if (/[.]$/.test(said)) return here.item.capital ? !tagFollows(items, i, true) : cut && !tagFollows(items, i, false);
      return here.item.capital && !tagFollows(items, i, false);
    }
    if (here.item.quotation) return /^[.?!]$/.test(before.item.word) || (cut && !/^[,:]$/.test(before.item.word));
    return cut;
  }
}
