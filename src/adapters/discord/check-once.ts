import { type APIUser, Client, Routes } from "discord.js";
import { SendError } from "../../chat/adapter.ts";
import { whyNotThere } from "./allowed.ts";
import { makeRequest } from "./request.ts";
import { type Room, roomOf } from "./room.ts";
import { whyNotIn } from "./trouble.ts";
import { whyNotBegun } from "./unsent.ts";

const LONGEST = 10_000; // milliseconds of a request

/**
 * Why nothing can be posted in a channel for a workspace (null: for whichever server it is in), asked without connecting to Discord, which
 * would send commands here; null where nothing is known against it. Rejects with a `PlatformError` where Discord does not let us ask.
 */
export async function checkOnce(
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string | null },
  workspace: string | null,
  channel: string,
): Promise<string | null> {
  const rest = { makeRequest, ...(apiUrl !== null && { api: apiUrl }), retries: 0, timeout: LONGEST };
  const client = new Client({ intents: [], rest });
  client.rest.setToken(token);
  const tried = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error) => {
      throw whyNotBegun(error);
    });
  try {
    const { id: me } = (await client.rest.get(Routes.user())) as APIUser;
    return await whyNotThere(workspace, channel, {
      find: (id) => tried(findRoom(client, me, id)),
      member: (guild, user) => tried(client.rest.get(Routes.guildMember(guild, user))),
    });
  } catch (error) {
    throw whyNotIn(error, apiUrl);
  } finally {
    await client.destroy();
  }
}

/** A channel with what the bot may do there, for which discord.js must know its server, the bot in it, and of a thread its channel. */
async function findRoom(client: Client, me: string, id: string): Promise<Room> {
  const { guild_id: server } = (await client.rest.get(Routes.channel(id))) as { readonly guild_id?: string };
  if (server !== undefined) await (await client.guilds.fetch(server)).members.fetch(me);
  const channel = await client.channels.fetch(id);
  if (channel === null) throw new SendError("gone", "On Record is not in the server of this channel: invite it.");
  if (channel.isThread() && channel.parentId !== null) await client.channels.fetch(channel.parentId);
  return roomOf(channel, me);
}
