import { Refusal, type Shown } from "./workspace-model.ts";

type Args = Readonly<Record<string, unknown>>;

/** A page of what stands in a channel, newest first, or with `thread` in a thread, oldest first; `most` is all that Slack gives at a time. */
export function pageOf(stands: readonly Shown[], args: Args, { most, thread = null }: { most: number; thread?: string | null }) {
  const { oldest = "0", latest = "9999999999.0", inclusive = "false", limit = "100", cursor } = args;
  const within = (ts: string) =>
    inclusive === "true"
      ? Number(ts) >= Number(oldest) && Number(ts) <= Number(latest)
      : Number(ts) > Number(oldest) && Number(ts) < Number(latest);
  const open = stands.filter((message) => message.only === null);
  const chosen =
    thread === null
      ? open.filter((message) => message.thread === null && within(message.ts)).reverse()
      : open.filter((message) => message.ts === thread || (message.thread === thread && within(message.ts)));
  const from = cursor === undefined ? 0 : chosen.findIndex(({ ts }) => ts === readCursor(String(cursor)));
  if (from < 0) throw new Refusal("invalid_cursor");
  const size = Math.max(1, Math.min(Number(limit), most));
  const next = chosen[from + size];
  return {
    messages: chosen.slice(from, from + size).map((message) => told(message, args["include_all_metadata"] === "true")),
    has_more: next !== undefined,
    ...(next && { response_metadata: { next_cursor: Buffer.from(`next_ts:${next.ts}`).toString("base64") } }),
  };
}

const readCursor = (cursor: string): string => Buffer.from(cursor, "base64").toString().replace("next_ts:", "");

/** What a message carries unseen is told in full only where that was asked for. */
const told = ({ ts, text, thread, by, metadata }: Shown, withMetadata: boolean) => ({
  ...{ type: "message", ts, text, ...(by === null ? { bot_id: "B1" } : { user: by }) },
  ...(thread !== null && { thread_ts: thread }),
  ...(metadata && { metadata: withMetadata ? metadata : { event_type: metadata.event_type } }),
});
