import { type APIMessageTopLevelComponent, ComponentType, MessageFlags, type RawFile } from "discord.js";
import type { Card } from "../../chat/card.ts";
import { plainLine } from "../../chat/plain.ts";
import { LIMITS } from "./limits.ts";
import type { Part } from "./parts.ts";
import { renderParts } from "./render.ts";
import { type Stamp, stamped } from "./stamp.ts";

/** A message as it is kept until it is sent. */
export interface Draft extends Part {
  /** What a thread is called that is made for it or begins with it. */
  readonly title: string;
  /** The role that is notified. */
  readonly ping: string | null;
}

const ROLE = /^\d{15,25}$/;

/** Cards as messages, as `Outbox.draft` has it; the first one alone notifies a role. */
export function draft(cards: readonly Card[], { ping }: { readonly ping: string | null }): string[] {
  const parts = (cards.length === 0 ? [{ blocks: [] }] : cards).flatMap(renderParts);
  const title = titleOf(cards[0]?.title ?? "");
  const role = ping !== null && ROLE.test(ping) ? ping : null;
  return parts.map((part, k) => JSON.stringify({ title, ping: k === 0 ? role : null, ...part } satisfies Draft));
}

export const readDraft = (content: string): Draft => JSON.parse(content) as Draft;

/** A draft as Discord takes it, to be known again by its stamp. */
export function requestOf({ ping, components, files }: Draft, stamp: Stamp): { body: object; files: RawFile[] } {
  const mention: APIMessageTopLevelComponent[] =
    ping === null ? [] : [{ type: ComponentType.TextDisplay, content: `<@&${ping}>` }];
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [...mention, ...stamped(components, stamp)],
      allowed_mentions: ping === null ? { parse: [] } : { parse: [], roles: [ping] },
      ...(files.length > 0 && { attachments: files.map(({ name }, k) => ({ id: String(k), filename: name })) }),
    },
    files: files.map(({ name, mediaType, text }) => ({ name, contentType: mediaType, data: Buffer.from(text) })),
  };
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A thread's name shows no markup, and what does not fit is left out between letters. */
function titleOf(title: string): string {
  const line = plainLine(title) || "News";
  if (line.length <= LIMITS.threadName) return line;
  let short = "";
  for (const { segment } of LETTERS.segment(line)) {
    if (short.length + segment.length >= LIMITS.threadName) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
