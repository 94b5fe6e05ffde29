import type { webApi } from "@slack/bolt";
import { SlackFailure } from "./failure.ts";
import { bears } from "./stamp.ts";
import type { Time } from "./time.ts";
import type { Web } from "./web.ts";

const SKEW = 60_000; // milliseconds that Slack's clock may be behind ours
const BEHIND = 26 * 3_600_000; // milliseconds that our clock may be behind Slack's: one that was set back must not hide what came before
const PAGE = 200; // messages; Slack gives some apps no more than 15
const MOST = 10_000; // messages that a look goes through
const KEPT = 1_000; // looks that were broken off

/** Where the message is looked for. */
interface Sought {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly since: Date;
}

/**
 * Looks for a message by its stamp among those of a channel or a thread, and reads nothing else of them; its time stamp, or null where it is
 * not there, or "too many" where there are more messages than it goes through. A look that Slack breaks off, for it lets some apps ask but
 * once a minute, goes on where it was when it is asked for again. Rejects with a `SlackFailure`.
 */
export type Look = (sought: Sought) => Promise<string | null | "too many">;

export function createLook(web: Web, time: Time): Look {
  const brokenOff = new Map<string, { readonly latest: string; readonly cursor: string | null; readonly seen: number }>();
  return async ({ id, channel, thread, since }) => {
    const key = `${id} ${channel} ${thread}`;
    const oldest = seconds(since.getTime() - SKEW);
    // With both ends given, the newest come first.
    let { latest, cursor, seen } = brokenOff.get(key) ?? { latest: seconds(time.now() + BEHIND), cursor: null, seen: 0 };
    brokenOff.delete(key);
    do {
      const page = await ask({ channel, oldest, latest, ...(cursor !== null && { cursor }) }, thread).catch((error) => {
        const isCursorOld = error instanceof SlackFailure && error.code === "invalid_cursor";
        if (brokenOff.size >= KEPT) brokenOff.clear();
        if (cursor !== null && !isCursorOld) brokenOff.set(key, { latest, cursor, seen });
        throw isCursorOld ? new SlackFailure("busy", error.code, 1_000) : error;
      });
      const { messages = [] } = page;
      const found = messages.find((message) => bears(message, id));
      if (found?.ts !== undefined) return found.ts;
      seen += messages.length;
      cursor = page.response_metadata?.next_cursor || null;
    } while (cursor !== null && seen < MOST);
    return cursor === null ? null : "too many";
  };

  async function ask(where: object, thread: string | null): Promise<webApi.ConversationsHistoryResponse> {
    const args = { ...where, include_all_metadata: true, inclusive: true, limit: PAGE };
    return thread === null
      ? ((await web.once("conversations.history", args)) as webApi.ConversationsHistoryResponse)
      : ((await web.once("conversations.replies", { ...args, ts: thread })) as webApi.ConversationsRepliesResponse);
  }
}

/** An instant as Slack's time stamps tell it. */
const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(6);
