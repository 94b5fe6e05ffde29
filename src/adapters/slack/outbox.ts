import type { webApi } from "@slack/bolt";
import { type Outbox, type OutMessage, type Posted, SendError } from "../../chat/adapter.ts";
import { createChannelCheck } from "./channel-check.ts";
import { QUIET } from "./delivery.ts";
import type { Identity } from "./desk.ts";
import { draft, readDraft } from "./draft.ts";
import { ping } from "./elements.ts";
import { failureOf } from "./failure.ts";
import type { GroupNames } from "./group-names.ts";
import type { Lanes } from "./lanes.ts";
import { createLook } from "./look.ts";
import { whyLost } from "./lost.ts";
import { isGone, isOut, isThreadGone, whyRefused } from "./refused.ts";
import { type Destination, destinationOf, permalink, stamp } from "./stamp.ts";
import type { Time } from "./time.ts";
import type { Web } from "./web.ts";

const PATIENCE = 4_000; // milliseconds that a message waits for its turn: with the attempt it takes less than 15 seconds
const SETTLING = 3_000; // milliseconds after an attempt in which Slack may still be at it
const MANY = 1_000;

const AWAY = "On Record is not connected to Slack at the moment.";

/** Posts what must come once. Every message carries a stamp by which a look finds it. `whoAmI` gives null while Slack is not connected. */
export function createOutbox(options: {
  web: Web;
  inLane: Lanes;
  time: Time;
  groups: GroupNames;
  whoAmI: () => Identity | null;
}): Outbox {
  const { web, inLane, time, groups, whoAmI } = options;
  const look = createLook(web, time);
  const attempted = new Map<string, number>();
  const direct = new Map<string, string>();
  return { draft, check: createChannelCheck(options), checkPing, groupName, send, find };

  function groupName(workspace: string, group: string): string | null {
    return workspace === `slack:${whoAmI()?.team}` ? groups.nameOf(group) : null;
  }

  async function checkPing(_: string, group: string): Promise<string | null> {
    return ping(group) === null ? "This is no group of a Slack workspace: pick one while typing @." : null;
  }

  async function send(message: OutMessage): Promise<Posted> {
    const identity = connected();
    const content = readDraft(message.content);
    if (content === null) throw new SendError("refused", "This message cannot be read: it was made by another version.");
    const to = destinationOf(message);
    const { channel, thread } = to;
    const args = {
      ...{ channel, metadata: stamp(message.id), ...QUIET, ...content },
      ...(thread !== null && { thread_ts: thread }),
    };
    try {
      const posted = (await inLane(channel, () => once(message.id, args), PATIENCE)) as webApi.ChatPostMessageResponse;
      const { ts, channel: there = channel } = posted;
      if (ts === undefined) throw new SendError("unsure", "Slack did not say whether it took the message.");
      if (to.isPerson) remember(direct, channel, there);
      return { id: ts, link: permalink(identity.home, there, ts, thread) };
    } catch (error) {
      throw error instanceof SendError ? error : notSent(error, to, identity);
    }
  }

  async function once(id: string, args: Record<string, unknown>): Promise<webApi.WebAPICallResult> {
    try {
      return await web.once("chat.postMessage", args);
    } finally {
      remember(attempted, id, time.now());
    }
  }

  async function find(message: OutMessage, since: Date): Promise<Posted | null> {
    const identity = connected();
    const early = Math.max(since.getTime(), attempted.get(message.id) ?? 0) + SETTLING - time.now();
    if (early > 0) throw new SendError("busy", "Slack may still be posting the message: look for it in a moment.", early);
    const to = destinationOf(message);
    try {
      const channel = to.isPerson ? await directChannel(to.channel) : to.channel;
      const found = await look({ id: message.id, channel, thread: to.thread, since });
      if (found === "too many") throw new SendError("blind", "So much was posted since that the message cannot be looked for.");
      return found === null ? null : { id: found, link: permalink(identity.home, channel, found, to.thread) };
    } catch (error) {
      if (error instanceof SendError) throw error;
      const { kind, code, wait } = failureOf(error);
      if (kind === "refused" && isThreadGone(code)) return null;
      if (kind === "busy") throw new SendError("busy", "Slack lets nobody look at the moment.", wait);
      if (kind !== "refused" || whyLost(code) !== null) throw unreached(code);
      if (isOut(code)) throw new SendError("gone", whyRefused(code, identity.botName));
      throw new SendError("blind", blind(code));
    }
  }

  /** The channel of somebody's direct messages. */
  async function directChannel(user: string): Promise<string> {
    const known = direct.get(user);
    if (known !== undefined) return known;
    const { channel } = (await web.once("conversations.open", { users: user })) as webApi.ConversationsOpenResponse;
    const id = channel?.id ?? user;
    remember(direct, user, id);
    return id;
  }

  function connected(): Identity {
    const identity = whoAmI();
    if (identity === null) throw new SendError("unreached", AWAY);
    return identity;
  }
}

function notSent(error: unknown, to: Destination, { botName }: Identity): SendError {
  const { kind, code, wait, isUnsure } = failureOf(error);
  if (kind === "busy") return new SendError("busy", whyRefused("ratelimited", botName), wait);
  if (kind === "unreachable" || whyLost(code) !== null) return unreached(code);
  if (isUnsure) return new SendError("unsure", `Slack did not say whether it took the message (${code}).`);
  const isLost = isGone(code) || (to.isThread && isThreadGone(code));
  return new SendError(isLost ? "gone" : "refused", whyRefused(code, botName));
}

const unreached = (code: string): SendError =>
  new SendError("unreached", whyLost(code) ?? `Slack could not be reached (${code}): it is tried again.`);

const blind = (code: string): string =>
  `The app may not look whether its message came (${code}): give it its scopes under OAuth & Permissions, and install it again.`;

/** Forgets all where it is full. */
function remember<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= MANY) known.clear();
  known.set(key, value);
}
