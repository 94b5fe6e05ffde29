import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from "discord.js";
import type { Button } from "../../chat/buttons.ts";
import type { FileBlock } from "../../chat/card.ts";
import { LIMITS } from "./limits.ts";

/** One message within every limit: its components (version 2), and the files that they name. */
export interface Part {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly Pick<FileBlock, "name" | "mediaType" | "text">[];
}

/** Something that no message may tear apart. */
export interface Item {
  /** How it stands apart from what is above it: on the next line, further down, or below a rule. */
  readonly apart: "line" | "space" | "rule";
  /** It is of no use at the end of a message, without what follows it. */
  readonly leads?: true;
  readonly shown: string | Part["files"][number];
}

/** Leaves a message room for a row of buttons: the row, the buttons, and their labels. */
const ROOM = {
  components: LIMITS.components - 1 - 1 - LIMITS.buttons, // the container, the row, its buttons
  text: LIMITS.text - LIMITS.buttons * LIMITS.label,
} as const;

/** The longest text of one item, with which a heading still finds room. */
export const LONGEST_ITEM = ROOM.text - 300;

/** As few messages as hold all of it, one after the other. */
export function packParts(items: readonly Item[], colour: number): Part[] {
  const parts: Item[][] = [];
  let part: Item[] = [];
  const makeRoomFor = (more: readonly Item[]) => {
    if (part.length === 0 || fits([...part, ...more])) return;
    parts.push(part);
    part = [];
  };
  for (const together of withTheirLead(items)) {
    makeRoomFor(together);
    for (const item of together) {
      makeRoomFor([item]);
      part.push(item);
    }
  }
  if (part.length > 0) parts.push(part);
  return parts.map((each) => partOf(each, colour));
}

/** Each item behind those that lead to it. */
function withTheirLead(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [[]];
  for (const item of items) {
    groups.at(-1)!.push(item);
    if (!item.leads) groups.push([]);
  }
  return groups;
}

function fits(items: readonly Item[]): boolean {
  const inside = componentsOf(items);
  const text = inside.reduce((sum, each) => sum + (each.type === ComponentType.TextDisplay ? each.content.length : 0), 0);
  const files = filesOf(items);
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  return inside.length <= ROOM.components && text <= ROOM.text && files.length <= LIMITS.attachments && bytes <= LIMITS.files;
}

const partOf = (items: readonly Item[], colour: number): Part => ({
  components: [{ type: ComponentType.Container, accent_color: colour, components: componentsOf(items) }],
  files: filesOf(items),
});

function componentsOf(items: readonly Item[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  for (const { apart, shown } of items) {
    const above = components.at(-1);
    if (above && apart === "rule") {
      components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    }
    if (typeof shown !== "string") components.push({ type: ComponentType.File, file: { url: `attachment://${shown.name}` } });
    else if (apart === "line" && above?.type === ComponentType.TextDisplay) {
      components[components.length - 1] = text(`${above.content}\n${shown}`);
    } else components.push(text(shown));
  }
  return components;
}

const filesOf = (items: readonly Item[]): Part["files"] =>
  items.flatMap(({ shown }) => (typeof shown === "string" ? [] : [shown]));

const text = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

/** The part with a row of buttons under it, of which there are at most five. */
export function withButtons(part: Part, buttons: readonly Button[]): Part {
  if (buttons.length === 0) return part;
  const row: APIMessageTopLevelComponent = {
    type: ComponentType.ActionRow,
    components: buttons.map(({ id, label }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: id,
      label,
    })),
  };
  return { ...part, components: [...part.components, row] };
}
