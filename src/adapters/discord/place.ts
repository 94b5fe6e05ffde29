import {
  type APIInteractionResponse,
  type ButtonInteraction,
  type CommandInteraction,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from "discord.js";
import type { Log } from "../../chat/log.ts";
import { editOf, messageOf } from "./message.ts";
import type { Part } from "./parts.ts";
import { HURRIED, PATIENT, persist } from "./persist.ts";
import { isUnsure, loggable, REFUSED, refusalOf } from "./trouble.ts";

/** What an answer goes to: the message that Discord has made for it, and messages after that. */
export interface Place {
  /** Whether one person alone sees it. */
  readonly isPrivate: boolean;
  /** Whether others are there, who do not see it. */
  readonly canShare: boolean;
  /** Can be done twice without harm, and so is done until it is known to be done. */
  edit(message: string, part: Part): Promise<void>;
  /** A further message, for one person alone or not, which Discord cannot tell from the same one sent again; gives its id. */
  follow(part: Part, alone: boolean): Promise<string>;
  /** Takes away the message that was made for the answer. */
  clear(): Promise<void>;
}

/** The message that Discord has made for an answer. */
export const ORIGINAL = "@original";

type Answerable = CommandInteraction | ButtonInteraction;

/** Tells Discord at once that an answer will come. Null where it takes none: too late, or somebody else has answered. */
export async function openReply(interaction: Answerable, isPrivate: boolean, log: Log): Promise<Place | null> {
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  const response = { type, data: isPrivate ? { flags: MessageFlags.Ephemeral } : {} } as const;
  return (await acknowledge(interaction, response, log)) ? placeOf(interaction, isPrivate) : null;
}

/** As `openReply`, where the answer takes the place of the private one whose button was pressed. */
export async function openUpdate(interaction: ButtonInteraction, log: Log): Promise<Place | null> {
  const response = { type: InteractionResponseType.DeferredMessageUpdate } as const;
  return (await acknowledge(interaction, response, log)) ? placeOf(interaction, true) : null;
}

const HANGING = 1_200; // milliseconds: two tries fit into the 3 seconds that there are

/** `deferReply` and `deferUpdate` of discord.js wait for a request that hangs until it is too late for another. */
async function acknowledge({ client, id, token }: Answerable, body: APIInteractionResponse, log: Log): Promise<boolean> {
  let tries = 0;
  try {
    await persist(HURRIED, (before) => {
      tries = before;
      const signal = AbortSignal.timeout(HANGING);
      return client.rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
    });
    return true;
  } catch (error) {
    if (tries > 0 && refusalOf(error) === REFUSED.alreadyAcknowledged) return true; // an earlier try was done after all
    log.warn({ platform: "discord", ...loggable(error) }, "an interaction could not be acknowledged");
    return isUnsure(error); // perhaps it was done after all, and somebody is waiting
  }
}

const placeOf = ({ webhook, guildId }: Answerable, isPrivate: boolean): Place => ({
  isPrivate,
  canShare: isPrivate && guildId !== null,
  async edit(message, part) {
    await persist(PATIENT, () => webhook.editMessage(message, editOf(part)));
  },
  async follow(part, alone) {
    return (await webhook.send(messageOf(part, alone))).id;
  },
  async clear() {
    await persist(PATIENT, () => webhook.deleteMessage(ORIGINAL)).catch((error) => {
      if (refusalOf(error) !== REFUSED.unknownMessage) throw error;
    });
  },
});
