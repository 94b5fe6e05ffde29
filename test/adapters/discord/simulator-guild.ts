import { PermissionFlagsBits as Bits } from "discord.js";
import type { Refusal } from "./simulator-rules.ts";

/** Kinds of channels, by Discord's numbers. */
export const KINDS = { text: 0, direct: 1, voice: 2, category: 4, announcement: 5, forum: 15, media: 16 } as const;
const ANNOUNCEMENT_THREAD = 10;
const THREAD = 11;

/** A channel, a thread, or direct messages. */
export interface Place {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  /** Null in direct messages. */
  readonly guild: string | null;
  /** The channel of a thread. */
  readonly parent: string | null;
  /** Who made a thread. */
  readonly owner: string;
  /** Whose direct messages they are. */
  readonly person: string | null;
  readonly tags: readonly string[];
  readonly requiresTag: boolean;
  /** What the bot may not do here. */
  denied: bigint;
  archivedAt: number | null;
  isLocked: boolean;
  /** How everything here is refused. */
  refusal: Refusal | null;
}

export const placeOf = (place: Pick<Place, "id" | "guild"> & Partial<Place>): Place => ({
  ...{ type: KINDS.text, name: "news", parent: null, owner: APPLICATION, person: null, tags: [], requiresTag: false },
  ...{ denied: 0n, archivedAt: null, isLocked: false, refusal: null },
  ...place,
});

export const threadOf = (channel: Place, id: string, name: string): Place =>
  placeOf({
    ...{ id, name, guild: channel.guild, parent: channel.id },
    type: channel.type === KINDS.announcement ? ANNOUNCEMENT_THREAD : THREAD,
  });

export const isThread = ({ type }: Place): boolean => type === ANNOUNCEMENT_THREAD || type === THREAD;

export const APPLICATION = "100000000000000001";
export const GUILD = "200000000000000001";
/** Another server that the bot is in. */
export const ELSEWHERE = "200000000000000002";
export const USER = "400000000000000001";
/** Roles of the server: one that anybody may notify, and one that the bot may not. */
export const ROLE = "600000000000000001";
export const QUIET_ROLE = "600000000000000002";

const EVERYONE =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.ReadMessageHistory |
  Bits.EmbedLinks |
  Bits.AttachFiles;

/** Whether the bot may do something in a channel, given that of a thread. */
export const may = (channel: Place, bit: bigint): boolean => channel.guild === null || (EVERYONE & ~channel.denied & bit) === bit;

const role = (id: string, name: string, permissions: bigint, mentionable: boolean) => ({
  ...{ id, name, permissions: String(permissions), position: 0, color: 0, hoist: false, managed: false, mentionable },
});

/** The roles of a server, beside that of everybody. */
export const ROLES = [role(ROLE, "readers", 0n, true), role(QUIET_ROLE, "staff", 0n, false)];

/** A channel as Discord tells of it. */
export function channelOnTheWire(place: Place): object {
  const { id, type, guild, name, parent, owner, person } = place;
  if (guild === null) {
    return { id, type, recipients: [{ id: person, username: "ada.lund", discriminator: "0", avatar: null }], flags: 0 };
  }
  const base = { id, type, guild_id: guild, name, parent_id: parent, last_message_id: null };
  if (isThread(place)) {
    const archived = { archived: place.archivedAt !== null, locked: place.isLocked, auto_archive_duration: 1_440 };
    const archive_timestamp = new Date(place.archivedAt ?? 0).toISOString();
    return { ...base, owner_id: owner, thread_metadata: { ...archived, archive_timestamp }, flags: 0, ...COUNTS };
  }
  const denied = { id: APPLICATION, type: 1, allow: "0", deny: String(place.denied) };
  const available_tags = place.tags.map((tag) => ({
    ...{ id: tag, name: "News", moderated: false, emoji_id: null, emoji_name: null },
  }));
  return {
    ...base,
    position: 0,
    permission_overwrites: place.denied === 0n ? [] : [denied],
    flags: place.requiresTag ? 1 << 4 : 0,
    ...(type === KINDS.forum && { available_tags }),
  };
}

const COUNTS = { message_count: 0, member_count: 1, total_message_sent: 0 };

/** A server as the bot is told of it when it is let in, with its own membership or without. */
export const guildOnTheWire = (id: string, places: readonly Place[], isIn = true) => ({
  id,
  name: "The Lake Desk",
  unavailable: false,
  owner_id: USER,
  member_count: 3,
  large: false,
  joined_at: "2026-01-01T00:00:00Z",
  features: [],
  roles: [role(id, "@everyone", EVERYONE, false), ...ROLES],
  channels: places.filter((place) => place.guild === id && !isThread(place)).map(channelOnTheWire),
  threads: places.filter((place) => place.guild === id && isThread(place) && place.archivedAt === null).map(channelOnTheWire),
  members: !isIn
    ? []
    : [
        {
          user: { id: APPLICATION, username: "on-record", discriminator: "0000", avatar: null, bot: true },
          ...{ roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 },
        },
      ],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  system_channel_flags: 0,
  verification_level: 0,
  premium_tier: 0,
  preferred_locale: "en-GB",
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
});
