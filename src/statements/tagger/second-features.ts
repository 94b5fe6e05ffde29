import { band } from "./mix.ts";
import { LIKELY, type SecondContext } from "./second-context.ts";
import { compileTemplates, type Template, writeHashes } from "./templates.ts";
import type { Tokens } from "./tokens.ts";

// Places of a token's values. "Here" is the token, "before" and "after" are its neighbours.
const FORM = 1;
const LEMMA = { here: 2, after: 3, before: 4 } as const;
const POS = { here: 5, after: 6 } as const;
const TAGS = { here: 7, after: 8, before: 9, withAfter: 10, withBefore: 11, beforeWith: 12 } as const;
const PART = { here: 13, quoted: 14 } as const;
const DOUBT = { parts: 15, partsBefore: 16, starts: 17, contentBefore: 18 } as const;
const MASS = { content: 19, source: 20 } as const;
const ORDER = { here: 21, before: 22, after: 23, place: 24 } as const;
const CUE_LEFT = { lemma: 25, band: 26, marks: 27 } as const;
const CUE_RIGHT = { lemma: 28, marks: 29 } as const;
const SOURCES = 30;
const CONTENT = 31;

/** Values a token has in the second pass. */
export const SECOND_VALUES = 32;

/** The features a token has in the second pass beside those of the first. Neither numbers nor order may change without a new training. */
export const SECOND_TEMPLATES: readonly Template[] = [
  // The first pass's tags.
  [105, TAGS.before],
  [108, TAGS.before, TAGS.here, TAGS.after],
  [109, TAGS.here, LEMMA.here],
  [110, TAGS.here, POS.here, POS.after],
  [111, TAGS.withAfter, LEMMA.after],
  [112, TAGS.withBefore, LEMMA.before],
  // Its doubts.
  [113, DOUBT.parts],
  [117, DOUBT.starts],
  [124, DOUBT.partsBefore],
  [125, DOUBT.contentBefore, MASS.content],
  // The order of the parts in this sentence and its neighbours.
  [126, ORDER.here, ORDER.place],
  [127, ORDER.before, ORDER.here, ORDER.place],
  [128, ORDER.here, ORDER.after, ORDER.place],
  [131, ORDER.before, ORDER.after, PART.quoted],
  // The nearest cues it found.
  [135, CUE_LEFT.band, PART.here],
  [138, CUE_LEFT.lemma, CUE_LEFT.marks, POS.here],
  [139, ORDER.here, CUE_LEFT.marks, PART.here],
  [142, CUE_RIGHT.marks, PART.here, POS.here],
  [143, CUE_RIGHT.lemma, CUE_RIGHT.marks, PART.here],
  [144, ORDER.here, CUE_RIGHT.marks, PART.here],
  // The article's other mentions.
  [146, SOURCES, POS.here],
  // Where the first pass's parts meet which words.
  [148, CONTENT, CUE_LEFT.lemma, PART.here],
  [150, TAGS.beforeWith, FORM],
  [152, DOUBT.partsBefore, DOUBT.parts],
  [157, MASS.source, FORM, POS.here],
];

/** Templates, by number, whose values are the same all over a stretch of tokens. */
export const SECOND_SURROUNDINGS: readonly number[] = [126, 127, 128, 131, 139, 143, 144, 148];

/** The most features a token has in the second pass beside those of the first. */
export const SECOND_WIDTH = SECOND_TEMPLATES.length;

/** What stands for "beyond the paragraph" among tags. */
const BEYOND = 9;

const templates = compileTemplates(SECOND_TEMPLATES);
const scratch = new Int32Array(SECOND_VALUES);

/** Writes token `k`'s second-pass features to `out[at...]` as int32 hashes and returns how many. */
export function writeSecondFeatures(tokens: Tokens, context: SecondContext, k: number, out: Int32Array, at: number): number {
  readSecondSurroundings(tokens, context, k, scratch);
  readSecondValues(tokens, context, k, scratch);
  return writeHashes(templates, scratch, out, at);
}

