import type { Reply } from "./adapter.ts";
import { MOST_ACTIONS } from "./card.ts";

/** A button under an answer. */
export interface Button {
  /** At most 40 ASCII characters. */
  readonly id: string;
  /** At most 40 characters. */
  readonly label: string;
}

/** How a button's id is read: which session, and what of it. */
export const BUTTON_ID = /^([\w-]{1,24}):(?:(share)|a(\d)|p(\d{1,3}))$/;

/**
 * The buttons under an answer, five at most. `rest` is the number of the first part that was not shown, null where all were; only an answer
 * that one person sees can be shared.
 */
export function buttonsOf({ card, session }: Reply, { rest, isPrivate }: { rest: number | null; isPrivate: boolean }): Button[] {
  if (session === null) return [];
  const actions = (card.actions ?? []).slice(0, MOST_ACTIONS).map(({ label }, k) => ({ id: `${session}:a${k}`, label }));
  return [
    ...(rest === null ? [] : [{ id: `${session}:p${rest}`, label: "Show the rest" }]),
    ...actions,
    ...(isPrivate && card.problem === undefined ? [{ id: `${session}:share`, label: "Share in channel" }] : []),
  ];
}
