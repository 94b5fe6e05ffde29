import type { Span, Speaker } from "../model.ts";
import { readMentions } from "./cast/mentions.ts";
import { createNamer } from "./cast/naming.ts";
import type { Document } from "./document.ts";

/** Who is who in one article. */
export interface Cast {
  /** Whom the mention at `source` names (UTF-16 code units), or null where the article does not tell. */
  speakerOf(source: Span): Speaker | null;
  /** The mentions that lead from `source` to the name, for explaining: "he", "Mr. Hale", "Robert Hale". */
  why(source: Span): string[];
}

/** Reads everyone an article names; `quoted` tells whether an offset stands inside a quotation. Never throws; linear in the text's length. */
export function readCast(document: Document, quoted: (offset: number) => boolean): Cast {
  return createNamer(readMentions(document, quoted));
}
