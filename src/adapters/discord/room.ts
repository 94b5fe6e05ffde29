import { type Channel, ChannelFlags, ChannelType, type PermissionsBitField } from "discord.js";

/** Where messages stand, or what they are begun in. */
export interface Room {
  readonly id: string;
  /** "open": threads can be made from its messages; "forum": it has threads alone; "flat": it has none; "none": it takes no messages. */
  readonly kind: "open" | "forum" | "flat" | "none";
  /** The server; null in direct messages. */
  readonly guild: string | null;
  /** Whose direct messages they are. */
  readonly person: string | null;
  readonly isThread: boolean;
  /** What the bot may do here; null where that is not known, or nobody has to allow anything. */
  readonly permissions: Readonly<PermissionsBitField> | null;
  /** The tags that a post in a forum must have one of, and may have; empty where it need not. */
  readonly tags: readonly { readonly id: string; readonly moderated: boolean }[];
}

const OPEN: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** `me` is the bot; null while that is not known. */
export function roomOf(channel: Channel, me: string | null): Room {
  const place = { id: channel.id, person: null, isThread: channel.isThread(), permissions: null, tags: [] };
  if (channel.isDMBased()) {
    return { ...place, kind: "flat", guild: null, person: "recipientId" in channel ? channel.recipientId : null };
  }
  const permissions = me === null ? null : (channel.permissionsFor(me) ?? null);
  const inGuild = { ...place, guild: channel.guildId, permissions };
  if (channel.isThreadOnly()) {
    const tags = channel.flags.has(ChannelFlags.RequireTag) ? channel.availableTags : [];
    return { ...inGuild, kind: "forum", tags };
  }
  if (OPEN.includes(channel.type)) return { ...inGuild, kind: "open" };
  return { ...inGuild, kind: channel.isTextBased() ? "flat" : "none" };
}

/** The direct messages with somebody. */
export const directRoom = (id: string, person: string): Room => ({
  ...{ id, kind: "flat", guild: null, person, isThread: false, permissions: null, tags: [] },
});

/** The thread of a message or of a forum's post, which has the id of the message that it begins with. */
export const threadIn = ({ guild, permissions }: Room, id: string): Room => ({
  ...{ id, kind: "flat", guild, person: null, isThread: true, permissions, tags: [] },
});

export const linkTo = ({ guild, id }: Room, message: string): string =>
  `https://discord.com/channels/${guild ?? "@me"}/${id}/${message}`;
