const NOT_THERE = ["not_in_channel", "channel_not_found"];
const RESTRICTED = [
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "posting_to_general_channel_denied",
  "ekm_access_denied",
];
const NO_PERSON = ["user_not_found", "user_disabled", "cannot_dm_bot", "messages_tab_disabled"];
const NO_THREAD = ["thread_not_found", "cannot_reply_to_message", "restricted_action_thread_locked"];
const ARCHIVED = ["is_archived", "is_inactive"];

/** Why Slack did not post something in a channel, one sentence with the remedy; `code` is its own word for it. */
export function whyRefused(code: string, botName: string): string {
  if (NOT_THERE.includes(code)) return `I am not in this channel: invite me with /invite @${botName} and try again.`;
  if (ARCHIVED.includes(code)) return "This channel is archived: nothing can be posted in it any more.";
  if (RESTRICTED.includes(code)) return `I may not post in this channel (${code}): ask an admin of the workspace to allow it.`;
  if (NO_PERSON.includes(code)) return `This person takes no direct messages from me (${code}): choose a channel instead.`;
  if (NO_THREAD.includes(code)) return `This thread takes no answers any more (${code}): choose another one, or its channel.`;
  if (code === "missing_scope") return "I may not post: the app lacks the scope chat:write, so install it again.";
  if (code === "ratelimited") return "Slack takes no more messages from me at the moment: try again in a few minutes.";
  return `Slack did not let me post in this channel (${code}).`;
}

/** Whether the channel is closed to us. */
export const isOut = (code: string): boolean => [...NOT_THERE, ...ARCHIVED, ...RESTRICTED, ...NO_PERSON].includes(code);

/** Whether nothing can be posted there, now or later. */
export const isGone = (code: string): boolean => isOut(code) || code === "missing_scope";

/** Whether the thread is what takes no more. */
export const isThreadGone = (code: string): boolean => NO_THREAD.includes(code);
