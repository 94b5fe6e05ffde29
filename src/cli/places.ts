import type { Channel } from "../chat/channel.ts";

/** The local terminal's workspace: what the command line reads and writes. */
export const WORKSPACE = "local";
export const TERMINAL: Channel = { platform: "terminal", workspace: WORKSPACE, id: "terminal" };
export const USER = { id: "local", name: "you" };
/** Who follows the feeds that are added here. */
export const FOLLOWER = { workspace: WORKSPACE, platform: TERMINAL.platform, channel: TERMINAL.id, by: USER.id };
