import { type Client, PermissionFlagsBits } from "discord.js";
import { SendError } from "../../chat/adapter.ts";
import type { Room } from "./room.ts";

/** What Discord is asked for; both reject with a `SendError`. */
interface Asked {
  readonly find: (channel: string) => Promise<Room>;
  readonly member: (guild: string, user: string) => Promise<unknown>;
}

/**
 * Why nothing can be posted in a channel for a workspace (null: for whichever server it is in): it is another server's, it takes no
 * messages, or something is not allowed there. One sentence with the remedy; null where nothing is known against it.
 */
export async function whyNotThere(workspace: string | null, channel: string, { find, member }: Asked): Promise<string | null> {
  const home = workspace === null ? null : serverOf(workspace);
  const person = channel.startsWith("@") ? channel.slice(1) : null;
  try {
    if (person === null) {
      const room = await find(channel);
      return home === null || (room.guild ?? `dm:${room.person}`) === home ? whyRefused(room) : FOREIGN;
    }
    if (home === null) return null;
    if (home.startsWith("dm:")) return home === `dm:${person}` ? null : STRANGER;
    await member(home, person);
    return null;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    if (error.kind !== "gone") return null; // nobody can tell for now
    return person === null ? error.message : STRANGER;
  }
}

const STRANGER = "This person is not in this server.";
const FOREIGN = "This channel is not in this server: choose one of its own.";

/** What has to be allowed, as Discord's settings call it, and what for where that is not plain. */
const NAMES = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  CreatePosts: "Create Posts",
  SendMessagesInThreads: "Send Messages in Threads",
  ReadMessageHistory: "Read Message History (to see whether a message came)",
} as const;

const BITS = { ...PermissionFlagsBits, CreatePosts: PermissionFlagsBits.SendMessages };

function whyRefused({ kind, isThread, permissions }: Room): string | null {
  if (kind === "none") return "A channel of this kind takes no messages: choose a text channel, a thread or a forum.";
  if (permissions === null) return null;
  const toWrite: readonly (keyof typeof NAMES)[] =
    kind === "forum" ? ["CreatePosts", "SendMessagesInThreads"] : isThread ? ["SendMessagesInThreads"] : ["SendMessages"];
  const missing = (["ViewChannel", ...toWrite, "ReadMessageHistory"] as const).filter((name) => !permissions.has(BITS[name]));
  if (missing.length === 0) return null;
  return `On Record may not post here as it must: allow it ${missing.map((name) => NAMES[name]).join(", ")} in this channel.`;
}

/** The id of a workspace's server, as it stands in the workspace's. */
export const serverOf = (workspace: string): string => workspace.replace(/^discord:/, "");

/** Why a role cannot be notified in a workspace: one sentence with the remedy; null where nothing is known against it. */
export function whyNoPing(workspace: string, role: string, client: Client): string | null {
  const server = serverOf(workspace);
  if (server.startsWith("dm:")) return "There are no roles in direct messages: leave ping out.";
  if (role === server) return "A digest does not notify @everyone: choose a role of those who want it.";
  const guild = client.guilds.cache.get(server);
  if (!guild?.available) return null; // nobody can tell for now
  const found = guild.roles.cache.get(role);
  if (!found) return "This role is not in this server: choose one of its own.";
  const me = guild.members.me;
  if (found.mentionable || me === null || me.permissions.has(PermissionFlagsBits.MentionEveryone)) return null;
  return `On Record may not notify ${found.name}: in the server's settings, let anyone mention this role, or allow On Record to mention all roles.`;
}
