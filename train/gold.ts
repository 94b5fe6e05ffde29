import { readFileSync } from "node:fs";
import { firstIndex } from "../src/statements/bisect.ts";
import type { Document } from "../src/statements/document.ts";
import { begins, PART, partOf, TAG } from "../src/statements/tagger/tags.ts";
import { gluedTokens, type Tokens } from "../src/statements/tagger/tokens.ts";

/** `[start, end)` in UTF-16 code units. */
export type Range = readonly [number, number];

/** One annotated statement. */
interface Attribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly type: string;
}

/** One annotated article. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Reads annotated articles, a JSON line each, and turns their code points into UTF-16 code units. */
export function readGold(file: string): GoldArticle[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => toUtf16(JSON.parse(line)));
}

function toUtf16(article: GoldArticle): GoldArticle {
  if (!/[\u{10000}-\u{10ffff}]/u.test(article.text)) return article;
  const units: number[] = [];
  let at = 0;
  for (const char of article.text) {
    units.push(at);
    at += char.length;
  }
  units.push(at);
  const convert = (ranges: readonly Range[]): Range[] => ranges.map(([s, e]) => [units[s]!, units[e]!]);
  const attributions = article.attributions.map((a) => ({
    ...a,
    source: convert(a.source),
    cue: convert(a.cue),
    content: convert(a.content),
  }));
  return { ...article, attributions };
}

/** Tokens `[from, to)` that a range of characters touches. */
export function tokensOf({ starts, ends }: Document, [start, end]: Range): Range {
  return [firstIndex(ends.length, (k) => ends[k]! > start), firstIndex(starts.length, (k) => starts[k]! >= end)];
}

/**
 * One tag a token: where annotations overlap, cue wins over source over content. A quotation is of one part from mark to mark, the one
 * most of its tokens are of, and unannotated tokens between the parts of a statement are tagged as such.
 */
export function goldTags(doc: Document, tokens: Tokens, article: GoldArticle): Uint8Array {
  const tags = new Uint8Array(tokens.count);
  const put = (ranges: readonly Range[], tag: number, over: boolean): void => {
    for (const range of ranges) {
      const [from, to] = tokensOf(doc, range);
      for (let k = from; k < to; k++) if (over || tags[k]! === 0) tags[k] = k === from ? tag : tag + 1;
    }
  };
  for (const a of article.attributions) put(a.content, TAG.content, false);
  for (const a of article.attributions) put(a.source, TAG.source, true);
  for (const a of article.attributions) put(a.cue, TAG.cue, true);
  unify(tokens, tags);
  for (let k = 0; k < tags.length; k++) {
    const part = partOf(tags[k]!);
    if (part !== PART.none && !begins(tags[k]!) && (k === 0 || partOf(tags[k - 1]!) !== part)) tags[k]! -= 1;
  }
  for (const a of article.attributions) putBetween(doc, tokens, a, tags);
  gluedTokens(tokens).forEach((glued, k) => {
    if (glued === 1 && partOf(tags[k]!) === PART.none) tags[k] = tags[k - 1]!;
  });
  return tags;
}

/** Gives all of a quotation the part of its majority. */
function unify(tokens: Tokens, tags: Uint8Array): void {
  for (let k = 0; k < tokens.count; ) {
    let end = k + 1;
    while (tokens.fragment[k]! >= 0 && end < tokens.count && tokens.fragment[end]! === tokens.fragment[k]!) end++;
    if (end > k + 1) {
      const count = [0, 0, 0, 0];
      for (let i = k; i < end; i++) count[partOf(tags[i]!)]! += 1;
      const part = count.indexOf(Math.max(...count));
      const first = partOf(tags[k]!) === part ? tags[k]! : 2 * part;
      for (let i = k; i < end; i++) tags[i] = i === k ? first : 2 * part;
    }
    k = end;
  }
}

function putBetween(doc: Document, tokens: Tokens, a: Attribution, tags: Uint8Array): void {
  if (a.cue.length === 0) return;
  const s = tokens.sentence[tokensOf(doc, a.cue[0]!)[0]!]!;
  let first = tokens.count;
  let last = -1;
  for (const range of [...a.source, ...a.cue, ...a.content]) {
    const [from, to] = tokensOf(doc, range);
    for (let k = from; k < to; k++) {
      if (tokens.sentence[k]! !== s) continue;
      first = Math.min(first, k);
      last = Math.max(last, k);
    }
  }
  for (let k = first; k < last; k++) if (tags[k]! === TAG.none) tags[k] = TAG.between;
}
