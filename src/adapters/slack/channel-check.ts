import type { Outbox } from "../../chat/adapter.ts";
import type { Identity } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { isOut, whyRefused } from "./refused.ts";
import { destinationOf } from "./stamp.ts";
import type { Time } from "./time.ts";
import type { Web } from "./web.ts";

const KEPT = 60_000; // milliseconds
const MANY = 500;

/**
 * Whether a channel is one that we may post in, as far as its last message tells: Slack says of no archived channel that it is one before
 * something is posted there.
 */
export function createChannelCheck(options: { web: Web; time: Time; whoAmI: () => Identity | null }): Outbox["check"] {
  const { web, time, whoAmI } = options;
  const well = new Map<string, number>();
  return async (workspace, channelId) => {
    const identity = whoAmI();
    if (identity === null) return null;
    if (workspace !== `slack:${identity.team}`)
      return "I am not in this Slack workspace: only the one that I am installed in can be posted in.";
    const { channel, isPerson } = destinationOf({ channel: channelId, under: null });
    if (isPerson) return null;
    if ((well.get(channel) ?? 0) > time.now()) return null;
    const why = await web
      .once("conversations.history", { channel, limit: 1 })
      .then(() => null)
      .catch((error) => {
        const { kind, code } = failureOf(error);
        return kind === "refused" && isOut(code) ? whyRefused(code, identity.botName) : null;
      });
    // What is in the way may be put right at once, so that alone is not remembered.
    if (well.size >= MANY) well.clear();
    if (why === null) well.set(channel, time.now() + KEPT);
    return why;
  };
}
