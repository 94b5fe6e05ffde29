import type { Card } from "./card.ts";
import type { Channel } from "./channel.ts";
import type { Command } from "./command.ts";
import type { Typed } from "./options.ts";

/** One chat platform. Anything else a platform can do stays inside its folder. */
export interface Adapter {
  readonly platform: Channel["platform"];
  start(commands: readonly Command[], answer: Answer): Promise<void>;
  post(channelId: string, card: Card): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a command and always resolves to a card, also when the command throws. */
export type Answer = (invocation: Invocation) => Promise<Card>;

export interface Invocation {
  /** Without the slash. */
  readonly command: string;
  /** Free text where the platform has no typed options, else the values by option name. */
  readonly input: string | Typed;
  readonly channel: Channel;
  readonly user: { readonly id: string; readonly name: string };
}
