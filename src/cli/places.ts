import type { Channel, User } from "../chat/channel.ts";
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
