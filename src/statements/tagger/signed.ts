import { POS_CODE } from "./parts-of-speech.ts";
import type { TokenSpan, Tokens } from "./tokens.ts";
import { hashText, SHAPE } from "./words.ts";

/** Marks between a quotation and the name under it. */
const DASHES: ReadonlySet<number> = new Set(["―", "—", "–", "-", "--", "~"].map(hashText));
const COLON = hashText(":");
const QUOTE = hashText('"');
const LONGEST_NAME = 12;
const LONGEST_LABEL = 5;
const PROPN = POS_CODE.PROPN;

/** What a paragraph's layout, not its grammar, says of a quotation: the mark that tells and the name. */
export interface Signed {
  readonly cue: TokenSpan;
  readonly source: TokenSpan;
}

function isName(tokens: Tokens, k: number): boolean {
  return tokens.shape[k]! === SHAPE.title || tokens.shape[k]! === SHAPE.capitals || tokens.pos[k]! === PROPN;
}

/** The name after a dash that ends a quotation's paragraph, or is all of the next one: “…” ― Esther Tapia. */
export function signature(tokens: Tokens, content: TokenSpan): Signed | null {
  const dash = content.to;
  if (dash + 1 >= tokens.count || !DASHES.has(tokens.form[dash]!) || !isName(tokens, dash + 1)) return null;
  const p = tokens.paragraph[dash]!;
  if (p - tokens.paragraph[content.to - 1]! > 1) return null;
  if (p !== tokens.paragraph[content.to - 1]! && tokens.paragraphAt[p]! !== dash) return null;
  const end = tokens.paragraphAt[p + 1]!;
  if (end - dash > LONGEST_NAME) return null;
  let to = dash + 2;
  while (to < end && isName(tokens, to)) to += 1;
  return { cue: { from: dash, to: dash + 1 }, source: { from: dash + 1, to } };
}

/** The name in capitals before a colon that begins a paragraph of a transcript: WALLACE: … */
export function label(tokens: Tokens, p: number): Signed | null {
  let from = tokens.paragraphAt[p]!;
  const end = tokens.paragraphAt[p + 1]!;
  if (tokens.form[from] === QUOTE) from++;
  let to = from;
  while (to < end && to - from < LONGEST_LABEL && (tokens.shape[to]! === SHAPE.capitals || tokens.shape[to]! === SHAPE.initial))
    to += 1;
  if (to === from || to + 1 >= end || tokens.form[to]! !== COLON) return null;
  return { cue: { from: to, to: to + 1 }, source: { from, to } };
}

/** Fewest paragraphs with a label, and fewest different labels, that make a transcript. */
const TRANSCRIPT = { paragraphs: 3, names: 2 } as const;

/** The label of each paragraph of a transcript, by paragraph; empty where an article is none: one label alone may be a heading. */
export function transcript(tokens: Tokens): ReadonlyMap<number, Signed> {
  const labels = new Map<number, Signed>();
  const names = new Set<number>();
  for (let p = 0; p + 1 < tokens.paragraphAt.length; p++) {
    const found = label(tokens, p);
    if (!found) continue;
    labels.set(p, found);
    names.add(tokens.form[found.source.from]!);
  }
  return labels.size >= TRANSCRIPT.paragraphs && names.size >= TRANSCRIPT.names ? labels : new Map();
}
