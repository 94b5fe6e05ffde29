import { setTimeout as wait } from "node:timers/promises";
import { type APIMessage, type APIThreadChannel, PermissionFlagsBits, RateLimitError, type RouteLike, Routes } from "discord.js";
import { type Posted, SendError } from "../../chat/adapter.ts";
import type { Way } from "./rest.ts";
import { linkTo, type Room, threadIn } from "./room.ts";
import { bears, type Stamp } from "./stamp.ts";
import { REFUSED, refusalOf } from "./trouble.ts";
import { waitOf } from "./unsent.ts";

/** What is looked for. */
export interface Sought {
  /** Our own id. */
  readonly author: string;
  readonly stamp: Stamp;
  readonly nonce: string;
  readonly since: Date;
}

/** Milliseconds: our clock may have been set back by an hour meanwhile, and Discord numbers messages by its own. */
const MARGIN = 70 * 60_000;
const PAGE = 100; // messages, the most that Discord gives at a time
const PAGES = 50;
const LONGEST_LOOK = 60_000; // milliseconds: Discord gives about a page a second
const DISCORD_EPOCH = 1_420_070_400_000n; // milliseconds (Discord API, "Snowflakes")

/** Below the ids of all that was posted at `since` or later. */
const below = (since: Date): string =>
  ((BigInt(Math.max(since.getTime() - MARGIN, Number(DISCORD_EPOCH))) - DISCORD_EPOCH) << 22n).toString();

/** Looks for a message in a channel or thread; null where it is not there. Rejects with a "blind" `SendError` where that cannot be told. */
export async function look(room: Room, sought: Sought, way: Way): Promise<Posted | null> {
  mustSee(room);
  const ask = asking(way);
  let after = below(sought.since);
  for (let page = 0; page < PAGES; page++) {
    const messages = await orNothing(room, ask(Routes.channelMessages(room.id), { after, limit: String(PAGE) }));
    const found = messages.find((message) => isIt(message, sought));
    if (found) return { id: found.id, link: linkTo(room, found.id) };
    if (messages.length < PAGE) return null;
    after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
  }
  throw tooMuch();
}

/** A thread that nobody has made has nothing in it. */
const orNothing = async (room: Room, asked: Promise<unknown>): Promise<APIMessage[]> => {
  try {
    return ((await asked) ?? []) as APIMessage[];
  } catch (error) {
    if (room.isThread && refusalOf(error) === REFUSED.unknownChannel) return [];
    throw error;
  }
};

const isIt = ({ author, components, nonce }: APIMessage, sought: Sought): boolean =>
  author.id === sought.author && (nonce === sought.nonce || bears(components, sought.stamp));

/** As `look`, for the first message of a forum's thread: among the threads that are open, and those that were closed since. */
export async function lookInForum(forum: Room, sought: Sought, way: Way): Promise<Posted | null> {
  mustSee(forum);
  const from = BigInt(below(sought.since));
  const ours = ({ id, parent_id, owner_id }: APIThreadChannel) =>
    parent_id === forum.id && owner_id === sought.author && BigInt(id) >= from;
  const ask = asking(way);
  for await (const threads of threadsOf(forum, sought, ask)) {
    for (const { id } of threads.filter(ours)) {
      const first = await ask(Routes.channelMessage(id, id)).catch((error) => {
        if (refusalOf(error) === REFUSED.unknownMessage || refusalOf(error) === REFUSED.unknownChannel) return null;
        throw error;
      });
      if (first !== null && isIt(first as APIMessage, sought)) return { id, link: linkTo(threadIn(forum, id), id) };
    }
  }
  return null;
}

interface Threads {
  readonly threads: APIThreadChannel[];
  readonly has_more?: boolean;
}

async function* threadsOf({ id, guild }: Room, { since }: Sought, ask: Ask): AsyncGenerator<APIThreadChannel[]> {
  yield ((await ask(Routes.guildActiveThreads(guild ?? ""))) as Threads).threads;
  let before = "";
  for (let page = 0; page < PAGES; page++) {
    const asked = await ask(Routes.channelThreads(id, "public"), { limit: String(PAGE), ...(before !== "" && { before }) });
    const { threads, has_more = false } = asked as Threads;
    yield threads;
    before = threads.at(-1)?.thread_metadata?.archive_timestamp ?? "";
    if (!has_more || before === "" || Date.parse(before) < since.getTime() - MARGIN) return;
  }
  throw tooMuch();
}

type Ask = (route: RouteLike, query?: Record<string, string>) => Promise<unknown>;

/** Asks page after page, and waits where Discord wants it to, for a look that is begun again would be no nearer to its end. */
function asking({ rest, signal }: Way): Ask {
  const end = performance.now() + LONGEST_LOOK;
  return async (route, query = {}) => {
    for (;;) {
      try {
        return await rest.get(route, { query: new URLSearchParams(query), signal: signal() });
      } catch (error) {
        if (!(error instanceof RateLimitError) || performance.now() + waitOf(error) > end) throw error;
        await wait(waitOf(error), undefined, { ref: false });
      }
    }
  };
}

/** Where the history may not be read, Discord says that there is nothing, and not that it may not be read. */
function mustSee({ guild, permissions }: Room): void {
  if (guild === null) return;
  if (permissions === null) throw new SendError("unreached", "Discord has not yet told what On Record may do in this server.");
  if (permissions.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) return;
  throw new SendError(
    "blind",
    "On Record may not read this channel's history, so nobody can tell whether the message came: allow it Read Message History.",
  );
}

const tooMuch = () => new SendError("blind", "So much was written since that nobody can tell whether the message came.");
