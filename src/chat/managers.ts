import type { Channel } from "./channel.ts";

/** What somebody is told who may not change what all in a workspace share. */
export const NOT_A_MANAGER: Readonly<Record<Channel["platform"], string>> = {
  discord: "This changes what everybody here sees: ask somebody who may manage the server.",
  slack:
    "This changes what everybody here sees: ask an admin or owner of the workspace, or somebody whom they have named for it.",
  terminal: "This changes what everybody here sees: ask a manager.",
};
