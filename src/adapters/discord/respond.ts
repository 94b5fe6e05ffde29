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
  Promise.race([answer, cut.then((why) => ({ card: CUT[why], session: null }))]);

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
  const answer = url === null ? { card: NO_LINK, session: null } : chat.answer(said(url, interaction));
  await show(place, await answerInTime(Promise.resolve(answer), cut), log);
}

const said = (url: string, interaction: Interaction) => ({ command: "said-in", input: { url }, ...readPlace(interaction) });

async function respondToButton(interaction: ButtonInteraction, { chat, post, log }: Responder, cut: Promise<Cut>) {
  const isOwn = interaction.message.flags.has(MessageFlags.Ephemeral);
  const place = await (isOwn ? openUpdate(interaction, log) : openReply(interaction, true, log));
  if (place === null) return;
  /** What is not an answer leaves the one whose button it was in its place. */
  const remark = (card: Card) => (isOwn ? tell(place, card) : show(place, { card, session: null }, log));
  const pressed = chat.press({ id: interaction.customId, ...readPlace(interaction) });
  const outcome = await Promise.race<Outcome | Cut>([pressed, cut]);
  if (typeof outcome === "string") return remark(CUT[outcome]);
  switch (outcome.do) {
    case "show":
      return outcome.reply.card.problem === undefined ? show(place, outcome.reply, log) : remark(outcome.reply.card);
    case "go on":
      return isOwn ? showBelow(place, outcome.reply, log, outcome.from) : show(place, outcome.reply, log, outcome.from);
    case "share": {
      const { message, customId, channelId } = interaction;
      try {
        await post(channelId, outcome.card, `${message.id} ${customId}`);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        return remark(problem(error.message, "refused"));
      }
      return isOwn ? undefined : remark({ blocks: [body("Shared.")] });
    }
    default:
      return outcome satisfies never;
  }
}

const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100; // characters
const TYPING = 2_500; // milliseconds: after 3 seconds nobody looks

async function respondToTyping(interaction: AutocompleteInteraction, { chat }: Responder) {
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const { command } = readCommand(interaction);
  const { channel } = readPlace(interaction);
  const late = Promise.withResolvers<readonly string[]>();
  const limit = setTimeout(late.resolve, TYPING, []);
  const values = await Promise.race([
    chat.suggest({ command, option, typed: String(typed), channel, most: MOST_CHOICES }),
    late.promise,
  ]);
  clearTimeout(limit);
  const fitting = [...new Set(values)].filter((value) => value.length > 0 && value.length <= LONGEST_CHOICE);
  await interaction.respond(fitting.slice(0, MOST_CHOICES).map((value) => ({ name: value, value })));
}
