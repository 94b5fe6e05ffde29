import type { Channel } from "../../chat/channel.ts";

/** Where a person is, and how they can be answered there. */
export interface Place {
  readonly user: string;
  /** Null where they are in no channel, as in App Home. */
  readonly channel: string | null;
  /** The thread they are in: the time stamp of its first message. */
  readonly thread: string | null;
  /** The message that answers for all stand under, where that begins a thread. */
  readonly under?: string;
  /** Takes five messages within 30 minutes. */
  readonly responseUrl: string | null;
}

/** Whether the app can show others there what one of them was shown: not in direct messages, nor where there is no channel. */
export const isAmongOthers = ({ channel }: Place): boolean => channel !== null && !channel.startsWith("D");

/** How the rest of the program knows a place: a thread is a channel of its own, and whoever is in none has their direct messages. */
export const channelOf = ({ user, channel, thread }: Pick<Place, "user" | "channel" | "thread">, team: string): Channel => ({
  platform: "slack",
  workspace: `slack:${team}`,
  id: channel === null ? `@${user}` : thread === null ? channel : `${channel}:${thread}`,
});

/** The channel, and the thread where it is one, of a channel's id. */
export function readChannelId(id: string): { channel: string; thread: string | null } {
  const [channel = "", thread = null] = id.split(":");
  return { channel, thread };
}
