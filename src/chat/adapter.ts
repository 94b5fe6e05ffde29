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
  /** Posts what must come exactly once, together with a ledger. */
  readonly outbox: Outbox;
  /** Takes no more commands, answers those that have come, and leaves. */
  stop(): Promise<void>;
}

/** Why a platform cannot be used, or a message not be posted: one sentence with the remedy, without a secret in it. */
export class PlatformError extends Error {
  override name = "PlatformError";
}

/**
 * What posts messages that must come once, whatever breaks: whoever uses it writes down what will be sent before `send`, and asks `find`
 * before it sends once more what may have come.
 */
export interface Outbox {
  /**
   * Cards as messages, each within every limit, at least one: what of the first card fits stands in the channel, the rest and the other
   * cards under it. `ping` is a role or group to be notified, as the platform names it. Pure; the strings can be kept and sent later.
   */
  draft(cards: readonly Card[], how: { readonly ping: string | null }): readonly string[];
  /** Sends a message, once, without retries of its own. Rejects with a `SendError`, also while the platform is not connected. */
  send(message: OutMessage): Promise<Posted>;
  /** Why nothing can be posted in a channel of this workspace, a sentence with its remedy; null where it can, as far as can be told. */
  check(workspace: string, channelId: string): Promise<string | null>;
  /** Why a role or group cannot be notified in this workspace, a sentence with its remedy; null where it can, as far as can be told. */
  checkPing(workspace: string, group: string): Promise<string | null>;
  /** What people call a role or group of this workspace; null where that is not known at once. */
  groupName(workspace: string, group: string): string | null;
  /** Looks whether a message of this id, sent at `since` or later, stands in its channel. Rejects with a `SendError`. */
  find(message: OutMessage, since: Date): Promise<Posted | null>;
}

export interface OutMessage {
  /** Tells it from every other message, over restarts: 1 to 40 letters, digits, `-` and `_`. */
  readonly id: string;
  /** As `Channel.id`; "@" and a user's id for their direct messages. */
  readonly channel: string;
  /** As `draft` made it. */
  readonly content: string;
  /** The platform's id of the message that it stands under; null for one of its own. */
  readonly under: string | null;
}

/** A message that stands in a channel. */
export interface Posted {
  /** The platform's id of it; for the first message of a forum's thread, that of the thread. */
  readonly id: string;
  readonly link: string | null;
}

/**
 * Why a message was not sent, or not found: one sentence with the remedy.
 * - "busy": the platform wants to be left alone for `wait` milliseconds; nothing was done.
 * - "unreached": it was not reached, or is not connected; nothing was done.
 * - "unsure": nobody knows whether it was done.
 * - "gone": the channel is no more, or we may not post there; nothing was done, and nothing will be.
 * - "refused": it said no to this message; nothing was done.
 * - "blind": it does not let us look (of `find` alone).
 */
export class SendError extends Error {
  override name = "SendError";
  readonly kind: "busy" | "unreached" | "unsure" | "gone" | "refused" | "blind";
  readonly wait: number;
  constructor(kind: SendError["kind"], message: string, wait = 0) {
    super(message);
    this.kind = kind;
    this.wait = wait;
  }
}

/** All that an adapter asks of the core. Nothing in it rejects: what goes wrong is a card that says so. */
export interface Chat {
  readonly commands: readonly Command[];
  /** Runs a command. */
  answer(invocation: Invocation): Promise<Reply>;
  /**
   * Which option of a form is filled in wrongly, as far as can be told at once; null where none is known to be, and the form can be answered,
   * also to whoever may not run the command, and hears that instead.
   */
  check(filled: Filled): Promise<Misfilled | null>;
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

/** A form that was filled in, by option. */
interface Filled {
  readonly command: string;
  readonly input: Typed;
  readonly channel: Channel;
  readonly user: User;
}

/** What is wrong with an option, and a sentence that says what is possible. */
interface Misfilled {
  readonly option: string;
  readonly message: string;
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
