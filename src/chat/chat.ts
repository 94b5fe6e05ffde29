import type { Answer, Asked, Chat, Invocation, Outcome, Pressed, Reply } from "./adapter.ts";
import { BUTTON_ID } from "./buttons.ts";
import { body, type Card, note } from "./card.ts";
import type { Command, Services } from "./command.ts";
import { UserError } from "./errors.ts";
import { createTypingLimiter, type Limiter } from "./limits.ts";
import { mayRun } from "./managers.ts";
import { readOptions } from "./options.ts";
import { findCard, keepCard, type SessionKeeper } from "./sessions.ts";
import { suggest } from "./suggest.ts";

const EXPIRED: Card = { blocks: [body("These buttons have expired: type the command again.")], problem: "usage" };

export interface ChatOptions {
  readonly commands: readonly Command[];
  readonly answer: Answer;
  readonly services: Services;
  /** Where answers are kept for their buttons. */
  readonly sessions: SessionKeeper;
  /** Throws a UserError for one too many; what a button runs is counted by `answer`, what it only shows or shares by this. */
  readonly limit?: Limiter | undefined;
  /** What went wrong without keeping anybody from an answer. */
  readonly log: (error: unknown) => void;
}

/** The core as the platforms with buttons see it; answers are kept for as long as their buttons work. */
export function createChat({ commands, answer, services, sessions, limit, log }: ChatOptions): Chat {
  const { now } = services;
  const mayType = createTypingLimiter();
  /** An answer that cannot be kept is still an answer, without buttons. */
  const keep = async (workspace: string, card: Card): Promise<Reply> => {
    if (card.problem !== undefined && !card.actions?.length) return { card, session: null };
    const session = await keepCard(sessions, workspace, card, now()).catch((error) => {
      log(error);
      return null;
    });
    return { card, session };
  };
  const reply = async (invocation: Invocation): Promise<Reply> => keep(invocation.channel.workspace, await answer(invocation));

  const press = async ({ id, channel, user }: Pressed): Promise<Outcome> => {
    const expired: Outcome = { do: "go on", reply: { card: EXPIRED, session: null }, from: 0 };
    const [, session, share, action, part] = BUTTON_ID.exec(id) ?? [];
    if (session === undefined) return expired;
    if (action === undefined) await limit?.(channel, user);
    const card = await findCard(sessions, channel.workspace, session, now());
    if (card === null) return expired;
    if (share) return { do: "share", card: shared(card, user.name) };
    if (part !== undefined) return { do: "go on", reply: { card, session }, from: Number(part) };
    const next = card.actions?.[Number(action)];
    if (!next) return expired;
    return { do: "show", reply: await reply({ command: next.command, input: next.options, channel, user }) };
  };

  return {
    commands,
    answer: reply,
    async check({ command: name, input, channel, user }) {
      const command = commands.find((each) => each.name === name);
      if (command === undefined) return null;
      try {
        if (!(await mayRun(command, user))) return null;
        const options = readOptions(command, input, now());
        await command.check?.({ options, channel }, services);
      } catch (error) {
        if (!(error instanceof UserError)) log(error);
        else if (error.option !== null) return { option: error.option, message: error.message };
      }
      return null;
    },
    press: (pressed) =>
      press(pressed).catch((error) => {
        const isTold = error instanceof UserError;
        if (!isTold) log(error);
        const card: Card = isTold ? { blocks: [body(error.message)], problem: error.kind } : FAILED;
        return { do: "go on", reply: { card, session: null }, from: 0 };
      }),
    async suggest(asked: Asked) {
      if (!(await mayType(asked.channel.workspace))) return [];
      return suggest(commands, services, asked).catch((error) => {
        log(error);
        return [];
      });
    },
  };
}

const FAILED: Card = { blocks: [body("Something went wrong on our side: type the command again.")], problem: "fault" };

/** Says whose doing it is that all see it. */
const shared = ({ actions: _, ...card }: Card, name: string): Card => ({
  ...card,
  blocks: [...card.blocks, note(`Shared by ${name}`)],
});
