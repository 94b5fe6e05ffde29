import type { types } from "@slack/bolt";
import type { Button } from "../../chat/buttons.ts";
import type { Block, Card } from "../../chat/card.ts";
import { articlePiece } from "./article.ts";
import { plainText, richText, run, section } from "./elements.ts";
import { filePieces, handedOverPiece } from "./file.ts";
import { LIMITS } from "./limits.ts";
import { type Part, type Piece, partsOf } from "./piece.ts";
import { elsewherePieces, excerptPieces, statementPieces } from "./statement.ts";
import { listPieces, textPieces, titlePieces } from "./texts.ts";
import { label } from "./words.ts";

/**
 * A card as messages: nothing that it tells is left out, and what was said stands with its speaker and its link. Of files that are
 * handed over apart (`attach`) it has the names.
 */
export const renderParts = (card: Card, options: { attach?: boolean } = {}): Part[] => partsOf(renderPieces(card, options));

/** The same, not yet put together to messages. */
export function renderPieces(card: Card, { attach = false }: { attach?: boolean } = {}): Piece[] {
  const pieces = [...titlePieces(card.title), ...card.blocks.flatMap((block, k) => renderBlock(block, card, k, attach))];
  return pieces.length > 0 ? pieces : [NOTHING];
}

const NOTHING: Piece = { text: "Nothing to show.", blocks: [richText(section(run("Nothing to show.", { italic: true })))] };

function renderBlock(block: Block, { problem }: Card, place: number, attach: boolean): Piece[] {
  switch (block.type) {
    case "text":
      return textPieces(block, place === 0, problem);
    case "list":
      return listPieces(block);
    case "statement":
      return [...statementPieces(block), ...elsewherePieces(block)];
    case "excerpt":
      return excerptPieces(block);
    case "article":
      return [articlePiece(block)];
    case "file":
      return attach ? [handedOverPiece(block)] : filePieces(block);
    default:
      return block satisfies never;
  }
}

/** The part with a row of buttons under it; the buttons' ids come back as they are. */
export function withButtons(part: Part, buttons: readonly Button[]): Part {
  if (buttons.length === 0) return part;
  return { ...part, blocks: [...part.blocks, actions(buttons)] };
}

export const actions = (buttons: readonly Button[]): types.ActionsBlock => ({
  type: "actions",
  elements: buttons.map((button) => ({
    ...{ type: "button", action_id: button.id, value: button.id },
    text: plainText(label(button.label, LIMITS.button)),
  })),
});
