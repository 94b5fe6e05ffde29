/** Where a command was typed and where an answer goes. */
export interface Channel {
  readonly platform: "slack" | "discord" | "terminal";
  /** One Slack team, one Discord server, or the local terminal: it sees only its own library. */
  readonly workspace: string;
  readonly id: string;
}

/** Who typed it. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** Whether they may change what all in the workspace share; asked only for a command that needs it. */
  readonly isManager: () => boolean | Promise<boolean>;
}
