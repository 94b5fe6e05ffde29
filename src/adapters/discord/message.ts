import { MessageFlags } from "discord.js";
import type { Part } from "./parts.ts";

/** A part as discord.js takes it: a new message that everybody sees, or one person alone. */
export const messageOf = (part: Part, isPrivate: boolean) => ({
  ...contentOf(part),
  flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
});

/** A part in place of whatever a message was; who sees it cannot be changed. */
export const editOf = (part: Part) => ({ ...contentOf(part), flags: MessageFlags.IsComponentsV2, attachments: [] }) as const;

const contentOf = ({ components, files }: Part) => ({
  components,
  files: files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })),
});
