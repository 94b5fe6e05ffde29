import type { Filter, Place, QuietHours, Watch } from "../model.ts";
import type { Channel } from "./channel.ts";
import type { ShownDigest, ShownWatch } from "./digests.ts";

const PLATFORMS: Readonly<Record<string, string>> = { slack: "Slack", discord: "Discord", terminal: "the terminal" };

export const platformName = (platform: string): string => PLATFORMS[platform] ?? platform;

/** What a digest or watch is about, `all` where that is everything: "ceasefire or prisoners, said by Ada Lund, in Valley Post, without sport". */
export function describeFilter({ topics, speakers, outlets, stories, without }: Filter, all = "everything"): string {
  const headlines = stories.map(({ headline }) => `“${headline}”`);
  const parts = [
    either(topics),
    ...(speakers.length > 0 ? [`said by ${either(speakers)}`] : []),
    ...(outlets.length > 0 ? [`in ${either(outlets)}`] : []),
    ...(headlines.length > 0 ? [`the story ${either(headlines)}`] : []),
  ].filter((part) => part !== "");
  return `${parts.join(", ") || all}${without.length > 0 ? `, without ${either(without)}` : ""}`;
}

/** The same as a title begins: "Ceasefire, said by Ada Lund", "All news". */
export function titleOf(filter: Filter): string {
  const words = describeFilter(filter, "all news");
  return words[0]!.toUpperCase() + words.slice(1);
}

const either = (values: readonly string[]): string =>
  [values.slice(0, -1).join(", "), ...values.slice(-1)].filter((part) => part !== "").join(" or ");

/** Where something is posted, as whoever reads it in `here` knows it. */
export function describePlace({ platform, channel }: Place, here: Channel): string {
  if (platform === here.platform && channel === here.id) return "here";
  if (platform === "terminal") return "in the terminal";
  const on = platform === here.platform ? "" : ` on ${platformName(platform)}`;
  if (channel.startsWith("@")) return `in direct messages${on}`;
  const [id, thread] = channel.split(":");
  const named = (on === "" ? addressOf(here.workspace, id!) : null) ?? `channel ${id}${on}`;
  return `in ${thread === undefined ? "" : "a thread of "}${named}`;
}

/** Where a channel opens, which is how a platform that knows its name shows it. */
function addressOf(workspace: string, channel: string): string | null {
  const [, platform, own] = /^(slack|discord):([A-Z0-9]+)$/.exec(workspace) ?? [];
  if (own === undefined) return null;
  return platform === "slack"
    ? `https://app.slack.com/client/${own}/${channel}`
    : `https://discord.com/channels/${own}/${channel}`;
}

/** "22:00 to 07:00 (Europe/London)". */
const describeQuietHours = ({ from, to, zone }: QuietHours): string => `${clock(from)} to ${clock(to)} (${zone})`;

/** Minutes after midnight. */
const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** What is offered for a digest while somebody types: what commands take back as its number. */
export const digestLabel = ({ digest, when }: ShownDigest): string =>
  `${digest.number}: ${describeFilter(digest.filter)}, ${when}${digest.pause === null ? "" : ", paused"}`;

export const watchLabel = ({ watch }: ShownWatch): string =>
  `${watch.number}: ${describeFilter(watch.filter)}${watch.pause === null ? "" : ", paused"}`;

/** How often a watch may post, and when it does not. */
export const describeWatch = ({ most, quietHours }: Watch): string =>
  `At most ${most === 1 ? "one post" : `${most} posts`} an hour${quietHours === null ? "" : `, none from ${describeQuietHours(quietHours)}`}.`;
