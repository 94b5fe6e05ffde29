import { HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { PlatformError } from "../../chat/adapter.ts";
import type { Log } from "../../chat/log.ts";
import { boltLog } from "./bolt-log.ts";
import { failureOf } from "./failure.ts";
import { whyConnectionLost } from "./lost.ts";
import type { Time } from "./time.ts";

/** The way on which Slack's messages come to us. */
export interface Connection {
  readonly receiver: Receiver;
  /** Rejects with a `PlatformError` where it cannot be opened. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const CLOSING = 1_000; // milliseconds that Slack has to say goodbye
const LONGEST_PAUSE = 30_000; // milliseconds between attempts to connect again
const TIMEOUT = 10_000; // milliseconds

/**
 * Socket Mode. We connect again ourselves: the SDK waits for five seconds first, in which Slack tells people that the app did not
 * respond, and ends the process where it finds no way back.
 */
export function socketConnection(options: {
  appToken: string;
  apiUrl: string | null;
  log: Log;
  time: Time;
  onLost: (why: string) => void;
}): Connection {
  const { appToken, apiUrl, log, time, onLost } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { ...(apiUrl !== null && { slackApiUrl: apiUrl }), retryConfig: { retries: 0 }, timeout: TIMEOUT },
    },
  });
  const { client } = receiver;
  const closed = new AbortController();
  let connecting = false;

  client.on("disconnected", () => {
    if (!connecting && !closed.signal.aborted) void connectAgain();
  });

  return {
    receiver,
    async open() {
      connecting = true;
      try {
        await client.start();
      } catch (error) {
        const { code } = failureOf(error);
        throw new PlatformError(
          whyConnectionLost(code) ?? `Slack could not be reached for Socket Mode (${code}): try again later.`,
        );
      } finally {
        connecting = false;
      }
    },
    async close() {
      closed.abort();
      const left = client.disconnect().then(() => true);
      const isGone = await Promise.race([left, time.wait(CLOSING).then(() => false)]);
      if (!isGone) void client.disconnect(); // the second time it does not wait for an answer
    },
  };

  async function connectAgain(): Promise<void> {
    connecting = true;
    log.debug({ platform: "slack" }, "connecting again");
    for (let failed = 0; !closed.signal.aborted; failed++) {
      if (failed > 0) await time.wait(Math.min(LONGEST_PAUSE, 500 * 2 ** failed), closed.signal);
      try {
        await client.start();
        if (closed.signal.aborted) void client.disconnect();
        break;
      } catch (error) {
        const { code } = failureOf(error);
        const why = whyConnectionLost(code);
        if (why !== null) {
          onLost(why);
          break;
        }
        log.warn({ platform: "slack", code }, "no connection to Slack");
      }
    }
    connecting = false;
  }
}

/** HTTP, with a signature on every request that is no older than five minutes. */
export function httpConnection(options: { signingSecret: string; port: number; log: Log; time: Time }): Connection {
  const { signingSecret, port, log, time } = options;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    endpoints: ["/slack/events"],
    customRoutes: [
      {
        path: "/healthz",
        method: ["GET"],
        handler: (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("ok\n"),
      },
    ],
    logger: boltLog(log),
  });
  return {
    receiver,
    async open() {
      try {
        await receiver.start(port);
      } catch (error) {
        const { code } = failureOf(error);
        throw new PlatformError(
          code === "EADDRINUSE"
            ? `Another program listens on port ${port}: set PORT to a free one.`
            : `Port ${port} cannot be listened on (${code}): set PORT to another one.`,
        );
      }
    },
    async close() {
      const left = receiver.stop().catch(() => {}); // it was not open
      await Promise.race([left, time.wait(CLOSING)]);
    },
  };
}
