import { DiscordAPIError, RateLimitError } from "discord.js";
import { PlatformError, SendError } from "../../chat/adapter.ts";
import { isRevoked, isUnsure, reason, TOKEN } from "./trouble.ts";

/** Failures before anything could be said to Discord. */
const NOT_REACHED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT)$/;

const AT_LEAST = 500; // milliseconds that a busy platform is left alone
const LONG = 10 * 60_000; // milliseconds: for what does not pass by itself at once

/** Why a message was not sent, or nobody knows whether it was. */
export function whyUnsent(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (error instanceof PlatformError) return new SendError("unreached", error.message);
  if (error instanceof RateLimitError) return busy("Discord wants to be asked less often.", waitOf(error));
  if (isRevoked(error)) return new SendError("unreached", TOKEN);
  if (error instanceof DiscordAPIError) return whyRefused(error);
  const why = reason(error);
  if (NOT_REACHED.test(why)) return new SendError("unreached", `Discord cannot be reached (${why}): check the network.`);
  return new SendError("unsure", `Discord did not say whether it took the message (${why}).`);
}

/** As `whyUnsent`, in a thread under a message: that it is gone says nothing of the channel. */
export function whyUnsentBelow(error: unknown): SendError {
  const why = whyUnsent(error);
  return why.kind === "gone" ? new SendError("refused", `The thread for this takes no messages any more. ${why.message}`) : why;
}

/** Why something was not done that had to come before the message, so that the message surely was not sent. */
export function whyNotBegun(error: unknown): SendError {
  const { kind, message, wait } = whyUnsent(error);
  if (kind !== "unsure") return new SendError(kind, message, wait);
  return new SendError("unreached", isUnsure(error) ? `Discord does not answer (${reason(error)}).` : message);
}

const busy = (why: string, wait: number) => new SendError("busy", why, wait);

/** Milliseconds until Discord wants to be asked again. */
export const waitOf = ({ retryAfter, timeToReset, sublimitTimeout }: RateLimitError): number =>
  Math.ceil(Math.max(AT_LEAST, ...[retryAfter, timeToReset, sublimitTimeout].filter(Number.isFinite)));

/** What Discord refuses in a channel for good, by the number it gives: what is wrong, and what to do. */
const GONE: Readonly<Record<number, string>> = {
  10003: "The channel is gone from Discord, or On Record was never let into it: choose another channel.",
  50001: "On Record may not see this channel: allow it to view the channel, or choose another.",
  50013:
    "On Record may not post in this channel: allow it View Channel and Send Messages there, in a thread Send Messages in Threads.",
  160005: "The thread is locked: unlock it, or choose another channel.",
  50083: "The thread is archived and On Record may not open it: open it, or choose another channel.",
  50007: "This person takes no direct messages from On Record: let them allow messages from members of this server.",
  50278: "This person shares no server with On Record any more, and so gets no direct messages from it.",
  50033: "Discord knows no such person to write to.",
  10013: "Discord knows no such person to write to.",
  50008: "A channel of this kind takes no messages: choose a text channel, a thread or a forum.",
  50024: "A channel of this kind takes no messages: choose a text channel, a thread or a forum.",
  40067: "This forum wants a tag for every post and has none for On Record to use: add a tag to it, or do not require one.",
};

/** What passes, but not soon. */
const LATER: Readonly<Record<number, string>> = {
  160006: "This server has as many open threads as Discord allows: close some.",
  160007: "This server has as many open announcement threads as Discord allows: close some.",
  40003: "Discord lets On Record begin no more direct messages for now.",
  20028: "Discord lets On Record write no more in this channel for now.",
};

/** A server or a proxy between us and Discord says no without Discord's number: that tells nothing of the channel. */
function whyRefused(error: DiscordAPIError): SendError {
  const { code, status } = error;
  const words = error.message
    .split(/\s*\n\s*/)
    .join("; ")
    .slice(0, 300);
  if (typeof code !== "number") return busy(`Something before Discord refuses requests (status ${status}).`, LONG);
  if (status === 429) return busy("Discord wants to be asked less often.", AT_LEAST);
  if (LATER[code] !== undefined) return busy(LATER[code], LONG);
  if (GONE[code] !== undefined) return new SendError("gone", GONE[code]);
  if (status === 403 || status === 404) return new SendError("gone", `Discord lets On Record post no more here: ${words}.`);
  return new SendError("refused", `Discord did not take the message: ${words}.`);
}

/** Whether it is Discord that says no to our being or looking somewhere. */
export const isForbidden = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 403;
