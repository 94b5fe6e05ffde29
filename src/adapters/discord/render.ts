// Stand-in until the renderer is there.
import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import type { Button } from "../../chat/buttons.ts";
import type { Card } from "../../chat/card.ts";

export interface Part {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly files?: readonly { readonly name: string; readonly attachment: Buffer }[];
}

export const renderParts = (card: Card): Part[] =>
  card.blocks.map((block) => ({
    components: [{ type: ComponentType.TextDisplay, content: "text" in block ? block.text : JSON.stringify(block) }],
    flags: MessageFlags.IsComponentsV2,
  }));

export const withButtons = (part: Part, buttons: readonly Button[]): Part =>
  buttons.length === 0
    ? part
    : {
        ...part,
        components: [
          ...part.components,
          {
            type: ComponentType.ActionRow,
            components: buttons.map(({ id, label }) => ({
              type: ComponentType.Button,
              style: ButtonStyle.Secondary,
              custom_id: id,
              label,
            })),
          },
        ],
      };
