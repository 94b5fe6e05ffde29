import type { Span } from "../model.ts";
import type { Assembled } from "./assemble.ts";
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
  return told === null ? kind === "direct" : UTTERED.has(told) && told !== "denial";
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
