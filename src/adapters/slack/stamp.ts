import type { OutMessage } from "../../chat/adapter.ts";
import { readChannelId } from "./place.ts";

const EVENT = "on_record_post";

/** What a message carries unseen, so that it can be told from every other. */
export const stamp = (id: string) => ({ event_type: EVENT, event_payload: { id } });

/** Whether a message that Slack shows us carries the stamp. */
export const bears = (message: { metadata?: { event_type?: string; event_payload?: object } }, id: string): boolean =>
  message.metadata?.event_type === EVENT && (message.metadata.event_payload as { id?: unknown } | undefined)?.id === id;

/** Where a message goes. */
export interface Destination {
  /** Of a channel; of a person, for their direct messages. */
  readonly channel: string;
  readonly isPerson: boolean;
  readonly thread: string | null;
  /** The thread is the place itself, not one that a message of ours has begun. */
  readonly isThread: boolean;
}

/** A person's direct messages; libraries from before there were digests have them without the sign. */
const PERSON = /^@?([UW]\w+)$/;

export function destinationOf({ channel: id, under }: Pick<OutMessage, "channel" | "under">): Destination {
  const { channel, thread } = readChannelId(id);
  const [, person] = PERSON.exec(channel) ?? [];
  return { channel: person ?? channel, isPerson: person !== undefined, thread: thread ?? under, isThread: thread !== null };
}

/** The address of a message on the web, as Slack makes it; null where the workspace's is not known. */
export function permalink(home: string | null, channel: string, message: string, thread: string | null): string | null {
  const base = home === null ? null : URL.parse(home);
  if (base === null || base.protocol !== "https:") return null;
  const url = new URL(`/archives/${channel}/p${message.replace(".", "")}`, base);
  if (thread !== null) {
    url.searchParams.set("thread_ts", thread);
    url.searchParams.set("cid", channel);
  }
  return url.href;
}
