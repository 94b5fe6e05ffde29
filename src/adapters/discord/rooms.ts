import { type APIChannel, type Channel, type Client, PermissionFlagsBits, Routes } from "discord.js";
import { type OutMessage, SendError } from "../../chat/adapter.ts";
import type { Way } from "./rest.ts";
import { directRoom, type Room, roomOf, threadIn } from "./room.ts";
import { REFUSED, refusalOf } from "./trouble.ts";

/** Where messages go. Everything takes no longer than until `late`, and rejects with a `SendError` or with what Discord says. */
export interface Rooms {
  /** A channel by its id, or the direct messages with a person ("@" and their id). */
  find(channel: string, late: AbortSignal): Promise<Room>;
  /** Where a message goes; what belongs under another goes into its thread, which is made where there is none and may be one. */
  prepare(message: OutMessage, title: string, late: AbortSignal): Promise<Room>;
  /** All where a message may stand: what belongs under another may have gone into the channel itself. */
  where(message: OutMessage, late: AbortSignal): Promise<Room[]>;
}

const MOST = 1_000; // first messages that are remembered: more than have parts on the way at a time
const DAY = 1_440; // minutes without a word until a thread leaves the list of channels
const IN_THREADS = PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads;
const NO_THREAD = [REFUSED.missingPermissions, REFUSED.wrongKind, REFUSED.tooManyThreads, REFUSED.tooManyAnnouncementThreads];

export function createRooms(client: Client, { rest }: Way): Rooms {
  const threaded = new Map<string, boolean>(); // by first message: whether it has a thread

  const find = async (channel: string, late: AbortSignal): Promise<Room> => {
    if (channel.startsWith("@")) {
      const body = { recipient_id: channel.slice(1) };
      const { id } = (await rest.post(Routes.userChannels(), { body, signal: late })) as APIChannel;
      return directRoom(id, channel.slice(1));
    }
    const known = client.channels.cache.get(channel) ?? (await inTime(client.channels.fetch(channel), late));
    if (known === null) throw new SendError("gone", "On Record is not in the server of this channel: invite it.");
    await meet(client, known, late);
    return roomOf(known, client.user?.id ?? null);
  };

  const hasThread = async (room: Room, first: string, title: string, late: AbortSignal): Promise<boolean> => {
    const known = threaded.get(first);
    if (known !== undefined) return known;
    if (room.permissions?.has(IN_THREADS) === false) return false;
    const made = await makeThread(room, first, title, late);
    if (threaded.size >= MOST) threaded.clear();
    threaded.set(first, made);
    return made;
  };

  const makeThread = async (room: Room, first: string, title: string, late: AbortSignal): Promise<boolean> => {
    try {
      const body = { name: title, auto_archive_duration: DAY };
      await rest.post(Routes.threads(room.id, first), { body, signal: late });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === REFUSED.threadThere) return true;
      if (NO_THREAD.some((code) => code === refusal)) return false;
      if (refusal !== REFUSED.unknownMessage) throw error;
      throw new SendError("refused", "The message that this belongs under has been deleted.");
    }
  };

  return {
    find,
    async prepare({ channel, under }, title, late) {
      const room = await find(channel, late);
      if (under === null || room.kind === "flat") return room;
      return room.kind === "forum" || (await hasThread(room, under, title, late)) ? threadIn(room, under) : room;
    },
    async where({ channel, under }, late) {
      const room = await find(channel, late);
      if (under === null || room.kind === "flat") return [room];
      return room.kind === "forum" ? [threadIn(room, under)] : [threadIn(room, under), room];
    },
  };
}

/** Asks who we are in a server, where Discord has told of the server and not of that. */
async function meet(client: Client, channel: Channel, late: AbortSignal): Promise<void> {
  const guild = channel.isDMBased() ? undefined : client.guilds.cache.get(channel.guildId);
  if (guild?.available && guild.members.me === null) await inTime(guild.members.fetchMe(), late);
}

/** discord.js waits as long as Discord wants it to. */
async function inTime<T>(job: Promise<T>, late: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new SendError("unreached", "Discord does not answer."));
  late.addEventListener("abort", giveUp, { once: true });
  return Promise.race([job, promise]).finally(() => late.removeEventListener("abort", giveUp));
}
