import type { types, webApi } from "@slack/bolt";
import { failureOf, SlackFailure } from "./failure.ts";
import type { Lanes } from "./lanes.ts";
import type { Place } from "./place.ts";
import type { Again, Web } from "./web.ts";

/** One message, within every limit. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** Ways to a person and to a channel. What is refused on one is tried on the next; all reject with a `SlackFailure`. */
export interface Delivery {
  /**
   * Shows a message to this person alone; `replace` puts it where the message stood whose button they pressed, which can be done twice
   * without harm. Else what may have been done is not done again.
   */
  privately(place: Place, message: Message, how?: { readonly replace?: boolean; readonly again?: Again }): Promise<void>;
  /** Shows a message to all who are there, and where that cannot be, to this person. */
  openly(place: Place, message: Message): Promise<void>;
  /** Posts a message whole: what does not fit into one goes on in a thread under it. */
  post(channel: string, thread: string | null, messages: readonly Message[]): Promise<void>;
  /** Sends somebody a direct message; the channel that it stands in. */
  direct(user: string, message: Message): Promise<string>;
}

/** No address that stands in a message is drawn as a picture under it. */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export function createDelivery(web: Web, inLane: Lanes): Delivery {
  return { privately, openly, post, direct };

  async function privately(
    place: Place,
    message: Message,
    { replace = false, again = replace ? "always" : "never" }: { replace?: boolean; again?: Again } = {},
  ): Promise<void> {
    const { responseUrl, channel, user, thread } = place;
    const inThread = thread === null ? {} : { thread_ts: thread };
    await firstOf([
      responseUrl !== null &&
        (() =>
          web.respond(
            responseUrl,
            { response_type: "ephemeral", replace_original: replace, ...inThread, ...QUIET, ...message },
            again,
          )),
      channel !== null && (() => web.call("chat.postEphemeral", { channel, user, ...inThread, ...message }, again)),
      () => direct(user, message),
    ]);
  }

  async function openly(place: Place, message: Message): Promise<void> {
    const { responseUrl, channel, under = place.thread } = place;
    await firstOf([
      responseUrl !== null &&
        (() => web.respond(responseUrl, { response_type: "in_channel", replace_original: false, ...QUIET, ...message }, "never")),
      channel !== null && (() => toChannel(channel, under, message)),
      () => privately(place, message),
    ]);
  }

  async function post(channel: string, thread: string | null, messages: readonly Message[]): Promise<void> {
    let under = thread;
    for (const [k, message] of messages.entries()) {
      try {
        const { ts } = await toChannel(channel, under, message);
        under ??= ts ?? null;
      } catch (error) {
        // Part of it stands there, so it must not be taken for something that was not posted.
        if (k > 0) throw new SlackFailure("dropped", failureOf(error).code);
        throw error;
      }
    }
  }

  async function direct(user: string, message: Message): Promise<string> {
    const { channel } = await toChannel(user, null, message);
    return channel ?? user;
  }

  /** Never asked for twice where it may have been done: Slack has no way to tell a message that is sent again from a new one. */
  function toChannel(channel: string, thread: string | null, message: Message): Promise<webApi.ChatPostMessageResponse> {
    const args = { channel, ...(thread !== null && { thread_ts: thread }), ...QUIET, ...message };
    return inLane(channel, () => web.call("chat.postMessage", args, "never"));
  }
}

/** Takes the first way that leads there; one of which nobody knows whether it did ends the search, for a second message would be one too many. */
async function firstOf(ways: readonly (false | (() => Promise<unknown>))[]): Promise<void> {
  const open = ways.filter((way) => way !== false);
  for (const [k, way] of open.entries()) {
    try {
      await way();
      return;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.isUnsure || k === open.length - 1) throw failure;
    }
  }
}
