import type { types } from "@slack/bolt";
import { pack } from "../../chat/cut.ts";
import { LIMITS } from "./limits.ts";

/** One message, within every limit and with room for a row of buttons. */
export interface Part {
  /** All of it in words, escaped: what notifications show and screen readers read. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** Some of a part that must stay together. */
export interface Piece extends Part {
  /** A heading: never the last of a part. */
  readonly leads?: boolean;
}

const BETWEEN = "\n\n";

const together = (pieces: readonly Piece[]): Part => ({
  text: pieces.map(({ text }) => text).join(BETWEEN),
  blocks: pieces.flatMap(({ blocks }) => blocks),
});

const sizeOf = ({ blocks, text }: Part) => [blocks.length, JSON.stringify(blocks).length, text.length + BETWEEN.length];

/** As few messages as it takes, in the pieces' order. */
export function partsOf(pieces: readonly Piece[]): Part[] {
  const room = [LIMITS.blocks - 1, LIMITS.message - LIMITS.row, LIMITS.text];
  return pack(withHeadings(pieces), sizeOf, room).map(together);
}

/** Each heading in one piece with what follows it. */
function withHeadings(pieces: readonly Piece[]): Part[] {
  const joined: Part[] = [];
  let headings: Piece[] = [];
  for (const piece of pieces) {
    if (piece.leads) headings.push(piece);
    else {
      joined.push(together([...headings, piece]));
      headings = [];
    }
  }
  return headings.length > 0 ? [...joined, together(headings)] : joined;
}
