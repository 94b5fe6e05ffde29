import type { Document } from "../document.ts";
import type { Gender } from "./given-names.ts";
import type { WordClasses } from "./word-classes.ts";

/** What a noun phrase is about; "unknown" is a name that could be a person's or a thing's. */
export type PhraseKind = "person" | "people" | "organisation" | "group" | "document" | "place" | "unknown" | "thing" | "pronoun";

/** A noun phrase; all numbers are of tokens, ranges half-open. */
export interface Phrase {
  start: number;
  end: number;
  kind: PhraseKind;
  determiner: "the" | "a" | "his" | "none";
  /** The phrase before 's, or null. */
  possessor: Phrase | null;
  /** First token behind determiner and possessor. */
  core: number;
  /** The person's or organisation's own name, without titles; -1 where it has none. */
  nameStart: number;
  nameEnd: number;
  /** Words before the name that tell a role; empty range where none. */
  roleStart: number;
  roleEnd: number;
  /** The noun that the phrase is about. */
  head: number;
  gender: Gender;
  /** A courtesy title or a kept title stands before the name. */
  titled: boolean;
  /** Kept before a single name: "Pope". */
  keptTitle: number;
  plural: boolean;
}

/** What every reader of phrases looks at. */
export interface Lexicon {
  readonly document: Document;
  readonly classes: WordClasses;
}
