import { type APIMessage, type APIThreadChannel, type Client, Routes } from "discord.js";
import { type Outbox, type Posted, SendError } from "../../chat/adapter.ts";
import { serverOf, whyNoPing, whyNotThere } from "./allowed.ts";
import { type Draft, draft, readDraft, requestOf } from "./draft.ts";
import { look, lookInForum } from "./look.ts";
import { nonceOf } from "./post.ts";
import { createWay } from "./rest.ts";
import { linkTo, type Room, threadIn } from "./room.ts";
import { createRooms } from "./rooms.ts";
import { stampOf } from "./stamp.ts";
import { isRevoked, REFUSED, refusalOf } from "./trouble.ts";
import { isForbidden, whyNotBegun, whyUnsent, whyUnsentBelow } from "./unsent.ts";

export interface OutboxOptions {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly client: Client;
  readonly isConnected: () => boolean;
  /** Called where Discord does not know the token any more. */
  readonly onRevoked: () => void;
  /** How long a message may take to be sent, and a request of a look, in milliseconds. */
  readonly longest: number;
}

/**
 * What posts messages in Discord that must come once. A message has a nonce, by which Discord takes it once for some minutes, and a stamp,
 * by which it is found as long as it stands. A forum takes no nonce, so that its posts have their stamp alone.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { client, isConnected, onRevoked } = options;
  const way = createWay(options);
  const { rest, signal } = way;
  const rooms = createRooms(client, way);

  /** Gives a failure its name, and tells of a lost token. */
  const tried = async <T>(job: () => Promise<T>, why: (error: unknown) => SendError): Promise<T> => {
    if (!isConnected()) throw new SendError("unreached", "On Record is not connected to Discord.");
    try {
      return await job();
    } catch (error) {
      if (isRevoked(error)) onRevoked();
      throw why(error);
    }
  };

  const post = async (room: Room, key: string, written: Draft, late: AbortSignal): Promise<Posted> => {
    const { body, files } = requestOf(withoutEveryone(written, room), stampOf(key));
    const once = { ...body, nonce: nonceOf(key), enforce_nonce: true };
    const send = () => rest.post(Routes.channelMessages(room.id), { body: once, files, signal: late });
    const { id } = (await send().catch(async (error) => {
      if (refusalOf(error) !== REFUSED.archived) throw error;
      await reopen(room, error, late);
      return send();
    })) as APIMessage;
    return { id, link: linkTo(room, id) };
  };

  const reopen = async (thread: Room, why: unknown, late: AbortSignal): Promise<void> => {
    try {
      await rest.patch(Routes.channel(thread.id), { body: { archived: false }, signal: late });
    } catch {
      throw why;
    }
  };

  /** The first message of a forum's thread. Where a post must have a tag it takes the first that anybody may use. */
  const begin = async (forum: Room, key: string, written: Draft, late: AbortSignal): Promise<Posted> => {
    const { body, files } = requestOf(withoutEveryone(written, forum), stampOf(key));
    const [tag] = forum.tags.toSorted((a, b) => Number(a.moderated) - Number(b.moderated));
    const thread = { name: written.title, message: body, applied_tags: tag === undefined ? [] : [tag.id] };
    const { id } = (await rest.post(Routes.threads(forum.id), { body: thread, files, signal: late })) as APIThreadChannel;
    return { id, link: linkTo(threadIn(forum, id), id) };
  };

  return {
    draft,
    async send(message) {
      const written = readDraft(message.content);
      const late = signal();
      const room = await tried(async () => {
        const room = await rooms.prepare(message, written.title, late);
        late.throwIfAborted();
        return room;
      }, whyNotBegun);
      const why = room.id === message.under ? whyUnsentBelow : whyUnsent;
      return tried(() => (room.kind === "forum" ? begin : post)(room, message.id, written, late), why);
    },
    async find(message, since) {
      const ours = { author: client.user?.id ?? "", stamp: stampOf(message.id), nonce: nonceOf(message.id) };
      return tried(async () => {
        for (const room of await rooms.where(message, signal())) {
          const found = await (room.kind === "forum" ? lookInForum : look)(room, { ...ours, since }, way);
          if (found !== null) return found;
        }
        return null;
      }, whyNotSeen);
    },
    check: (workspace, channel) =>
      whyNotThere(workspace, channel, {
        find: (id) => tried(() => rooms.find(id, signal()), whyNotBegun),
        member: (guild, user) => tried(() => rest.get(Routes.guildMember(guild, user), { signal: signal() }), whyNotBegun),
      }),
    checkPing: async (workspace, role) => whyNoPing(workspace, role, client),
    groupName: (workspace, role) => client.guilds.cache.get(serverOf(workspace))?.roles.cache.get(role)?.name ?? null,
  };
}

/** The role of all has the id of its server; the command line takes any id. */
const withoutEveryone = (written: Draft, { guild }: Room): Draft =>
  written.ping === guild ? { ...written, ping: null } : written;

/** A look that is not let in tells nothing of the message. */
const whyNotSeen = (error: unknown): SendError =>
  isForbidden(error)
    ? new SendError("blind", `Nobody can tell whether the message came. ${whyUnsent(error).message}`)
    : whyNotBegun(error);
