import { webApi } from "@slack/bolt";
import type { Log } from "../../chat/log.ts";
import { boltLog } from "./bolt-log.ts";
import { failureByCode, failureByStatus, failureOf, type SlackFailure } from "./failure.ts";
import { whyLost } from "./lost.ts";
import type { Time } from "./time.ts";

/**
 * When something is asked for once more although it may have been done (a 5xx, a dropped connection): "always", where doing it twice is
 * doing it once. What was surely not done (Slack is busy or was not reached) is asked for again in any case.
 */
export type Again = "never" | "always";

/** Slack's Web API, with retries of our own: the SDK's would post twice. All reject with a `SlackFailure`. */
export interface Web {
  call(method: string, args: Record<string, unknown>, again: Again): Promise<webApi.WebAPICallResult>;
  /** Asks once, however it ends; it takes ten seconds at most. */
  once(method: string, args: Record<string, unknown>): Promise<webApi.WebAPICallResult>;
  /** Answers through the address that came with a command or a button; Slack takes five answers within 30 minutes. */
  respond(url: string, message: object, again: Again): Promise<void>;
  /** Sends a file's bytes to the address that Slack gave for them. */
  upload(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const TIMEOUT = 10_000; // milliseconds
const MANY = 1_000; // requests at a time: one that waited for another would take longer than that
const PAUSES = [500, 1_000, 2_000]; // milliseconds before each further attempt
const LONGEST_BUSY = 120_000; // milliseconds that Slack may ask to be left alone, over all attempts

export function createWeb(options: {
  botToken: string;
  apiUrl: string | null;
  log: Log;
  time: Time;
  /** Called with every reason why Slack has let us go. */
  onLost: (why: string) => void;
}): Web {
  const { botToken, apiUrl, log, time, onLost } = options;
  const client = new webApi.WebClient(botToken, {
    ...(apiUrl !== null && { slackApiUrl: apiUrl }),
    logger: boltLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    maxRequestConcurrency: MANY,
  });

  return {
    once: (method, args) => attempt(() => client.apiCall(method, args)),
    call: (method, args, again) => attempts(() => client.apiCall(method, args), again),
    respond: (url, message, again) =>
      attempts(() => send(url, "application/json; charset=utf-8", JSON.stringify(message)), again),
    upload: (url, bytes) => attempts(() => send(url, "application/octet-stream", bytes), "always"),
  };

  async function attempts<T>(once: () => Promise<T>, again: Again): Promise<T> {
    let busy = 0;
    for (let repeated = 0; ; ) {
      try {
        return await attempt(once);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === "busy") {
          busy += failure.wait;
          if (busy > LONGEST_BUSY) throw failure;
          await time.wait(failure.wait);
        } else if (mayRepeat(failure, again) && repeated < PAUSES.length) {
          await time.wait(PAUSES[repeated++]!);
        } else throw failure;
      }
    }
  }

  async function attempt<T>(once: () => Promise<T>): Promise<T> {
    try {
      return await once();
    } catch (error) {
      const failure = failureOf(error);
      const why = whyLost(failure.code);
      if (why !== null) onLost(why);
      throw failure;
    }
  }
}

const mayRepeat = ({ kind, isUnsure }: SlackFailure, again: Again): boolean =>
  kind === "unreachable" || (again === "always" && isUnsure);

async function send(url: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": type },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const said = await response.text();
  const code = /"error"\s*:\s*"(\w+)"/.exec(said)?.[1];
  if (!response.ok) throw failureByStatus(response.status, code ?? String(response.status), response.headers.get("retry-after"));
  if (code !== undefined) throw failureByCode(code);
}
