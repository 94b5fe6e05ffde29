import type { types } from "@slack/bolt";
import { type Card, note } from "../../chat/card.ts";
import { LIMITS } from "./limits.ts";
import { FORM } from "./modal.ts";
import { actions, renderPieces } from "./render.ts";

/** The commands whose forms can be opened from the app's own page, and what their buttons say. */
const FORMS = {
  "who-said": "Who said …?",
  summary: "Summary",
  "feed add": "Follow a feed",
} as const;

/** The app's own page: buttons that open forms (`FORM` and the command's name), the feeds with their health, and help. */
export function renderHome({ feeds, help }: { feeds: Card; help: Card }): types.HomeView {
  const buttons = Object.entries(FORMS).map(([command, text]) => ({ id: `${FORM}${command}`, label: text }));
  const top: types.KnownBlock[] = [actions(buttons), { type: "divider" }];
  const foot: types.KnownBlock[] = [{ type: "divider" }, ...whole(help, Math.floor(LIMITS.viewBlocks / 3))];
  return { type: "home", blocks: [...top, ...whole(feeds, LIMITS.viewBlocks - top.length - foot.length), ...foot] };
}

const MORE: Card = { blocks: [note("There is more than this page takes: type the command to see all.")] };

/** A card's blocks, or as many of its pieces as there is room for. */
function whole(card: Card, room: number): types.KnownBlock[] {
  const pieces = renderPieces(card);
  const blocks = pieces.flatMap((piece) => piece.blocks);
  if (blocks.length <= room) return blocks;
  const more = renderPieces(MORE).flatMap((piece) => piece.blocks);
  const shown: types.KnownBlock[] = [];
  for (const piece of pieces) {
    if (shown.length + piece.blocks.length + more.length > room) break;
    shown.push(...piece.blocks);
  }
  return [...shown, ...more];
}
