import { type Context, QUOTED } from "./context.ts";
import { band, mix } from "./mix.ts";
import type { Tokens } from "./tokens.ts";

/** The most features a token has in the first pass. */
export const FIRST_WIDTH = 53;

/** Writes token `k`'s first-pass features to `out[at...]` as int32 hashes and returns how many. Each `mix` number is one kind of feature. */
export function writeFirstFeatures(tokens: Tokens, context: Context, k: number, out: Int32Array, at: number): number {
  const { form, lemma, pos, shape, quoted, mark } = tokens;
  const p = tokens.paragraph[k]!;
  const s = tokens.sentence[k]!;
  const from = tokens.paragraphAt[p]!;
  const to = tokens.paragraphAt[p + 1]!;
  const head = tokens.sentenceAt[s]!;
  const tail = tokens.sentenceAt[s + 1]!;
  let i = at;

  // The words around, within the paragraph.
  const has1 = k + 1 < to;
  const has2 = k + 2 < to;
  const had1 = k - 1 >= from;
  const had2 = k - 2 >= from;
  const w0 = form[k]!;
  const w1 = has1 ? form[k + 1]! : 0;
  const wm1 = had1 ? form[k - 1]! : 0;
  const l0 = lemma[k]!;
  const l1 = has1 ? lemma[k + 1]! : 0;
  const lm1 = had1 ? lemma[k - 1]! : 0;
  const lm2 = had2 ? lemma[k - 2]! : 0;
  const p0 = pos[k]!;
  const p1 = has1 ? pos[k + 1]! : 0;
  const p2 = has2 ? pos[k + 2]! : 0;
  const pm1 = had1 ? pos[k - 1]! : 0;
  const pm2 = had2 ? pos[k - 2]! : 0;
  out[i++] = mix(1, 0, 0, 0);
  out[i++] = mix(2, w0, 0, 0);
  out[i++] = mix(3, w1, 0, 0);
  out[i++] = mix(6, wm1, 0, 0);
  out[i++] = mix(9, l0, 0, 0);
  out[i++] = mix(10, l1, 0, 0);
  out[i++] = mix(12, lm1, 0, 0);
  out[i++] = mix(13, lm2, 0, 0);
  out[i++] = mix(14, p0, 0, 0);
  out[i++] = mix(18, pm1, 0, 0);
  out[i++] = mix(21, w0, w1, 0);
  out[i++] = mix(22, wm1, w0, 0);
  out[i++] = mix(23, l0, p1, 0);
  out[i++] = mix(24, pm1, l0, 0);
  out[i++] = mix(26, pm1, p0, 0);
  out[i++] = mix(27, p0, p1, 0);
  out[i++] = mix(28, pm1, p0, p1);
  out[i++] = mix(29, pm2, pm1, p0);
  out[i++] = mix(30, p0, p1, p2);
  out[i++] = mix(31, shape[k]!, had1 ? shape[k - 1]! : 0, has1 ? shape[k + 1]! : 0);
  out[i++] = mix(32, tokens.tail3[k]!, 0, 0);
  out[i++] = mix(33, tokens.tail2[k]!, 0, 0);
  out[i++] = mix(34, tokens.head4[k]!, 0, 0);

  // Quotation marks.
  const q0 = quoted[k]!;
  out[i++] = mix(36, had1 ? mark[k - 1]! : 3, mark[k]!, has1 ? mark[k + 1]! : 3);
  out[i++] = mix(37, q0, w0, 0);
  out[i++] = mix(38, q0, p0, p1);
  const here = context.quoting[s]!;
  const before = head > from ? context.quoting[s - 1]! : p > 0 ? 4 + context.paragraphQuoting[p - 1]! : QUOTED.beyond;
  const after = tail < to ? context.quoting[s + 1]! : QUOTED.beyond;
  out[i++] = mix(39, q0 * 64 + before * 8 + here, after, 0);

  // The sentence and the paragraph.
  out[i++] = mix(43, band(k - head), 0, 0);
  out[i++] = mix(44, band(tail - 1 - k), 0, 0);

  // The nearest words that may be cues.
  const left = context.cueLeft[k]!;
  const right = context.cueRight[k]!;
  const L = left < 0 ? 0 : lemma[left]!;
  const R = right < 0 ? 0 : lemma[right]!;
  const dl = left < 0 ? 99 : band(k - left);
  const dr = right < 0 ? 99 : band(right - k);
  const markLeft = context.markLeft[k]!;
  const lastMark = markLeft < 0 ? 0 : form[markLeft]!;
  out[i++] = mix(52, L, R, 0);
  out[i++] = mix(55, L, q0, lastMark);
  out[i++] = mix(56, L, p0, dl);
  out[i++] = mix(59, R, p0, dr);

  // The nearest verbs and marks.
  const verbRight = context.verbRight[k]!;
  const V = verbRight < 0 ? 0 : lemma[verbRight]!;
  out[i++] = mix(62, V, p0, 0);
  out[i++] = mix(63, verbRight < 0 ? 99 : band(verbRight - k), p0, 0);
  const markRight = context.markRight[k]!;
  const M = markRight < 0 ? 0 : form[markRight]!;
  const beyond1 = markRight >= 0 && markRight + 1 < tail;
  const beyond2 = markRight >= 0 && markRight + 2 < tail;
  out[i++] = mix(65, M, beyond1 ? form[markRight + 1]! : 0, 0);
  out[i++] = mix(66, M, beyond1 ? lemma[markRight + 1]! : 0, beyond2 ? lemma[markRight + 2]! : 0);
  out[i++] = mix(67, M, beyond1 ? pos[markRight + 1]! : 0, beyond2 ? lemma[markRight + 2]! : 0);

  // Clauses and phrases.
  const openerLeft = context.openerLeft[k]!;
  const openerRight = context.openerRight[k]!;
  const depth = context.depth[k]!;
  const opener = openerLeft < 0 ? 0 : form[openerLeft]!;
  out[i++] = mix(68, L, depth, p0);
  out[i++] = mix(69, w0, depth, q0);
  out[i++] = mix(70, opener, openerLeft < 0 ? 99 : band(k - openerLeft), p0);
  out[i++] = mix(72, openerRight < 0 ? 0 : form[openerRight]!, openerRight < 0 ? 99 : band(openerRight - k), p0);
  out[i++] = mix(73, w0, has1 ? tokens.tail3[k + 1]! : 0, 0);
  out[i++] = mix(74, wm1, tokens.tail3[k]!, 0);

  // Cues outside quotation marks, wherever in the paragraph.
  const outerLeft = context.outerLeft[k]!;
  const outerRight = context.outerRight[k]!;
  const OL = outerLeft < 0 ? 0 : lemma[outerLeft]!;
  const near = outerLeft < 0 ? 9 : tokens.sentence[outerLeft]! === s ? 1 : 2;
  const far = outerRight < 0 ? 9 : tokens.sentence[outerRight]! === s ? 1 : 2;
  out[i++] = mix(76, OL, near, q0);
  out[i++] = mix(78, near, far, q0);

  // A quotation as a whole, judged at its first mark.
  const end = context.quotationEnd[k]!;
  if (end >= 0) {
    const behind = end < to;
    const w8 = behind ? form[end]! : 0;
    const p8 = behind ? pos[end]! : 0;
    const p9 = end + 1 < to ? pos[end + 1]! : 0;
    const last1 = form[end - 1]!;
    const last2 = end - 2 > k ? form[end - 2]! : 0;
    const size = band(end - k);
    out[i++] = mix(79, wm1, p8, size);
    out[i++] = mix(80, lm1, size, 0);
    out[i++] = mix(81, w8, p9, size);
    out[i++] = mix(82, end + 1 < to ? lemma[end + 1]! : 0, w8, 0);
    out[i++] = mix(83, last2, last1, p8);
    out[i++] = mix(84, has1 ? shape[k + 1]! : 0, last2, size);
    out[i++] = mix(85, pm1, p8, here * 8 + before);
  }
  return i - at;
}
