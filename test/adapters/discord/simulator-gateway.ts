import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/** The websocket over which Discord says what people do. */
export interface Gateway {
  /** Hands an event over, as soon as there is a connection that takes it; what is sent to a lost session is lost. */
  dispatch(type: string, data: object): void;
  /** Asks for a new connection, in which the session is resumed. */
  reconnect(): void;
  /** Ends the session; what happens until the next one is lost. */
  invalidate(): void;
  /** Ends the connection with a code of the gateway; 4004: the token is not valid. */
  close(code: number): void;
  /** The line breaks. */
  cut(): void;
  /** Sends no more, and keeps what is to be sent for the session to be resumed. */
  hold(): void;
  readonly identified: { intents: number }[];
  readonly resumed: () => number;
  /** Closes the next connections, when they identify, with this code; 0: they are let in. */
  refuseWith: number;
  /** Says nothing to whoever identifies. */
  mute: boolean;
  /** Does not answer whoever wants to connect. */
  deaf: boolean;
  /** Who wants to connect, and is not answered. */
  readonly unheard: readonly unknown[];
  readonly connections: () => number;
  /** Has not got the servers ready. */
  withoutGuilds: boolean;
  /** Does not tell of the bot's own membership in servers. */
  withoutMembers: boolean;
  /** How many events that have come already come again when a session is resumed. */
  replay: number;
  stop(): void;
}

interface Session {
  readonly id: string;
  readonly events: { readonly op: 0; readonly s: number; readonly t: string; readonly d: object }[];
}

export function createGateway(
  server: Server,
  { token, ready, guilds }: { token: () => string; ready: () => object; guilds: () => readonly object[] },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const unheard: Duplex[] = [];
  server.on("upgrade", (request, line, head) => {
    if (gateway.deaf) unheard.push(line);
    else sockets.handleUpgrade(request, line, head, (connection) => sockets.emit("connection", connection));
  });
  const identified: { intents: number }[] = [];
  let socket: WebSocket | null = null;
  let session: Session | null = null;
  let resumed = 0;
  let sessions = 0;

  const send = (value: object) => socket?.send(JSON.stringify(value));
  const record = (type: string, data: object) => {
    if (session === null) return;
    const event = { op: 0, s: session.events.length + 1, t: type, d: data } as const;
    session.events.push(event);
    send(event);
  };

  sockets.on("connection", (connection) => {
    connection.on("message", (raw) => receive(connection, JSON.parse(String(raw))));
    connection.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  });

  const receive = (connection: WebSocket, { op, d }: { op: number; d: never }) => {
    if (op === 1) connection.send(JSON.stringify({ op: 11 }));
    if (op === 2) identify(connection, d);
    if (op === 6) resume(connection, d);
  };

  const identify = (connection: WebSocket, { token: given, intents }: { token: string; intents: number }) => {
    if (gateway.mute) return;
    if (gateway.refuseWith !== 0) return connection.close(gateway.refuseWith);
    if (given !== token()) return connection.close(4004);
    identified.push({ intents });
    socket = connection;
    session = { id: `session-${++sessions}`, events: [] };
    const { port } = server.address() as { port: number };
    record("READY", { ...ready(), session_id: session.id, resume_gateway_url: `ws://127.0.0.1:${port}/gateway` });
    for (const guild of gateway.withoutGuilds ? [] : guilds()) record("GUILD_CREATE", guild);
  };

  const resume = (
    connection: WebSocket,
    { session_id, seq, token: given }: { session_id: string; seq: number; token: string },
  ) => {
    if (given !== token()) return connection.close(4004);
    if (session?.id !== session_id) return connection.send(JSON.stringify({ op: 9, d: false }));
    socket = connection;
    resumed++;
    for (const event of session.events.slice(seq - gateway.replay)) send(event);
    record("RESUMED", {});
  };

  const drop = (end: (connection: WebSocket) => void) => {
    const connection = socket;
    socket = null;
    if (connection) end(connection);
  };

  const gateway: Gateway = {
    identified,
    resumed: () => resumed,
    refuseWith: 0,
    mute: false,
    deaf: false,
    unheard,
    connections: () => sockets.clients.size,
    withoutGuilds: false,
    withoutMembers: false,
    replay: 0,
    dispatch: record,
    reconnect: () => drop((connection) => connection.send(JSON.stringify({ op: 7, d: null }))),
    invalidate() {
      session = null;
      drop((connection) => connection.send(JSON.stringify({ op: 9, d: false })));
    },
    close: (code) => drop((connection) => connection.close(code)),
    cut() {
      socket = null;
      for (const each of sockets.clients) each.terminate();
    },
    hold: () => {
      socket = null;
    },
    stop() {
      for (const line of unheard) line.destroy();
      for (const each of sockets.clients) each.terminate();
      sockets.close();
    },
  };
  return gateway;
}
