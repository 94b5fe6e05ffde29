import { type Outbox, SendError } from "../../chat/adapter.ts";
import type { Card } from "../../chat/card.ts";
import { readCardJson } from "../../chat/card-json.ts";

/**
 * Posts in the terminal of one workspace, whose channel is called as the workspace is. A terminal keeps nothing, so nothing is found in it:
 * what may not have been seen is shown again.
 */
export function createOutbox(workspace: string, show: (cards: readonly Card[]) => Promise<void>): Outbox {
  return {
    draft: (cards) => [JSON.stringify(cards)],
    check: async () => null,
    groupName: () => null,
    checkPing: async () => "The terminal notifies nobody: leave ping out.",
    find: async () => null,
    async send({ id, channel, content }) {
      if (channel !== workspace)
        throw new SendError("unreached", `No terminal shows ${channel}: start one with WORKSPACE=${channel}.`);
      try {
        await show(readCardJson<Card[]>(content));
      } catch (error) {
        throw new SendError("unreached", `${(error as Error).message} Start one again: npm start.`);
      }
      return { id, link: null };
    },
  };
}
