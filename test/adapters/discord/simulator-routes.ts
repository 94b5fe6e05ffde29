import type { Channels } from "./simulator-channels.ts";
import { APPLICATION, channelOnTheWire, guildOnTheWire, type Place, USER } from "./simulator-guild.ts";
import { historyOnTheWire, messageOnTheWire } from "./simulator-message.ts";
import { REFUSALS, refuse } from "./simulator-rules.ts";
import type { World } from "./simulator-world.ts";

/** What a request is for. */
export type Purpose =
  | "gateway"
  | "callback"
  | "original"
  | "clear"
  | "follow-up"
  | "follow-up edit"
  | "channel"
  | "message"
  | "history"
  | "thread"
  | "forum"
  | "reopen"
  | "direct"
  | "commands"
  | "other";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a request is for, and what it does. */
export interface Route {
  readonly purpose: Purpose;
  readonly act: () => unknown;
  /** The channel whose limits it counts towards. */
  readonly channel?: string;
}

interface Parts {
  readonly world: World;
  readonly channels: Channels;
  readonly gatewayUrl: () => string;
  readonly commands: unknown[];
}

/** The part of Discord's HTTP interface that a bot for slash commands and digests uses. */
export function routeOf(request: Request, { world, channels, gatewayUrl, commands }: Parts): Route {
  const { method, path, body } = request;
  const [, first, , third = "", fourth, fifth = ""] = path.split("/");
  const call = `${method} ${first}`;
  if (path === "/gateway/bot") return { purpose: "gateway", act: () => gateway(gatewayUrl()) };
  if (call === "POST interactions") return { purpose: "callback", act: () => world.callback(third, body) };
  if (first === "webhooks" && fourth === "messages") {
    const isOriginal = fifth === "@original";
    if (method === "PATCH") {
      const act = () => messageOnTheWire(world.edit(third, fifth, body));
      return { purpose: isOriginal ? "original" : "follow-up edit", act };
    }
    if (method === "DELETE") return { purpose: "clear", act: () => world.remove(third, fifth) };
    if (method === "GET") return { purpose: "other", act: () => messageOnTheWire(world.get(third, fifth)) };
  }
  if (call === "POST webhooks") return { purpose: "follow-up", act: () => messageOnTheWire(world.follow(third, body)) };
  if (first === "applications" && path.endsWith("/commands")) {
    if (method === "PUT") return { purpose: "commands", act: () => replace(commands, body as unknown as unknown[]) };
    return { purpose: "commands", act: () => commands };
  }
  if (path === "/applications/@me") return { purpose: "other", act: () => ({ id: APPLICATION, name: "On Record", flags: 0 }) };
  return inChannels(request, channels) ?? { purpose: "other", act: () => refused(`${method} ${path}`) };
}

function inChannels({ method, path, query, body }: Request, channels: Channels): Route | null {
  const [, first, id = "", third = "", fourth = "", fifth = ""] = path.split("/");
  const on = <T>(purpose: Purpose, act: () => T): Route => ({ purpose, act, channel: id });
  switch (`${method} ${first}`) {
    case "GET users":
      return { purpose: "other", act: () => ({ id: APPLICATION, username: "on-record", discriminator: "0000", avatar: null }) };
    case "POST users":
      return { purpose: "direct", act: () => channelOnTheWire(channels.direct(String(body["recipient_id"]))) };
    case "GET guilds":
      if (third === "") return { purpose: "other", act: () => guildOnTheWire(id, [...channels.places.values()]) };
      if (third === "members") return { purpose: "other", act: () => member(fourth) };
      return { purpose: "history", act: () => ({ threads: channels.active(id).map(channelOnTheWire), members: [] }) };
    case "PATCH channels":
      return on("reopen", () => channelOnTheWire(channels.change(id, body)));
    case "GET channels":
      if (third === "") return on("channel", () => channelOnTheWire(channels.channel(id)));
      if (third === "threads") return on("history", () => onTheWire(channels.archived(id, query)));
      if (fourth !== "") return on("history", () => historyOnTheWire(channels.message(id, fourth), channels.isDirect(id)));
      return on("history", () => channels.history(id, query).map((each) => historyOnTheWire(each, channels.isDirect(id))));
    case "POST channels":
      if (third === "threads") return on("forum", async () => channelOnTheWire(await channels.begin(id, body)));
      if (fifth === "threads") return on("thread", () => channelOnTheWire(channels.branch(id, fourth, body)));
      return on("message", async () => messageOnTheWire(await channels.post(id, body)));
    default:
      return null;
  }
}

const onTheWire = ({ threads, has_more }: { threads: readonly Place[]; has_more: boolean }) => ({
  ...{ threads: threads.map(channelOnTheWire), has_more, members: [] },
});

const refused = (what: string): never => {
  throw refuse({ status: 404, code: 0, message: "404: Not Found" }, what);
};

function member(id: string): object {
  if (id !== USER && id !== APPLICATION) throw refuse(REFUSALS.unknownMember);
  return {
    user: { id, username: "ada.lund", discriminator: "0", avatar: null },
    roles: [],
    joined_at: "2026-01-01T00:00:00Z",
    flags: 0,
  };
}

const replace = (all: unknown[], by: readonly unknown[]): unknown[] => {
  all.splice(0, all.length, ...by);
  return all;
};

const gateway = (url: string) => ({
  url,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
});
