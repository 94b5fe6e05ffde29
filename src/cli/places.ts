import type { Channel, User } from "../chat/channel.ts";

/** The local terminal's workspace: what the command line reads and writes. */
export const WORKSPACE = "local";
export const TERMINAL: Channel = { platform: "terminal", workspace: WORKSPACE, id: "terminal" };
export const USER: User = { id: "local", name: "you", isManager: () => true };
/** Who follows the feeds that are added here. */
export const FOLLOWER = { workspace: WORKSPACE, platform: TERMINAL.platform, channel: TERMINAL.id, by: USER.id };
