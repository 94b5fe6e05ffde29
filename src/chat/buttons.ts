import type { Reply } from "./adapter.ts";
import { type Card, MOST_ACTIONS } from "./card.ts";

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
 * The buttons under an answer, five at most. `rest` is the number of the first part that was not shown, null where all were; an answer can
 * be shared where one person alone sees it and others are there.
 */
export function buttonsOf({ card, session }: Reply, { rest, canShare }: { rest: number | null; canShare: boolean }): Button[] {
  if (session === null) return [];
  const actions = (card.actions ?? []).slice(0, MOST_ACTIONS).map(({ label }, k) => ({ id: `${session}:a${k}`, label }));
  return [
    ...(rest === null ? [] : [{ id: `${session}:p${rest}`, label: "Show the rest" }]),
    ...actions,
    ...(canShare && isForAll(card) ? [{ id: `${session}:share`, label: "Share in channel" }] : []),
  ];
}

const isForAll = ({ problem, isPersonal }: Card): boolean => problem === undefined && isPersonal === undefined;
