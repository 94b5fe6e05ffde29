import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { Lost } from "./simulator-channels.ts";
import { createCounter, type RateLimits } from "./simulator-limits.ts";
import type { Purpose, Request, Route } from "./simulator-routes.ts";
import { REFUSALS, type Refusal, Refused } from "./simulator-rules.ts";

/** What goes wrong: before Discord has done what was asked, or after. */
type Fault =
  | "429"
  | "blocked"
  | "500 before"
  | "500 after"
  | "dropped before"
  | "dropped after"
  | "slow"
  | "hanging after"
  | Refusal;

export interface Rest {
  readonly server: Server;
  /** The next `times` requests for this go wrong. */
  fail(purpose: Purpose, fault: Fault, times?: number): void;
  /** What was refused, but for the faults that were asked for. */
  readonly refused: string[];
  readonly requests: { readonly purpose: Purpose; readonly status: number }[];
  /** From now on nobody may ask more often than this; nobody is held back before. */
  limit(limits: RateLimits): void;
}

interface RestOptions {
  readonly token: () => string;
  readonly route: (request: Request) => Route;
}

/** Discord's HTTP interface: who may ask, how often, and what goes wrong. */
export function createRest({ token, route }: RestOptions): Rest {
  const faults = new Map<Purpose, Fault[]>();
  const refused: string[] = [];
  const requests: { purpose: Purpose; status: number }[] = [];
  let counted: ReturnType<typeof createCounter> | null = null;

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      refused.push(`the simulator failed: ${error}`);
      response.destroy();
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { pathname, searchParams: query } = new URL(request.url ?? "", "http://discord");
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, "");
    const { purpose, act, channel = "" } = route({ method: request.method ?? "", path, query, body });
    const count = isBots(path) ? (counted?.(purpose, channel) ?? null) : null;
    const fault = faults.get(purpose)?.shift() ?? null;
    const send = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
      requests.push({ purpose, status });
      const all = { ...count?.headers, ...headers };
      if (value === undefined)
        response.writeHead(status, all).end(); // and no JSON content type: discord.js would read it
      else response.writeHead(status, { "content-type": "application/json", ...all }).end(JSON.stringify(value));
    };
    const slowDown = (wait: number, global: boolean, headers = {}) =>
      send(429, { message: "You are being rate limited.", retry_after: wait, global }, headers);
    if (count?.isTooMuch) return slowDown(count.wait, count.isGlobal);
    if (typeof fault === "object" && fault !== null) return send(fault.status, { code: fault.code, message: fault.message });
    if (fault === "429") return slowDown(0.2, false, LIMITED);
    if (fault === "blocked") return void response.writeHead(403, { "content-type": "text/html" }).end("<h1>Blocked</h1>");
    if (fault === "500 before") return send(500, { message: "500: Internal Server Error", code: 0 });
    if (fault === "dropped before") return void request.socket.destroy();
    if (fault === "slow") await wait(300);
    try {
      if (isBots(path) && request.headers.authorization !== `Bot ${token()}`) throw new Refused(REFUSALS.unauthorized, "");
      const value = await act();
      if (fault === "500 after") send(500, { message: "500: Internal Server Error", code: 0 });
      else if (fault === "dropped after") request.socket.destroy();
      else if (fault === "hanging after") return;
      else send(value === undefined ? 204 : 200, value);
    } catch (error) {
      if (error instanceof Lost) return void request.socket.destroy();
      if (!(error instanceof Refused)) throw error;
      refused.push(`${purpose}: ${error.message}`);
      send(error.refusal.status, { code: error.refusal.code, message: error.refusal.message });
    }
  };

  return {
    server,
    refused,
    requests,
    limit(limits) {
      counted = createCounter(limits);
    },
    fail(purpose, fault, times = 1) {
      faults.set(purpose, [...(faults.get(purpose) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
  };
}

const LIMITED = { "retry-after": "0.2", "x-ratelimit-scope": "user" };

/** Interactions carry their own token. */
const isBots = (path: string) => !/^\/(interactions|webhooks)\//.test(path);

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
  const message = body.message ?? body; // the first one of a forum's post stands in it
  message.attachments = (message.attachments as { id: string }[]).map((each) => {
    const file = files.find(([name]) => name === `files[${each.id}]`)?.[1];
    return { ...each, ...(file instanceof File && { filename: file.name }) };
  });
  return body;
}
