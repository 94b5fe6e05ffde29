import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { REFUSALS, type Refusal, Refused } from "./simulator-rules.ts";
import type { Shown, World } from "./simulator-world.ts";

/** What a request is for. */
type Purpose =
  | "gateway"
  | "callback"
  | "original"
  | "clear"
  | "follow-up"
  | "follow-up edit"
  | "channel"
  | "message"
  | "commands"
  | "other";

/** What goes wrong: before Discord has done what was asked, or after. */
type Fault = "429" | "500 before" | "500 after" | "dropped before" | "dropped after" | "slow" | "hanging after" | Refusal;

export interface Rest {
  readonly server: Server;
  /** The next `times` requests for this go wrong. */
  fail(purpose: Purpose, fault: Fault, times?: number): void;
  /** What was refused, but for the faults that were asked for. */
  readonly refused: string[];
  readonly requests: { readonly purpose: Purpose; readonly status: number }[];
}

const APPLICATION = "100000000000000001";

/** The part of Discord's HTTP interface that a bot for slash commands uses. */
export function createRest(world: World, options: { token: () => string; gatewayUrl: () => string; commands: unknown[] }): Rest {
  const faults = new Map<Purpose, Fault[]>();
  const refused: string[] = [];
  const requests: { purpose: Purpose; status: number }[] = [];

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      refused.push(`the simulator failed: ${error}`);
      response.destroy();
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const path = decodeURIComponent(new URL(request.url ?? "", "http://discord").pathname).replace(/^\/api\/v10/, "");
    const { purpose, act } = route(request.method ?? "", path, body);
    const fault = faults.get(purpose)?.shift() ?? null;
    const send = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
      requests.push({ purpose, status });
      if (value === undefined)
        response.writeHead(status, headers).end(); // and no JSON content type: discord.js would read it
      else response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
    };
    if (typeof fault === "object" && fault !== null) return send(fault.status, { code: fault.code, message: fault.message });
    if (fault === "429") return send(429, { message: "You are being rate limited.", retry_after: 0.2, global: false }, LIMITED);
    if (fault === "500 before") return send(500, { message: "500: Internal Server Error", code: 0 });
    if (fault === "dropped before") return void request.socket.destroy();
    if (fault === "slow") await wait(300);
    try {
      if (isBots(path) && request.headers.authorization !== `Bot ${options.token()}`)
        throw new Refused(REFUSALS.unauthorized, "");
      const value = act();
      if (fault === "500 after") send(500, { message: "500: Internal Server Error", code: 0 });
      else if (fault === "dropped after") request.socket.destroy();
      else if (fault === "hanging after") return;
      else send(value === undefined ? 204 : 200, value);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(`${purpose}: ${error.message}`);
      send(error.refusal.status, { code: error.refusal.code, message: error.refusal.message });
    }
  };

  const route = (method: string, path: string, body: Record<string, unknown>): { purpose: Purpose; act: () => unknown } => {
    const [, first, second = "", third = "", fourth, fifth = ""] = path.split("/");
    const call = `${method} ${first}`;
    if (path === "/gateway/bot") return { purpose: "gateway", act: () => gateway(options.gatewayUrl()) };
    if (call === "POST interactions") return { purpose: "callback", act: () => world.callback(third, body) };
    if (first === "webhooks" && fourth === "messages") {
      const isOriginal = fifth === "@original";
      if (method === "PATCH") {
        return { purpose: isOriginal ? "original" : "follow-up edit", act: () => message(world.edit(third, fifth, body)) };
      }
      if (method === "DELETE") return { purpose: "clear", act: () => world.remove(third, fifth) };
      if (method === "GET") return { purpose: "other", act: () => message(world.get(third, fifth)) };
    }
    if (call === "POST webhooks") return { purpose: "follow-up", act: () => message(world.follow(third, body)) };
    if (call === "POST channels" && third === "messages") {
      return { purpose: "message", act: () => message(world.post(second, body)) };
    }
    if (call === "GET channels") return { purpose: "channel", act: () => channel(world.channel(second)) };
    if (first === "applications" && path.endsWith("/commands")) {
      const { commands } = options;
      if (method === "PUT") return { purpose: "commands", act: () => replace(commands, body as unknown as unknown[]) };
      return { purpose: "commands", act: () => commands };
    }
    if (path === "/applications/@me") return { purpose: "other", act: () => ({ id: APPLICATION, name: "On Record", flags: 0 }) };
    return {
      purpose: "other",
      act: () => {
        throw new Refused({ status: 404, code: 0, message: "404: Not Found" }, `${method} ${path}`);
      },
    };
  };

  return {
    server,
    refused,
    requests,
    fail(purpose, fault, times = 1) {
      faults.set(purpose, [...(faults.get(purpose) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
  };
}

const replace = (all: unknown[], by: readonly unknown[]): unknown[] => {
  all.splice(0, all.length, ...by);
  return all;
};

const LIMITED = { "retry-after": "0.2", "x-ratelimit-scope": "user" };

/** Interactions carry their own token. */
const isBots = (path: string) => !/^\/(interactions|webhooks)\//.test(path);

const gateway = (url: string) => ({
  url,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
});

const message = ({ id, channel, flags, components, content, embeds }: Shown) => ({
  id,
  channel_id: channel,
  type: 0,
  author: { id: APPLICATION, username: "on-record", discriminator: "0000", avatar: null, bot: true },
  content,
  flags,
  components,
  embeds,
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: "2026-11-01T08:00:00.000000+00:00",
  edited_timestamp: null,
});

const channel = ({ id, guild }: { id: string; guild: string | null }) =>
  guild === null
    ? { id, type: 1, recipients: [], last_message_id: null }
    : { id, type: 0, guild_id: guild, name: "news", position: 0, permission_overwrites: [] };

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return {};
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const body = JSON.parse(String(form.get("payload_json")));
  const files = [...form.entries()].filter(([name]) => name.startsWith("files["));
  const named = (body.attachments as { id: string }[]).map((each) => {
    const file = files.find(([name]) => name === `files[${each.id}]`)?.[1];
    return { ...each, ...(file instanceof File && { filename: file.name }) };
  });
  return { ...body, attachments: named };
}

export { APPLICATION, message as messageOnTheWire };
