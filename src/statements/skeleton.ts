import type { Span } from "../model.ts";
import { cuesOf } from "./cues.ts";
import type { Document } from "./document.ts";
import { type Fragment, readFragments } from "./fragments.ts";
import type { Quotation } from "./quotations.ts";

/** A token outside quotation marks, or one fragment of a whole quotation as if it were a single word. */
export interface Item extends Span {
  /** Lower case with straight apostrophes; `""` for a quotation. */
  readonly word: string;
  readonly lemma: string;
  /** A universal part-of-speech tag, or QUOTE. */
  readonly pos: string;
  readonly capital: boolean;
  /** The word as written. */
  readonly written: string;
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
  for (let i = 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.pos !== "VERB" && item.pos !== "NOUN") continue;
    const before = items[i - 1]!;
    if (item.pos === "VERB") {
      const named = item.capital && before.pos === "PROPN" && before.capital;
      if (named && cuesOf(item.lemma).length === 0) items[i] = { ...item, pos: "PROPN" };
      continue;
    }
    if (item.word === "say" && !/^(DET|ADJ|PRON)$/.test(before.pos)) {
      items[i] = { ...item, pos: "VERB" };
      continue;
    }
    const after = items[i + 1];
    if ((item.word === item.lemma && after?.word !== "that") || cuesOf(item.lemma).length === 0) continue;
    const subject =
      /^(he|she|it|they|who)$/.test(before.word) ||
      (before.pos === "PROPN" && item.word.endsWith("s")) ||
      (before.pos === "NOUN" && before.word.endsWith("s") && item.word === item.lemma);
    if (subject && (!after || /^(DET|PRON|PROPN|SCONJ|QUOTE|PUNCT)$/.test(after.pos))) items[i] = { ...item, pos: "VERB" };
  }
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

/** The items of a text, and the first and last token of each. */
function readItems(document: Document, quotations: readonly Quotation[]): { items: Item[]; firsts: number[]; lasts: number[] } {
  const { starts, ends, words, small, capital, lemmas, pos } = document;
  const fragments = readFragments(quotations);
  const items: Item[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  let next = 0;
  for (let token = 0; token < starts.length; ) {
    const start = starts[token]!;
    while (next < fragments.length && fragments[next]!.outer.end <= start) next++;
    const here = fragments[next];
    firsts.push(token);
    if (here && ends[token]! > here.outer.start) {
      while (token < starts.length && starts[token]! < here.outer.end) token++;
      items.push({
        start: here.outer.start,
        end: here.outer.end,
        word: "",
        lemma: "",
        pos: "QUOTE",
        capital: /^[^\p{L}]*\p{Lu}/u.test(document.text.slice(here.outer.start, here.outer.start + 12)),
        written: "",
        quotation: here,
      });
      next++;
    } else {
      items.push({
        start,
        end: ends[token]!,
        word: small[token]!,
        lemma: lemmas[token]!,
        pos: pos[token]!,
        capital: capital[token]!,
        written: words[token]!,
        quotation: null,
      });
      token++;
    }
    lasts.push(token - 1);
  }
  return { items, firsts, lasts };
}

/** Cuts the text into units: at paragraphs, and at sentence ends outside quotation marks. */
export function readUnits(document: Document, quotations: readonly Quotation[]): Unit[] {
  const { sentenceOf, paragraphOf } = document;
  const { items, firsts, lasts } = readItems(document, quotations);
  retag(items);
  const units: Unit[] = [];
  let from = 0;
  for (let i = 1; i <= items.length; i++) {
    if (i < items.length && !ends(i)) continue;
    units.push({ items: items.slice(from, i), paragraph: paragraphOf[firsts[from]!]! });
    from = i;
  }
  return units;

  function ends(i: number): boolean {
    const last = lasts[i - 1]!;
    const first = firsts[i]!;
    if (paragraphOf[last] !== paragraphOf[first] || i - from >= LONGEST_UNIT) return true;
    const before = items[i - 1]!;
    const here = items[i]!;
    const cut = sentenceOf[last] !== sentenceOf[first];
    if (before.quotation) {
      if (here.pos === "PUNCT") return false;
      const said = innerText(document, before);
      if (!TERMINAL.test(said)) return cut && here.capital && !/[,\u2014\u2013-]$/.test(said);
      if (here.quotation) return true;
      if (said.endsWith(".")) return here.capital ? !tagFollows(items, i, true) : cut && !tagFollows(items, i, false);
      return here.capital && !tagFollows(items, i, false);
    }
    if (here.quotation) return /^[.?!]$/.test(before.word) || (cut && !/^[,:]$/.test(before.word));
    return cut;
  }
}