/** Reads what is the same for all tokens of token `k`'s stretch into `values`. */
export function readSecondSurroundings(tokens: Tokens, context: SecondContext, k: number, values: Int32Array): void {
  const { lemma } = tokens;
  const p = tokens.paragraph[k]!;
  const s = tokens.sentence[k]!;
  const head = tokens.sentenceAt[s]!;
  const tail = tokens.sentenceAt[s + 1]!;
  const first = head === tokens.paragraphAt[p]! ? 1 : 0;
  const last = tail === tokens.paragraphAt[p + 1]! ? 1 : 0;
  const c0 = context.part[k]!;
  values[PART.here] = c0;
  values[PART.quoted] = c0 * 2 + tokens.quoted[k]!;
  values[ORDER.here] = context.order[s]!;
  values[ORDER.before] = s === 0 ? 0 : context.shortOrder[s - 1]! * 2 + first;
  values[ORDER.after] = tail >= tokens.count ? 0 : context.shortOrder[s + 1]! * 2 + last;
  values[ORDER.place] = context.rank[k]! * 4 + c0;

  const left = context.cueLeft[k]!;
  const right = context.cueRight[k]!;
  const contentAt = context.contentAt[k]!;
  values[CUE_LEFT.lemma] = left < 0 ? 0 : lemma[left]!;
  values[CUE_LEFT.marks] = left < 0 ? -1 : context.marksLeft[k]!;
  values[CUE_RIGHT.lemma] = right < 0 ? 0 : lemma[right]!;
  values[CUE_RIGHT.marks] = right < 0 ? -1 : context.marksRight[k]!;
  values[CONTENT] = contentAt < 0 ? 0 : lemma[contentAt]!;
}

/** Reads what else the templates mix of token `k` into `values`. */
export function readSecondValues(tokens: Tokens, context: SecondContext, k: number, values: Int32Array): void {
  const { tags, likely, parts, starts } = context;
  const { form, lemma, pos } = tokens;
  const p = tokens.paragraph[k]!;
  const from = tokens.paragraphAt[p]!;
  const to = tokens.paragraphAt[p + 1]!;
  const has1 = k + 1 < to;
  const had1 = k - 1 >= from;
  values[FORM] = form[k]!;
  values[LEMMA.here] = lemma[k]!;
  values[LEMMA.after] = has1 ? lemma[k + 1]! : 0;
  values[LEMMA.before] = had1 ? lemma[k - 1]! : 0;
  values[POS.here] = pos[k]!;
  values[POS.after] = has1 ? pos[k + 1]! : 0;

  const t0 = tags[k]!;
  const t1 = has1 ? tags[k + 1]! : BEYOND;
  const tm1 = had1 ? tags[k - 1]! : BEYOND;
  values[TAGS.here] = t0;
  values[TAGS.after] = t1;
  values[TAGS.before] = tm1;
  values[TAGS.withAfter] = t0 * 16 + t1;
  values[TAGS.withBefore] = t0 * 16 + tm1;
  values[TAGS.beforeWith] = tm1 * 16 + t0;

  const bin = k * LIKELY.count;
  const previous = bin - LIKELY.count;
  values[DOUBT.parts] = parts[k]!;
  values[DOUBT.partsBefore] = had1 ? parts[k - 1]! : -1;
  values[DOUBT.starts] = starts[k]!;
  values[DOUBT.contentBefore] = had1 ? likely[previous + LIKELY.content]! : BEYOND;
  values[MASS.content] = likely[bin + LIKELY.content]!;
  values[MASS.source] = likely[bin + LIKELY.source]!;

  const left = context.cueLeft[k]!;
  values[CUE_LEFT.band] = left < 0 ? 99 : band(k - context.cueLeftEnd[k]!);
  values[SOURCES] = context.sourceCount[k]!;
}
