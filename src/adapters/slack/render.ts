import type { types } from "@slack/bolt";
import type { Button } from "../../chat/buttons.ts";
import type { Card } from "../../chat/card.ts";

interface Part {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}
export const renderParts = (card: Card): Part[] =>
  card.blocks.map((block) => {
    const text = "text" in block ? block.text : block.type;
    return { text, blocks: [{ type: "section", text: { type: "plain_text", text } }] };
  });
export const withButtons = (part: Part, buttons: readonly Button[]): Part =>
  buttons.length === 0
    ? part
    : {
        ...part,
        blocks: [
          ...part.blocks,
          {
            type: "actions",
            elements: buttons.map(({ id, label }) => ({
              type: "button" as const,
              action_id: id,
              value: id,
              text: { type: "plain_text" as const, text: label },
            })),
          },
        ],
      };
