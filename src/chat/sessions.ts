import { randomBytes } from "node:crypto";
import type { Card } from "./card.ts";
import { readCardJson } from "./card-json.ts";

/** Where answers are kept while their buttons work; a workspace finds its own alone. */
export interface SessionKeeper {
  /** Forgets those that have ended, too. */
  keep(
    workspace: string,
    session: { readonly id: string; readonly content: string; readonly until: Date },
    now: Date,
  ): Promise<void>;
  find(workspace: string, id: string, now: Date): Promise<string | null>;
}

/** How long the buttons under an answer work: milliseconds. */
export const KEPT_FOR = 24 * 3_600_000;
const BYTES = 12; // of an id: 16 characters

/** Keeps a card for its buttons; resolves to the id it is found by. */
export async function keepCard(keeper: SessionKeeper, workspace: string, card: Card, now: Date): Promise<string> {
  const id = randomBytes(BYTES).toString("base64url");
  await keeper.keep(workspace, { id, content: JSON.stringify(card), until: new Date(now.getTime() + KEPT_FOR) }, now);
  return id;
}

/** The card as it was kept; null where there is none of that id in the workspace any more. */
export async function findCard(keeper: SessionKeeper, workspace: string, id: string, now: Date): Promise<Card | null> {
  const content = await keeper.find(workspace, id, now);
  return content === null ? null : readCardJson<Card>(content);
}
