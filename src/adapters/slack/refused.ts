const NOT_THERE = ["not_in_channel", "channel_not_found", "is_inactive"];

/** Why Slack did not post something in a channel, one sentence with the remedy; `code` is its own word for it. */
export function whyRefused(code: string, botName: string): string {
  if (NOT_THERE.includes(code)) return `I am not in this channel: invite me with /invite @${botName} and try again.`;
  if (code === "is_archived") return "This channel is archived: nothing can be posted in it any more.";
  if (code === "missing_scope") return "I may not post: the app lacks the scope chat:write, so install it again.";
  if (code === "ratelimited") return "Slack takes no more messages from me at the moment: try again in a few minutes.";
  return `Slack did not let me post in this channel (${code}).`;
}
