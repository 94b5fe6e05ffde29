import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from "discord.js";
import { type Chat, type Outcome, PlatformError, type Reply } from "../../chat/adapter.ts";
import { body, type Card } from "../../chat/card.ts";
import type { Log } from "../../chat/log.ts";
import { readCommand, readInvocation, readPlace } from "./incoming.ts";
import type { Cut } from "./jobs.ts";
import { firstLink } from "./link.ts";
import { messageOf } from "./message.ts";
import { openReply, openUpdate } from "./place.ts";
import { renderParts } from "./render.ts";
import { show, showBelow, showProblem, tell } from "./show.ts";

export interface Responder {
  readonly chat: Chat;
  /** Posts for all in a channel; what is posted twice under one key is there once. */
  readonly post: (channelId: string, card: Card, key: string) => Promise<void>;
  readonly log: Log;
  /** Milliseconds that suggestions may take. */
  readonly typing: number;
}

/** Answers whatever somebody did, once, and within the time that Discord gives. Rejects with what Discord refuses. */
export async function respond(interaction: Interaction, responder: Responder, cut: Promise<Cut>): Promise<void> {
  if (interaction.isChatInputCommand()) return respondToCommand(interaction, responder, cut);
  if (interaction.isMessageContextMenuCommand()) return respondToMenu(interaction, responder, cut);
  if (interaction.isButton()) return respondToButton(interaction, responder, cut);
  if (interaction.isAutocomplete()) return respondToTyping(interaction, responder);
  responder.log.warn({ platform: "discord", type: interaction.type }, "an interaction of a kind that we do not have");
}

/** Answers whatever somebody does while we leave. */
export async function turnAway(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return interaction.respond([]);
  if (!interaction.isRepliable()) return;
  await interaction.reply(messageOf(renderParts(CUT.stopping)[0]!, true));
}

const problem = (text: string, kind: NonNullable<Card["problem"]>): Card => ({ blocks: [body(text)], problem: kind });

const CUT: Readonly<Record<Cut, Card>> = {
  stopping: problem("On Record is being restarted: please try again in a minute.", "refused"),
  "too long": problem("This took too long, so we stopped waiting for it. Please try again.", "fault"),
};
const NO_LINK = problem("There is no link to an article in this message.", "usage");

const answerInTime = (answer: Promise<Reply>, cut: Promise<Cut>): Promise<Reply> =>
  Promise.race([answer, cut.then((why) => aside(CUT[why]))]);

async function respondToCommand(interaction: ChatInputCommandInteraction, { chat, log }: Responder, cut: Promise<Cut>) {
  const invocation = readInvocation(interaction);
  const known = chat.commands.find(({ name }) => name === invocation.command);
  const place = await openReply(interaction, known?.visibility !== "channel", log);
  if (place === null) return;
  const reply = await answerInTime(chat.answer(invocation), cut);
  await (reply.card.problem === undefined ? show : showProblem)(place, reply, log);
}

async function respondToMenu(interaction: MessageContextMenuCommandInteraction, { chat, log }: Responder, cut: Promise<Cut>) {
  const place = await openReply(interaction, true, log);
  if (place === null) return;
  const url = firstLink(interaction.targetMessage);
  const answer = url === null ? aside(NO_LINK) : chat.answer(said(url, interaction));
  await show(place, await answerInTime(Promise.resolve(answer), cut), log);
}

const said = (url: string, interaction: Interaction) => ({
  command: "said-in",
  input: { article: url },
  ...readPlace(interaction),
});

async function respondToButton(interaction: ButtonInteraction, { chat, post, log }: Responder, cut: Promise<Cut>) {
  const isOwn = interaction.message.flags.has(MessageFlags.Ephemeral);
  const place = await (isOwn ? openUpdate(interaction, log) : openReply(interaction, true, log));
  if (place === null) return;
  /** What is not an answer leaves the one whose button it was in its place. */
  const remark = (reply: Reply) => (isOwn ? tell(place, reply) : show(place, reply, log));
  const pressed = chat.press({ id: interaction.customId, ...readPlace(interaction) });
  const outcome = await Promise.race<Outcome | Cut>([pressed, cut]);
  if (typeof outcome === "string") return remark(aside(CUT[outcome]));
  if (outcome.do === "share") return share(interaction, outcome.card);
  const { reply } = outcome;
  if (reply.card.problem !== undefined) return remark(reply);
  if (outcome.do === "show") return show(place, reply, log);
  return isOwn ? showBelow(place, reply, log, outcome.from) : show(place, reply, log, outcome.from);

  /** Pressed twice it is shared once, for the message and its button are the same. */
  async function share({ message, customId, channelId }: ButtonInteraction, card: Card) {
    try {
      await post(channelId, card, `${message.id} ${customId}`);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return remark(aside(problem(error.message, "refused")));
    }
    return isOwn ? undefined : remark(aside({ blocks: [body("Shared.")] }));
  }
}

/** A word of our own, with which nothing can be done. */
const aside = (card: Card): Reply => ({ card, session: null });

const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100; // characters

async function respondToTyping(interaction: AutocompleteInteraction, { chat, typing }: Responder) {
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const { command } = readCommand(interaction);
  const { channel } = readPlace(interaction);
  const late = Promise.withResolvers<readonly string[]>();
  const limit = setTimeout(late.resolve, typing, []);
  const values = await Promise.race([
    chat.suggest({ command, option, typed: String(typed), channel, most: MOST_CHOICES }),
    late.promise,
  ]);
  clearTimeout(limit);
  const fitting = [...new Set(values)].filter((value) => value.length > 0 && value.length <= LONGEST_CHOICE);
  await interaction.respond(fitting.slice(0, MOST_CHOICES).map((value) => ({ name: value, value })));
}
