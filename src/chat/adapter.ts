import type { Card } from "./card.ts";
import type { Channel, User } from "./channel.ts";
import type { Command } from "./command.ts";
import type { Typed } from "./options.ts";

/** One chat platform. Anything else a platform can do stays inside its folder. */
export interface Adapter {
  readonly platform: Channel["platform"];
  /** Rejects with a `PlatformError` where the platform does not let us in. */
  start(chat: Chat): Promise<void>;
  /** Rejects with a `PlatformError` where the platform does not take it: the channel is gone, a permission is missing. */
  post(channelId: string, card: Card): Promise<void>;
  /** Takes no more commands, answers those that have come, and leaves. */
  stop(): Promise<void>;
}

/** Why a platform cannot be used, or a message not be posted: one sentence with the remedy, without a secret in it. */
export class PlatformError extends Error {
  override name = "PlatformError";
}

/** All that an adapter asks of the core. Nothing in it rejects: what goes wrong is a card that says so. */
export interface Chat {
  readonly commands: readonly Command[];
  /** Runs a command. */
  answer(invocation: Invocation): Promise<Reply>;
  /** What a button stands for, which may run a command; `id` is whatever the platform says was pressed. */
  press(pressed: Pressed): Promise<Outcome>;
  /** Values for an option while somebody types, best first; none for an option that offers none. */
  suggest(asked: Asked): Promise<readonly string[]>;
}

/** Runs a command and always resolves to a card, also when the command throws. */
export type Answer = (invocation: Invocation) => Promise<Card>;

export interface Invocation {
  /** Without the slash. */
  readonly command: string;
  /** Free text where the platform has no typed options, else the values by option name. */
  readonly input: string | Typed;
  readonly channel: Channel;
  readonly user: User;
}

/** An answer, and what its buttons are known by. */
export interface Reply {
  readonly card: Card;
  /** Null where nothing can be done with it later. At most 24 ASCII letters, digits, `-` and `_`. */
  readonly session: string | null;
}

/** A button that was pressed; the ids of buttons come from `buttonsOf`. */
export interface Pressed {
  readonly id: string;
  readonly channel: Channel;
  readonly user: User;
}

/** What a button asks the adapter to do. */
export type Outcome =
  /** Show it in place of the answer whose button it was, or where that is everybody's, to this person alone. */
  | { readonly do: "show"; readonly reply: Reply }
  /** Post the answer for all to see. */
  | { readonly do: "share"; readonly card: Card }
  /** Show this person the parts of the answer from `from` on, counted from 0. */
  | { readonly do: "go on"; readonly reply: Reply; readonly from: number };

/** An option that somebody is typing a value for. */
export interface Asked {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly channel: Channel;
  readonly most: number;
}
