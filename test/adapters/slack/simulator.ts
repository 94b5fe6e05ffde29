import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { createWorkspace } from "./workspace.ts";
import { Busy, Refusal } from "./workspace-model.ts";

export const BOT_TOKEN = "xoxb-1-secret";
export const APP_TOKEN = "xapp-1-secret";
export const SIGNING_SECRET = "5ec2e75ec2e75ec2e75ec2e75ec2e75e";

/** What goes wrong with a request, before or after it has done what it does; "none" lets one pass. */
export type Fault = "none" | "busy" | "500 before" | "500 after" | "dropped before" | "dropped after" | `refused ${string}`;

type Args = Readonly<Record<string, unknown>>;

/** Something that happened in Slack and that the app is told of. */
export interface Envelope {
  readonly id: string;
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: object;
  /** How the app acknowledged it each time, with what. */
  readonly acks: { readonly after: number; readonly payload: unknown }[];
}

export type Simulator = Awaited<ReturnType<typeof createSimulator>>;

/**
 * Slack as an app meets it, on loopback: its Web API, `response_url`, Socket Mode, and signed HTTP requests where `appPort` says where
 * the app listens. It refuses what Slack refuses and goes wrong when told to.
 */
export async function createSimulator(clock: { now(): number }) {
  const workspace = createWorkspace(clock);
  const sockets = new Set<WebSocket>();
  const faults: { on: string; fault: Fault }[] = [];
  const calls: string[] = [];
  const envelopes = new Map<string, Envelope & { sentAt: number }>();
  /** What an app must not do: acknowledge too late or not at all. */
  const state = {
    revoked: null as string | null,
    appPort: null as number | null,
    opened: 0,
    /** Called with what was asked for, and waited for, before a message is posted and when it stands in its channel, before that is answered. */
    onPost: null as ((when: "before" | "after", asked: Args) => void | Promise<void>) | null,
  };

  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? "";
    const method = path.startsWith("/api/") ? path.slice("/api/".length) : path.split("/")[1]!;
    calls.push(method);
    const k = faults.findIndex(({ on }) => on === method);
    const fault = k < 0 ? null : faults.splice(k, 1)[0]!.fault;
    if (fault === "dropped before") return response.destroy();
    if (fault === "500 before") return send(response, 500, "Internal Server Error");
    if (fault === "busy") return send(response, 429, { ok: false, error: "ratelimited" }, { "retry-after": "7" });
    const posting = method === "chat.postMessage" ? state.onPost : null;
    await posting?.("before", argsOf(text));
    const answer = act(() => {
      if (fault?.startsWith("refused ")) throw new Refusal(fault.slice("refused ".length));
      if (method === "respond") workspace.respond(path, JSON.parse(text));
      else if (method === "upload") workspace.upload(path, text);
      else return callMethod(method, request, text);
      return {};
    });
    if (answer.body.ok) await posting?.("after", argsOf(text));
    if (fault === "dropped after") return response.destroy();
    if (fault === "500 after") return send(response, 500, "Internal Server Error");
    send(response, answer.status, answer.body, answer.headers);
  });
  const websockets = new WebSocketServer({ server, path: "/link" });
  websockets.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acknowledge(envelope_id, payload);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  function callMethod(method: string, request: IncomingMessage, text: string): object {
    const token = request.headers.authorization?.replace("Bearer ", "");
    if (method === "apps.connections.open") {
      if (token !== APP_TOKEN) throw new Refusal("invalid_auth");
      state.opened++;
      return { url: `ws://${origin}/link` };
    }
    if (token !== BOT_TOKEN) throw new Refusal("invalid_auth");
    if (state.revoked !== null) throw new Refusal(state.revoked);
    const result: { upload_url?: string } = workspace.do(method, argsOf(text));
    return { ...result, ...(result.upload_url && { upload_url: `http://${origin}${result.upload_url}` }) };
  }

  function act(work: () => object): { status: number; body: { ok: boolean; error?: string }; headers?: Record<string, string> } {
    try {
      return { status: 200, body: { ok: true, ...work() }, headers: { "x-oauth-scopes": [...workspace.scopes].join() } };
    } catch (error) {
      if (error instanceof Busy)
        return { status: 429, body: { ok: false, error: "ratelimited" }, headers: { "retry-after": String(error.seconds) } };
      if (error instanceof Refusal) return { status: error.status, body: { ok: false, error: error.message } };
      throw error;
    }
  }

  function acknowledge(id: string, payload: unknown): void {
    const envelope = envelopes.get(id)!;
    envelope.acks.push({ after: clock.now() - envelope.sentAt, payload });
  }

  async function deliver(envelope: Envelope, retry = 0): Promise<void> {
    envelopes.set(envelope.id, { ...envelope, sentAt: clock.now() });
    const socket = [...sockets].at(-1);
    if (state.appPort !== null) return deliverByHttp(envelope, state.appPort, retry);
    if (!socket) throw new Error("no connection: Slack tells the person that the app did not respond");
    const { id, type, payload } = envelope;
    const retried = retry > 0 ? { retry_attempt: retry, retry_reason: "timeout" } : {};
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== "events_api", ...retried }));
  }

  async function deliverByHttp({ id, type, payload }: Envelope, port: number, retry: number): Promise<void> {
    const isEvent = type === "events_api";
    const body = isEvent
      ? JSON.stringify(payload)
      : String(new URLSearchParams(type === "slash_commands" ? { ...payload } : { payload: JSON.stringify(payload) }));
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex");
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: "POST",
      body,
      headers: {
        "content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
        ...(retry > 0 && { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }),
      },
    });
    const said = await response.text();
    if (response.status === 200) acknowledge(id, said === "" ? {} : read(said));
  }

  return {
    workspace,
    state,
    calls,
    apiUrl: `http://${origin}/api/`,
    origin: `http://${origin}`,
    sockets,
    /** The next requests of this method ("respond" for an answer to a `response_url`) go wrong. */
    fault(on: string, fault: Fault, times = 1): void {
      for (let k = 0; k < times; k++) faults.push({ on, fault });
    },
    async tell(type: Envelope["type"], payload: object): Promise<Envelope> {
      const envelope: Envelope = { id: randomUUID(), type, payload, acks: [] };
      await deliver(envelope);
      return envelope;
    },
    /** Slack delivers it once more. */
    tellAgain: (envelope: Envelope) => deliver(envelope, 1),
    /** Slack recycles its connections, as it does every few hours. */
    refresh(): void {
      for (const socket of sockets) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    /** What was not acknowledged, or later than after three seconds. */
    unacknowledged: (): Envelope[] =>
      [...envelopes.values()].filter(({ acks }) => acks.length === 0 || acks.some(({ after }) => after > 3_000)),
    async close(): Promise<void> {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, status: number, body: object | string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

const argsOf = (text: string): Args =>
  Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, read(value)]));

/** An argument of the Web API, which is JSON where it is more than a word. */
function read(value: string): unknown {
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
