import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from "discord.js";
import { PlatformError } from "../../chat/adapter.ts";

/** Whether a request may have been done although it failed: Discord did not say no, it did not say anything that can be relied on. */
export const isUnsure = (error: unknown): boolean =>
  error instanceof HTTPError || (error instanceof Error && (error.name === "AbortError" || NETWORK.test(codeOf(error))));

const NETWORK = /^(UND_ERR_|E[A-Z_]+$)/;

const codeOf = (error: Error): string => ("code" in error ? String(error.code) : "");

/** The number by which Discord names what is wrong; null where it is not Discord that says no. */
export const refusalOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;

/** Codes of the Discord API that we act upon. */
export const REFUSED = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  wrongKind: 50024,
  archived: 50083,
  threadThere: 160004,
  tooManyThreads: 160006,
  tooManyAnnouncementThreads: 160007,
} as const;

/** Whether an interaction can be answered no more: its time is over, or what was to be edited has been deleted. */
export const isGone = (error: unknown): boolean =>
  [REFUSED.unknownInteraction, REFUSED.unknownWebhook, REFUSED.unknownMessage, REFUSED.invalidWebhookToken].some(
    (code) => code === refusalOf(error),
  );

/** An error as it may stand in a log: a request's address and body are left out, for the one holds tokens and the other people's words. */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { error: "unknown" };
  const about = { name: error.name, ...(codeOf(error) !== "" && { code: codeOf(error) }) };
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return {
      ...about,
      status: error.status,
      method: error.method,
      ...(error instanceof DiscordAPIError && { said: error.message }),
    };
  }
  return { ...about, said: error.message };
}

export const TOKEN =
  "Discord does not take the bot's token: reset it in the Developer Portal under Bot, and set DISCORD_TOKEN to the new one.";

const CLOSED: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.ShardingRequired]: "Discord wants a bot in so many servers to be sharded, which On Record is not made for.",
  [GatewayCloseCodes.InvalidIntents]: "Discord refuses the intents that On Record asks for: update On Record.",
  [GatewayCloseCodes.DisallowedIntents]: "Discord refuses the intents that On Record asks for: update On Record.",
  [GatewayCloseCodes.InvalidAPIVersion]: "Discord has closed this version of its interface: update On Record.",
};

/** Why Discord has closed the connection for good, by the code it gives. */
export const whyClosed = (code: number): string => CLOSED[code] ?? `Discord has closed the connection for good (code ${code}).`;

/** Whether whoever answered knows nothing of Discord's API: Discord itself says what it is that is not there, by a number. */
export const isNoApi = (error: unknown): boolean =>
  (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 404 && !refusalOf(error);

export const noDiscordAt = (apiUrl: string | null): PlatformError =>
  new PlatformError(
    apiUrl === null
      ? "What answers in Discord's place is not Discord: check the network."
      : `There is no Discord at ${new URL(apiUrl).host}: correct DISCORD_API_URL, or leave it out for Discord's own.`,
  );

/** Why we could not get in. */
export function whyNotIn(error: unknown, apiUrl: string | null): PlatformError {
  if (error instanceof PlatformError) return error;
  if (isRevoked(error)) return new PlatformError(TOKEN);
  const where = apiUrl === null ? "Discord" : `Discord at ${new URL(apiUrl).host}`;
  if (isNoApi(error)) return noDiscordAt(apiUrl);
  if (isUnsure(error))
    return new PlatformError(`${where} cannot be reached (${reason(error)}): check the network, and try again.`);
  return new PlatformError(`${where} did not let the bot connect (${reason(error)}).`);
}

/** Whether Discord does not know the bot's token, or no longer. */
export const isRevoked = (error: unknown): boolean =>
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
  (error instanceof DiscordAPIError && error.status === 401);

const LATE = /^(?:Abort|Timeout)Error$/;

/** In a word or two, without what was asked for. */
export function reason(error: unknown): string {
  if (error instanceof HTTPError) return `status ${error.status}`;
  if (!(error instanceof Error)) return "unknown";
  return LATE.test(error.name) ? "no answer in time" : codeOf(error) || error.name;
}

/** Why a message was not posted in a channel. */
export function whyNotPosted(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (isRevoked(error)) return new PlatformError(TOKEN);
  switch (refusalOf(error)) {
    case REFUSED.unknownChannel:
      return new PlatformError("The channel is gone from Discord, or On Record was never let into it.");
    case REFUSED.missingAccess:
    case REFUSED.missingPermissions:
      return new PlatformError(
        "On Record may not post in this channel: allow it to view the channel and to send messages there.",
      );
    default:
      return new PlatformError(`Discord did not take the message (${reason(error)}).`);
  }
}
