import type { Part } from "../../../src/adapters/discord/parts.ts";

/** The body that posts a part. */
export const messageOf = ({ components, files }: Part) => ({
  flags: 1 << 15,
  components,
  attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })),
  allowed_mentions: { parse: [] },
});
