import type { Span } from "../model.ts";
import type { Assembled } from "./assemble.ts";
import { firstIndex } from "./bisect.ts";
import { NO_SURNAME } from "./cast/word-traits.ts";
import { UTTERED } from "./cue-class.ts";
import { type CueClass, SIGNS } from "./cues.ts";
import type { Document } from "./document.ts";
import { standsInHeadline } from "./headline.ts";
import { lemmasIn } from "./lemmas.ts";

/** Below this the rules doubt that it was said at all: "might say". */
const DOUBTED = 0.5;
const RELATIVE = /^(?:who|which|that)$/i;
/** Characters before a relative pronoun in which its noun stands. */
const NEAR = 40;
/** What can stand between the head of a line and its label. */
const OPENS_LINE = /(?:^|[\n\r])[\t "'\u201c]*$/;
/** Asking for anonymity says nothing. */
const ANONYMITY =
  /^(?:that )?(?:(?:he|she|they) )?(?:not )?(?:to )?(?:not )?(?:be|remain) (?:named|identified|anonymous|quoted by name)/i;
/** Scare quotes, and what is sung. */
const NO_SPEECH = /^(?:so[- ]called|s[aiu]ngs?|singing)$/i;

/**
 * Whether a statement was said or written by somebody, and not thought, sung, shown on a sign or told by a headline alone; `told` is the
 * class of its cue.
 */
export function isSaid(document: Document, { cue, kind, rules, source, content }: Assembled, told: CueClass | null): boolean {
  const { text } = document;
  const { start, end } = content[0]!;
  if (ANONYMITY.test(text.slice(start, end)) || (cue && NO_SPEECH.test(text.slice(cue.start, cue.end)))) return false;
  if (source && isSign(document, source, cue)) return false;
  if (standsInHeadline(text, start)) return false;
  if (rules !== null) return rules >= DOUBTED;
  if (source && cue && isHeading(document, source, cue)) return false;
  return told === null ? kind === "direct" : UTTERED.has(told) && told !== "denial";
}

/** "Summary: ...", "Q: ...": before the colon that opens a line stands no name that the text knows otherwise. */
function isHeading(document: Document, source: Span, cue: Span): boolean {
  const { text, tokens, starts, ends } = document;
  const before = text.slice(Math.max(0, source.start - NEAR), source.start);
  if (text.slice(source.end, cue.end).trim() !== ":" || !OPENS_LINE.test(before)) return false;
  const { small, traits } = tokens[firstIndex(starts.length, (k) => ends[k]! >= source.end)]!;
  return small.length === 1 || (traits & NO_SURNAME) !== 0 || !capitalsInside(document).has(small);
}

const capitals = new WeakMap<Document, ReadonlySet<string>>();

/** Words with a capital letter inside a sentence, in lower case; looked for once a text. */
function capitalsInside(document: Document): ReadonlySet<string> {
  const known = capitals.get(document);
  if (known) return known;
  const { tokens, sentenceOf, words } = document;
  const found = new Set<string>();
  for (let k = 1; k < tokens.length; k++)
    if (tokens[k]!.capital && sentenceOf[k] === sentenceOf[k - 1] && words[k + 1] !== ":") found.add(tokens[k]!.small);
  capitals.set(document, found);
  return found;
}

/** Who speaks is a sign, or what takes one up: "posters on the wharf, which announce". A board may also be of people, and say. */
function isSign(document: Document, source: Span, cue: Span | null): boolean {
  const taken = RELATIVE.test(document.text.slice(source.start, source.end));
  const from = taken ? Math.max(0, source.start - NEAR) : source.start;
  const reads = cue !== null && lemmasIn(document, cue).includes("read");
  return lemmasIn(document, { start: from, end: source.end }).some(
    (lemma) => SIGNS.has(lemma) && (reads || !/^(?:board|label|title)$/.test(lemma)),
  );
}
