import { type Context, QUOTED } from "./context.ts";
import { band } from "./mix.ts";
import { compileTemplates, type Template, writeHashes } from "./templates.ts";
import type { Tokens } from "./tokens.ts";

// Places of a token's values. Names are relative to the token: "after2" is the second token behind it.
const FORM = { here: 1, before: 2 } as const;
const LEMMA = { here: 3, after: 4, before: 5, before2: 6 } as const;
const POS = { here: 7, after: 8, after2: 9, before: 10, before2: 11 } as const;
const SHAPE = { here: 12, after: 13, before: 14 } as const;
const AFFIX = { head4: 15, tail3: 16 } as const;
const MARKS = { here: 17, after: 18, before: 19 } as const;
const QUOTE = { here: 20, sentence: 21, after: 22 } as const;
const EDGE = { head: 23, tail: 24 } as const;
const CUE = { left: 25, right: 26, leftBand: 27, rightBand: 28, depth: 29 } as const;
const VERB_RIGHT = 30;
const MARK_LEFT = 31;
const MARK_RIGHT = { form: 32, formAfter: 33, lemmaAfter: 34, posAfter: 35, lemmaAfter2: 36 } as const;
const OPENER = { left: 37, leftBand: 38, right: 39, rightBand: 40 } as const;
const OUTER = { left: 41, leftNear: 42, rightNear: 43 } as const;
const BEHIND = { form: 44, pos: 45, posAfter: 46, lemmaAfter: 47 } as const;
const QUOTATION = { last: 48, last2: 49, size: 50, setting: 51 } as const;

/** Values a token has in the first pass. */
export const FIRST_VALUES = 52;

/** The features every token has in the first pass. Neither numbers nor order may change without a new training. */
export const FIRST_TEMPLATES: readonly Template[] = [
  // The words around, within the paragraph.
  [2, FORM.here],
  [6, FORM.before],
  [9, LEMMA.here],
  [10, LEMMA.after],
  [12, LEMMA.before],
  [13, LEMMA.before2],
  [23, LEMMA.here, POS.after],
  [24, POS.before, LEMMA.here],
  [26, POS.before, POS.here],
  [27, POS.here, POS.after],
  [28, POS.before, POS.here, POS.after],
  [29, POS.before2, POS.before, POS.here],
  [30, POS.here, POS.after, POS.after2],
  [31, SHAPE.here, SHAPE.before, SHAPE.after],
  [32, AFFIX.tail3],
  [34, AFFIX.head4],
  // Quotation marks.
  [36, MARKS.before, MARKS.here, MARKS.after],
  [37, QUOTE.here, FORM.here],
  [38, QUOTE.here, POS.here, POS.after],
  [39, QUOTE.sentence, QUOTE.after],
  // The sentence.
  [43, EDGE.head],
  [44, EDGE.tail],
  // The nearest words that may be cues.
  [52, CUE.left, CUE.right],
  [55, CUE.left, QUOTE.here, MARK_LEFT],
  [56, CUE.left, POS.here, CUE.leftBand],
  [59, CUE.right, POS.here, CUE.rightBand],
  // The nearest verbs and marks.
  [63, VERB_RIGHT, POS.here],
  [65, MARK_RIGHT.form, MARK_RIGHT.formAfter],
  [66, MARK_RIGHT.form, MARK_RIGHT.lemmaAfter, MARK_RIGHT.lemmaAfter2],
  [67, MARK_RIGHT.form, MARK_RIGHT.posAfter, MARK_RIGHT.lemmaAfter2],
  // Clauses and phrases.
  [68, CUE.left, CUE.depth, POS.here],
  [70, OPENER.left, OPENER.leftBand, POS.here],
  [72, OPENER.right, OPENER.rightBand, POS.here],
  // Cues outside quotation marks, wherever in the paragraph.
  [76, OUTER.left, OUTER.leftNear, QUOTE.here],
  [78, OUTER.leftNear, OUTER.rightNear, QUOTE.here],
];

