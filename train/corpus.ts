import { type Document, readDocument } from "../src/statements/document.ts";
import { readFragments } from "../src/statements/fragments.ts";
import { readQuotations } from "../src/statements/quotations.ts";
import { type Context, readContext } from "../src/statements/tagger/context.ts";
import { FIRST_WIDTH, writeFirstFeatures } from "../src/statements/tagger/first-features.ts";
import { POS_CODE } from "../src/statements/tagger/parts-of-speech.ts";
import { FIRST_ROWS, firstRow, SECOND_ROWS, secondRow } from "../src/statements/tagger/rows.ts";
import { readSecondContext } from "../src/statements/tagger/second-context.ts";
import { SECOND_WIDTH, writeSecondFeatures } from "../src/statements/tagger/second-features.ts";
import type { Tagging } from "../src/statements/tagger/tagging.ts";
import { WIDTH } from "../src/statements/tagger/tags.ts";
import { gluedTokens, isDeep, readTokens, type Tokens } from "../src/statements/tagger/tokens.ts";
import { type GoldArticle, goldTags, tokensOf } from "./gold.ts";
import { type Corpus, NO_ROW } from "./learn.ts";

/** Articles read, with where their tokens and paragraphs stand in the corpus. */
export interface Library {
  readonly articles: readonly GoldArticle[];
  readonly documents: readonly Document[];
  readonly tokens: readonly Tokens[];
  readonly contexts: readonly Context[];
  /** First token of each article, and the count of all. */
  readonly tokenAt: Int32Array;
  /** Article of each sequence; a sequence is a paragraph. */
  readonly owner: Int32Array;
  readonly sequences: Int32Array;
  readonly tags: Uint8Array;
  readonly glued: Uint8Array;
}

/** Puts articles end to end: their contexts, tags and paragraphs; `lexicon` holds hashes of cue lemmas. */
export function readLibrary(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  tokens: readonly Tokens[],
  lexicon: ReadonlySet<number>,
): Library {
  const contexts = tokens.map((one) => readContext(one, lexicon));
  const tokenAt = new Int32Array(documents.length + 1);
  documents.forEach((_, d) => {
    tokenAt[d + 1] = tokenAt[d]! + tokens[d]!.count;
  });
  const owner: number[] = [];
  const ranges: number[] = [];
  const tags = new Uint8Array(new SharedArrayBuffer(tokenAt[documents.length]!));
  const glued = new Uint8Array(new SharedArrayBuffer(tokenAt[documents.length]!));
  documents.forEach((doc, d) => {
    const { paragraphAt } = tokens[d]!;
    for (let p = 0; p + 1 < paragraphAt.length; p += 1) {
      ranges.push(tokenAt[d]! + paragraphAt[p]!, tokenAt[d]! + paragraphAt[p + 1]!);
      owner.push(d);
    }
    glued.set(gluedTokens(tokens[d]!), tokenAt[d]!);
    tags.set(goldTags(doc, tokens[d]!, articles[d]!), tokenAt[d]!);
  });
  const sequences = new Int32Array(new SharedArrayBuffer(ranges.length * 4));
  sequences.set(ranges);
  return { articles, documents, tokens, contexts, tokenAt, owner: Int32Array.from(owner), sequences, tags, glued };
}

/** Hashes of the lemmas that are part of a cue often enough to be looked for. */
export function learnLexicon(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  tokens: readonly Tokens[],
): Set<number> {
  const CUE_PARTS = new Set([POS_CODE.VERB, POS_CODE.NOUN, POS_CODE.ADJ]);
  const inCue = new Map<number, number>();
  const all = new Map<number, number>();
  documents.forEach((doc, d) => {
    const { count, lemma, pos } = tokens[d]!;
    for (let k = 0; k < count; k += 1) all.set(lemma[k]!, (all.get(lemma[k]!) ?? 0) + 1);
    for (const a of articles[d]!.attributions)
      for (const range of a.cue) {
        const [from, to] = tokensOf(doc, range);
        for (let k = from; k < to; k += 1) if (CUE_PARTS.has(pos[k]!)) inCue.set(lemma[k]!, (inCue.get(lemma[k]!) ?? 0) + 1);
      }
  });
  return new Set(
    [...inCue].filter(([lemma, count]) => count >= 3 && count / (all.get(lemma) ?? 1) >= 0.12).map(([lemma]) => lemma),
  );
}

/** First-pass features of a library. */
export function firstCorpus(library: Library): Corpus {
  const { documents, tokens, contexts, tokenAt, sequences, tags, glued } = library;
  const count = tokenAt[documents.length]!;
  const features = new Int32Array(new SharedArrayBuffer(count * FIRST_WIDTH * 4));
  tokens.forEach((one, d) => {
    for (let k = 0; k < one.count; k += 1) {
      const from = (tokenAt[d]! + k) * FIRST_WIDTH;
      const count = isDeep(one, k) ? 0 : writeFirstFeatures(one, contexts[d]!, k, features, from);
      for (let f = from; f < from + count; f++) features[f] = firstRow(features[f]!);
      features.fill(NO_ROW, from + count, from + FIRST_WIDTH);
    }
  });
  return { features, width: FIRST_WIDTH, rows: FIRST_ROWS, tags, sequences, glued };
}

/** The part of a corpus-wide tagging that belongs to one article. */
export function taggingOf(library: Library, tagging: Tagging, d: number): Tagging {
  const from = library.tokenAt[d]!;
  const to = library.tokenAt[d + 1]!;
  return {
    tags: tagging.tags.subarray(from, to),
    marginals: tagging.marginals.subarray(from * WIDTH, to * WIDTH),
  };
}

/** First- and second-pass features of a library, given the first pass's answer. */
export function secondCorpus(library: Library, first: Corpus, tagging: Tagging): Corpus {
  const { documents, tokens, tokenAt, sequences, tags, glued } = library;
  const count = tokenAt[documents.length]!;
  const width = FIRST_WIDTH + SECOND_WIDTH;
  const features = new Int32Array(new SharedArrayBuffer(count * width * 4));
  tokens.forEach((one, d) => {
    const context = readSecondContext(one, taggingOf(library, tagging, d));
    for (let k = 0; k < one.count; k += 1) {
      const token = tokenAt[d]! + k;
      features.set(first.features.subarray(token * FIRST_WIDTH, (token + 1) * FIRST_WIDTH), token * width);
      const from = token * width + FIRST_WIDTH;
      const count = isDeep(one, k) ? 0 : writeSecondFeatures(one, context, k, features, from);
      for (let f = from; f < from + count; f++) features[f] = FIRST_ROWS + secondRow(features[f]!);
      features.fill(NO_ROW, from + count, from + SECOND_WIDTH);
    }
  });
  return { features, width, rows: FIRST_ROWS + SECOND_ROWS, tags, sequences, glued };
}

/** Room for a corpus-wide tagging on shared memory. */
export function createTagging(library: Library): Tagging {
  const count = library.tokenAt[library.documents.length]!;
  return {
    tags: new Uint8Array(new SharedArrayBuffer(count)),
    marginals: new Float32Array(new SharedArrayBuffer(count * WIDTH * 4)),
  };
}

/** Reads every article's text. */
export function readDocuments(articles: readonly GoldArticle[]): Document[] {
  return articles.map((article) => readDocument(article.text));
}

/** Turns every article's words into numbers. */
export function readAllTokens(documents: readonly Document[]): Tokens[] {
  return documents.map((doc) => readTokens(doc, readFragments(readQuotations(doc.text))));
}
