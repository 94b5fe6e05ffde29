import { PlatformError } from "../chat/adapter.ts";
import { UserError } from "../chat/errors.ts";
import type { Config } from "../config.ts";
import type { Place } from "../model.ts";
import { LOCAL } from "./places.ts";

/**
 * Asks a platform whether something can be posted in a place for the workspace of the command line; the terminal's own library goes to
 * whichever workspace the channel is in. Throws a UserError where it cannot. Resolves to why that could not be asked, with the subcommand that tells
 * later; null where it was.
 */
export async function whyUnchecked(
  config: Config,
  { platform, channel }: Place,
  family: "digests" | "watches",
): Promise<string | null> {
  try {
    const refusal = await ask(config, platform, channel);
    if (refusal !== null) throw new UserError(refusal);
    return null;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const later = `It will be when something is first posted there; ${family} list tells how that went.`;
    return `The channel was not checked: ${error.message} ${later}`;
  }
}

async function ask(config: Config, platform: string, channel: string): Promise<string | null> {
  const { slack, discord } = config;
  const workspace = config.workspace === LOCAL ? null : config.workspace;
  if (platform === "slack") {
    if (slack === null) throw new PlatformError("SLACK_BOT_TOKEN is not set.");
    const { checkOnce } = await import("../adapters/slack/check-once.ts");
    return checkOnce(slack, workspace, channel);
  }
  if (platform === "discord") {
    if (discord === null) throw new PlatformError("DISCORD_TOKEN is not set.");
    const { checkOnce } = await import("../adapters/discord/check-once.ts");
    return checkOnce(discord, workspace, channel);
  }
  return null;
}