/** The features a quotation's first token has beside those: the quotation as a whole. */
export const QUOTATION_TEMPLATES: readonly Template[] = [
  [79, FORM.before, BEHIND.pos, QUOTATION.size],
  [80, LEMMA.before, QUOTATION.size],
  [81, BEHIND.form, BEHIND.posAfter, QUOTATION.size],
  [82, BEHIND.lemmaAfter, BEHIND.form],
  [83, QUOTATION.last2, QUOTATION.last, BEHIND.pos],
  [84, SHAPE.after, QUOTATION.last2, QUOTATION.size],
  [85, POS.before, BEHIND.pos, QUOTATION.setting],
];

/** Templates, by number, whose values are the same all over a stretch of tokens. */
export const FIRST_SURROUNDINGS: readonly number[] = [39, 52, 55, 65, 66, 67, 76, 78];

/** The most features a token has in the first pass. */
export const FIRST_WIDTH = FIRST_TEMPLATES.length + QUOTATION_TEMPLATES.length;

const templates = compileTemplates(FIRST_TEMPLATES);
const quotationTemplates = compileTemplates(QUOTATION_TEMPLATES);
const scratch = new Int32Array(FIRST_VALUES);

/** Writes token `k`'s first-pass features to `out[at...]` as int32 hashes and returns how many. */
export function writeFirstFeatures(tokens: Tokens, context: Context, k: number, out: Int32Array, at: number): number {
  readFirstSurroundings(tokens, context, k, scratch);
  const opens = readFirstValues(tokens, context, k, scratch);
  const count = writeHashes(templates, scratch, out, at);
  return opens ? count + writeHashes(quotationTemplates, scratch, out, at + count) : count;
}

/** Quotation marks in the sentence before a token's, or else in the paragraph before. */
function quotingBefore(tokens: Tokens, context: Context, k: number): number {
  const s = tokens.sentence[k]!;
  const p = tokens.paragraph[k]!;
  if (tokens.sentenceAt[s]! > tokens.paragraphAt[p]!) return context.quoting[s - 1]!;
  return p > 0 ? 4 + context.paragraphQuoting[p - 1]! : QUOTED.beyond;
}

/** Reads what is the same for all tokens of token `k`'s stretch into `values`. */
export function readFirstSurroundings(tokens: Tokens, context: Context, k: number, values: Int32Array): void {
  const { form, lemma, pos } = tokens;
  const s = tokens.sentence[k]!;
  const tail = tokens.sentenceAt[s + 1]!;
  values[QUOTE.here] = tokens.quoted[k]!;
  values[QUOTE.sentence] = tokens.quoted[k]! * 64 + quotingBefore(tokens, context, k) * 8 + context.quoting[s]!;
  values[QUOTE.after] = tail < tokens.paragraphAt[tokens.paragraph[k]! + 1]! ? context.quoting[s + 1]! : QUOTED.beyond;

  const left = context.cueLeft[k]!;
  const right = context.cueRight[k]!;
  const markLeft = context.markLeft[k]!;
  values[CUE.left] = left < 0 ? 0 : lemma[left]!;
  values[CUE.right] = right < 0 ? 0 : lemma[right]!;
  values[MARK_LEFT] = markLeft < 0 ? 0 : form[markLeft]!;

  const markRight = context.markRight[k]!;
  const beyond1 = markRight >= 0 && markRight + 1 < tail;
  const beyond2 = markRight >= 0 && markRight + 2 < tail;
  values[MARK_RIGHT.form] = markRight < 0 ? 0 : form[markRight]!;
  values[MARK_RIGHT.formAfter] = beyond1 ? form[markRight + 1]! : 0;
  values[MARK_RIGHT.lemmaAfter] = beyond1 ? lemma[markRight + 1]! : 0;
  values[MARK_RIGHT.posAfter] = beyond1 ? pos[markRight + 1]! : 0;
  values[MARK_RIGHT.lemmaAfter2] = beyond2 ? lemma[markRight + 2]! : 0;

  const outerLeft = context.outerLeft[k]!;
  const outerRight = context.outerRight[k]!;
  values[OUTER.left] = outerLeft < 0 ? 0 : lemma[outerLeft]!;
  values[OUTER.leftNear] = outerLeft < 0 ? 9 : tokens.sentence[outerLeft]! === s ? 1 : 2;
  values[OUTER.rightNear] = outerRight < 0 ? 9 : tokens.sentence[outerRight]! === s ? 1 : 2;
}

