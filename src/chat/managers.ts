import type { Channel, User } from "./channel.ts";
import type { Command } from "./command.ts";

/** What somebody is told who may not change what all in a workspace share. */
export const NOT_A_MANAGER: Readonly<Record<Channel["platform"], string>> = {
  discord: "This changes what everybody here sees: ask somebody who may manage the server.",
  slack:
    "This changes what everybody here sees: ask an admin or owner of the workspace, or somebody whom they have named for it.",
  terminal: "This changes what everybody here sees: ask a manager.",
};

/** Whether somebody may run a command; to be asked before what they typed is looked at. */
export const mayRun = async ({ needs }: Command, user: User): Promise<boolean> => needs !== "manager" || (await user.isManager());
