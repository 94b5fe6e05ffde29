import type { types } from "@slack/bolt";
import { type Card, note } from "../../chat/card.ts";
import type { Command } from "../../chat/command.ts";
import { LIMITS } from "./limits.ts";
import { FORM } from "./modal.ts";
import { actions, renderPieces } from "./render.ts";
import { shareRoom } from "./share-room.ts";

/** The commands whose forms can be opened from the app's own page, and what their buttons say. */
const FORMS = {
  "who-said": "Who said …?",
  summary: "Summary",
  "digest add": "Plan a digest",
  "feed add": "Follow a feed",
} as const;

/**
 * The app's own page: buttons that open forms (`FORM` and the command's name), and then each card, such as the digests with their next runs,
 * the feeds with their health, and help. What does not fit is left out of the longest.
 */
export function renderHome(commands: readonly Pick<Command, "name">[], cards: readonly Card[]): types.HomeView {
  const names = commands.map(({ name }) => name);
  const buttons = Object.entries(FORMS).flatMap(([name, label]) =>
    names.includes(name) ? [{ id: `${FORM}${name}`, label }] : [],
  );
  const top = buttons.length === 0 ? [] : [actions(buttons)];
  const needs = cards.map((card) => blocksOf(card).length);
  const rooms = shareRoom(needs, LIMITS.viewBlocks - top.length - cards.length);
  const drawn = cards.map((card, k) => [{ type: "divider" as const }, ...whole(card, rooms[k]!)]);
  return { type: "home", blocks: [...top, ...drawn.flat()] };
}

const blocksOf = (card: Card): types.KnownBlock[] => renderPieces(card).flatMap(({ blocks }) => blocks);

const MORE: Card = { blocks: [note("There is more than this page takes: type the command to see all.")] };

/** A card's blocks, or as many of its pieces as there is room for. */
function whole(card: Card, room: number): types.KnownBlock[] {
  const blocks = blocksOf(card);
  if (blocks.length <= room) return blocks;
  const more = blocksOf(MORE);
  const shown: types.KnownBlock[] = [];
  for (const piece of renderPieces(card)) {
    if (shown.length + piece.blocks.length + more.length > room) break;
    shown.push(...piece.blocks);
  }
  return [...shown, ...more];
}
