export const TEAM = "T024BE7LD";
export const BOT = "UBOT";
export const SCOPES = [
  ...["commands", "chat:write", "users:read", "app_mentions:read", "files:write"],
  ...["channels:history", "groups:history", "im:history", "im:write"],
];

/** A message as people see it. */
export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  /** Who alone sees it; null where all in the channel do. */
  readonly only: string | null;
  /** The person who wrote it; null for the app. */
  readonly by: string | null;
  /** What it carries unseen. */
  readonly metadata: { readonly event_type: string; readonly event_payload: object } | null;
  /** The groups that it has notified. */
  readonly pinged: readonly string[];
  text: string;
  blocks: readonly Block[];
  /** How often another message was put in its place. */
  replaced: number;
}
export interface Block {
  readonly type: string;
  readonly elements?: readonly {
    readonly type: string;
    readonly action_id?: string;
    readonly value?: string;
    readonly text?: { text: string };
  }[];
}
export interface View {
  readonly id: string;
  readonly user: string;
  readonly view: {
    readonly type: string;
    readonly callback_id?: string;
    readonly private_metadata?: string;
    readonly blocks: readonly Block[];
  };
}
export interface ResponseUrl {
  readonly path: string;
  readonly channel: string;
  readonly user: string;
  readonly until: number;
  /** The message whose button it came with. */
  readonly original: Shown | null;
  uses: number;
}
/** What a method of the Web API was given. */
export type Args = Readonly<Record<string, unknown>>;

/** What Slack answers when it refuses. */
export class Refusal extends Error {
  readonly status: number;
  constructor(code: string, status = 200) {
    super(code);
    this.status = status;
  }
}
/** Too much in too short a time, in seconds. */
export class Busy extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("ratelimited");
    this.seconds = seconds;
  }
}
