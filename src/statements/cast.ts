import { readMentions } from "./cast/mentions.ts";
import { type Cast, createNamer } from "./cast/naming.ts";
import type { Document } from "./document.ts";

export type { Cast } from "./cast/naming.ts";

/** Reads everyone an article names; `quoted` tells whether an offset stands inside a quotation. Never throws; linear in the text's length. */
export function readCast(document: Document, quoted: (offset: number) => boolean): Cast {
  return createNamer(readMentions(document, quoted));
}
