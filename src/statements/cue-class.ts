import type { Span } from "../model.ts";
import { type CueClass, cuesOf, NEGATIONS, REFUSALS } from "./cues.ts";
import type { Document } from "./document.ts";
import { lemmasIn } from "./lemmas.ts";

/** Classes of cue that tell of words said or written, as against what somebody thinks, wants or found out. */
export const UTTERED: ReadonlySet<CueClass | null> = new Set<CueClass | null>([
  "speech",
  "judgement",
  "request",
  "commitment",
  "question",
  "denial",
]);

/** Cues that are no verb of the lexicon: "according to Northlight", "Hale: …". */
const OTHERS: Readonly<Record<string, CueClass>> = {
  accord: "speech",
  according: "speech",
  ":": "speech",
  "―": "speech",
  "–": "speech",
  "--": "speech",
  "—": "speech",
};

/** What a cue's words tell of its content, by the lexicon of cues; null where they are in none. A negated cue is a denial. */
export function cueClassOf(doc: Document, cue: Span): CueClass | null {
  let found: CueClass | null = null;
  for (const lemma of lemmasIn(doc, cue)) {
    if (NEGATIONS.has(lemma) || REFUSALS.has(lemma)) return "denial";
    found ??= cuesOf(lemma)[0]?.class ?? OTHERS[lemma] ?? null;
  }
  return found;
}
