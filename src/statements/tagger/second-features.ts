import { band, mix } from "./mix.ts";
import { LIKELY, type SecondContext } from "./second-context.ts";
import type { Tokens } from "./tokens.ts";

/** The most features a token has in the second pass beside those of the first. */
export const SECOND_WIDTH = 33;

/** What stands for "beyond the paragraph" among tags. */
const BEYOND = 9;

/** Writes token `k`'s second-pass features to `out[at...]` as int32 hashes and returns how many. */
export function writeSecondFeatures(tokens: Tokens, context: SecondContext, k: number, out: Int32Array, at: number): number {
  const { tags, part, likely, parts, starts } = context;
  const { form, lemma, pos } = tokens;
  const p = tokens.paragraph[k]!;
  const s = tokens.sentence[k]!;
  const from = tokens.paragraphAt[p]!;
  const to = tokens.paragraphAt[p + 1]!;
  const has1 = k + 1 < to;
  const had1 = k - 1 >= from;
  const t0 = tags[k]!;
  const t1 = has1 ? tags[k + 1]! : BEYOND;
  const tm1 = had1 ? tags[k - 1]! : BEYOND;
  const c0 = part[k]!;
  let i = at;

  // The first pass's tags.
  out[i++] = mix(105, tm1, 0, 0);
  out[i++] = mix(108, tm1, t0, t1);
  out[i++] = mix(109, t0, lemma[k]!, 0);
  out[i++] = mix(110, t0, pos[k]!, has1 ? pos[k + 1]! : 0);
  out[i++] = mix(111, t0 * 16 + t1, has1 ? lemma[k + 1]! : 0, 0);
  out[i++] = mix(112, t0 * 16 + tm1, had1 ? lemma[k - 1]! : 0, 0);

  // Its doubts.
  const bin = k * LIKELY.count;
  const next = bin + LIKELY.count;
  const previous = bin - LIKELY.count;
  const content = likely[bin + LIKELY.content]!;
  out[i++] = mix(113, parts[k]!, 0, 0);
  out[i++] = mix(117, starts[k]!, 0, 0);
  out[i++] = mix(123, has1 ? likely[next + LIKELY.contentStart]! : BEYOND, 0, 0);
  out[i++] = mix(124, had1 ? parts[k - 1]! : -1, 0, 0);
  out[i++] = mix(125, had1 ? likely[previous + LIKELY.content]! : BEYOND, content, 0);

  // The order of the parts in this sentence and its neighbours.
  const head = tokens.sentenceAt[s]!;
  const tail = tokens.sentenceAt[s + 1]!;
  const order = context.order[s]!;
  const before = s === 0 ? 0 : context.shortOrder[s - 1]! * 2 + (head === from ? 1 : 0);
  const after = tail >= tokens.count ? 0 : context.shortOrder[s + 1]! * 2 + (tail === to ? 1 : 0);
  const place = context.rank[k]! * 4 + c0;
  out[i++] = mix(126, order, place, 0);
  out[i++] = mix(127, before, order, place);
  out[i++] = mix(128, order, after, place);
  out[i++] = mix(131, before, after, c0 * 2 + tokens.quoted[k]!);
  out[i++] = mix(132, c0, context.next[k]!, 0);

  // The nearest cues it found.
  const left = context.cueLeft[k]!;
  const right = context.cueRight[k]!;
  const leftEnd = context.cueLeftEnd[k]!;
  const L = left < 0 ? 0 : lemma[left]!;
  const R = right < 0 ? 0 : lemma[right]!;
  const between = left < 0 ? -1 : context.marksLeft[k]!;
  const ahead = right < 0 ? -1 : context.marksRight[k]!;
  out[i++] = mix(135, left < 0 ? 99 : band(k - leftEnd), c0, 0);
  out[i++] = mix(137, between, c0, left < 0 ? 0 : form[k]!);
  out[i++] = mix(138, L, between, pos[k]!);
  out[i++] = mix(139, order, between, c0);
  out[i++] = mix(141, right < 0 ? 99 : band(right - k), c0, 0);
  out[i++] = mix(142, ahead, c0, pos[k]!);
  out[i++] = mix(143, R, ahead, c0);
  out[i++] = mix(144, order, ahead, c0);

  // The article's other mentions.
  out[i++] = mix(146, context.sourceCount[k]!, pos[k]!, 0);

  // Where the first pass's parts meet which words.
  const contentAt = context.contentAt[k]!;
  const w0 = form[k]!;
  const w1 = has1 ? form[k + 1]! : 0;
  out[i++] = mix(148, contentAt < 0 ? 0 : lemma[contentAt]!, L, c0);
  out[i++] = mix(150, tm1 * 16 + t0, w0, 0);
  out[i++] = mix(152, had1 ? parts[k - 1]! : -1, parts[k]!, 0);
  out[i++] = mix(153, has1 ? likely[next + LIKELY.content]! : BEYOND, w1, 0);
  out[i++] = mix(154, content, w0, pos[k]!);
  out[i++] = mix(155, likely[bin + LIKELY.between]!, c0, 0);
  out[i++] = mix(156, contentAt < 0 ? 99 : band(k - contentAt), c0, w0);
  out[i++] = mix(157, likely[bin + LIKELY.source]!, w0, pos[k]!);
  return i - at;
}
