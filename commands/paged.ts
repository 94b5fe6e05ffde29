import { nextPage } from "../src/chat/actions.ts";
import type { Action, TextBlock } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { count } from "../src/chat/options.ts";
import { noSuchPage, pageNote } from "../src/chat/wording.ts";
import type { Page } from "../src/model.ts";

const SIZE = 8; // digests or watches that an answer shows

/** Commands that list what a workspace has. */
export const LISTS = {
  visibility: "private",
  options: { page: count("Which part of a long answer", { min: 1, max: 100, fallback: 1 }) },
  examples: ["", "2"],
} as const;

interface Listed {
  readonly command: string;
  readonly page: number;
  readonly what: string;
  readonly several?: string;
}

/**
 * A page of what `load` gives, what is said under it, and what leads to the next; null where there is nothing at all. Throws a UserError for a
 * page after the last one.
 */
export async function paged<T>(
  { command, page, ...named }: Listed,
  { platform }: Channel,
  load: (part: { offset: number; limit: number }) => Promise<Page<T>>,
): Promise<(Page<T> & { readonly under: readonly TextBlock[]; readonly actions: Action[] }) | null> {
  const offset = (page - 1) * SIZE;
  const { items, total } = await load({ offset, limit: SIZE });
  if (total === 0) return null;
  if (items.length === 0) throw noSuchPage(total, SIZE);
  const of = { total, offset, shown: items.length, page };
  return { items, total, under: pageNote({ ...of, ...named, platform }), actions: nextPage(command, {}, of) };
}
