/** Where a command was typed and where an answer goes. */
export interface Channel {
  readonly platform: "slack" | "discord" | "terminal";
  /** One Slack team, one Discord server, or the local terminal: it sees only its own library. */
  readonly workspace: string;
  readonly id: string;
}