/** Reads what else the templates mix of token `k` into `values`; true for a quotation's first token. */
export function readFirstValues(tokens: Tokens, context: Context, k: number, values: Int32Array): boolean {
  const { form, lemma, pos, shape, mark } = tokens;
  const p = tokens.paragraph[k]!;
  const s = tokens.sentence[k]!;
  const from = tokens.paragraphAt[p]!;
  const to = tokens.paragraphAt[p + 1]!;
  const head = tokens.sentenceAt[s]!;
  const tail = tokens.sentenceAt[s + 1]!;

  const has1 = k + 1 < to;
  const had1 = k - 1 >= from;
  const had2 = k - 2 >= from;
  values[FORM.here] = form[k]!;
  values[FORM.before] = had1 ? form[k - 1]! : 0;
  values[LEMMA.here] = lemma[k]!;
  values[LEMMA.after] = has1 ? lemma[k + 1]! : 0;
  values[LEMMA.before] = had1 ? lemma[k - 1]! : 0;
  values[LEMMA.before2] = had2 ? lemma[k - 2]! : 0;
  values[POS.here] = pos[k]!;
  values[POS.after] = has1 ? pos[k + 1]! : 0;
  values[POS.after2] = k + 2 < to ? pos[k + 2]! : 0;
  values[POS.before] = had1 ? pos[k - 1]! : 0;
  values[POS.before2] = had2 ? pos[k - 2]! : 0;
  values[SHAPE.here] = shape[k]!;
  values[SHAPE.after] = has1 ? shape[k + 1]! : 0;
  values[SHAPE.before] = had1 ? shape[k - 1]! : 0;
  values[AFFIX.head4] = tokens.head4[k]!;
  values[AFFIX.tail3] = tokens.tail3[k]!;

  values[MARKS.here] = mark[k]!;
  values[MARKS.after] = has1 ? mark[k + 1]! : 3;
  values[MARKS.before] = had1 ? mark[k - 1]! : 3;

  values[EDGE.head] = band(k - head);
  values[EDGE.tail] = band(tail - 1 - k);

  const left = context.cueLeft[k]!;
  const right = context.cueRight[k]!;
  values[CUE.leftBand] = left < 0 ? 99 : band(k - left);
  values[CUE.rightBand] = right < 0 ? 99 : band(right - k);
  values[CUE.depth] = context.depth[k]!;
  const verbRight = context.verbRight[k]!;
  values[VERB_RIGHT] = verbRight < 0 ? 99 : band(verbRight - k);

  const openerLeft = context.openerLeft[k]!;
  const openerRight = context.openerRight[k]!;
  values[OPENER.left] = openerLeft < 0 ? 0 : form[openerLeft]!;
  values[OPENER.leftBand] = openerLeft < 0 ? 99 : band(k - openerLeft);
  values[OPENER.right] = openerRight < 0 ? 0 : form[openerRight]!;
  values[OPENER.rightBand] = openerRight < 0 ? 99 : band(openerRight - k);

  const end = context.quotationEnd[k]!;
  if (end < 0) return false;
  const behind = end < to;
  const behind1 = end + 1 < to;
  values[BEHIND.form] = behind ? form[end]! : 0;
  values[BEHIND.pos] = behind ? pos[end]! : 0;
  values[BEHIND.posAfter] = behind1 ? pos[end + 1]! : 0;
  values[BEHIND.lemmaAfter] = behind1 ? lemma[end + 1]! : 0;
  values[QUOTATION.last] = form[end - 1]!;
  values[QUOTATION.last2] = end - 2 > k ? form[end - 2]! : 0;
  values[QUOTATION.size] = band(end - k);
  values[QUOTATION.setting] = context.quoting[s]! * 8 + quotingBefore(tokens, context, k);
  return true;
}
