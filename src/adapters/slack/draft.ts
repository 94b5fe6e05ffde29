import type { Card } from "../../chat/card.ts";
import type { Message } from "./delivery.ts";
import { ping } from "./elements.ts";
import { renderParts } from "./render.ts";

/** Cards as messages that can be kept: the first stands in the channel, all others go in a thread under it. See `Outbox.draft`. */
export function draft(cards: readonly Card[], how: { readonly ping: string | null }): string[] {
  const given = cards.length > 0 ? cards : [{ blocks: [] }];
  const [first, ...others] = given.flatMap((card) => renderParts(card));
  const notified = how.ping === null ? null : ping(how.ping);
  const top = notified === null ? first! : { ...first!, blocks: [notified, ...first!.blocks] };
  return [top, ...others].map(({ text, blocks }) => JSON.stringify({ text, blocks } satisfies Message));
}

/** A message as `draft` made it; null for anything else. */
export function readDraft(content: string): Message | null {
  try {
    const { text, blocks } = JSON.parse(content);
    return typeof text === "string" && Array.isArray(blocks) ? { text, blocks } : null;
  } catch {
    return null;
  }
}
