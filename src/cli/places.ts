import type { Channel, User } from "../chat/channel.ts";
import type { Owner } from "../chat/digests.ts";
import { UserError } from "../chat/errors.ts";
import type { Config } from "../config.ts";

/** The terminal's own workspace, which has the samples. */
export const LOCAL = "local";
export const USER: User = { id: LOCAL, name: "you", isManager: () => true };

/** The terminal, in the workspace that the command line reads and writes. */
export const terminalIn = ({ workspace }: Config): Channel => ({ platform: "terminal", workspace, id: workspace });

/** Who follows the feeds that are added here. */
export function followerIn(config: Config) {
  const { platform, workspace, id } = terminalIn(config);
  return { workspace, platform, channel: id, by: USER.id };
}

const CHANNEL = /^(slack):([CGD][A-Z0-9]{2,24}(?::\d+\.\d+)?)$|^(discord):(\d{15,25})$/;
const HOW = "--channel slack:C024BE7LR, --channel discord:80351110224678912 or --channel terminal";

/**
 * Who sets up a digest here, and where it comes: in the terminal where nothing is said of the terminal's own library. A team's library
 * comes on its own platform. Throws a UserError for a channel that cannot be meant; "anywhere" needs none.
 */
export function ownerIn(
  config: Config,
  typed: string | undefined,
  where?: "anywhere",
): { owner: Owner; channel: string | undefined } {
  const { workspace } = config;
  const { platform, id } = terminalIn(config);
  const own = { workspace, place: { platform, channel: id }, by: USER.id };
  if (typed === "terminal") return { owner: own, channel: id };
  if (typed === undefined) {
    if (workspace === LOCAL || where === "anywhere") return { owner: own, channel: undefined };
    throw new UserError(`Say where it is posted: ${HOW}.`, "usage");
  }
  const [, slack, slackId, discord, discordId] = CHANNEL.exec(typed) ?? [];
  const place = { platform: slack ?? discord ?? "", channel: slackId ?? discordId ?? "" };
  if (place.platform === "") throw new UserError(`“${typed}” is no channel: give ${HOW}.`, "usage");
  if (workspace !== LOCAL && !workspace.startsWith(`${place.platform}:`))
    throw new UserError(
      `The library of ${workspace} is not for a channel of another platform: give one of its own, or the terminal.`,
    );
  return { owner: { ...own, place }, channel: place.channel };
}
