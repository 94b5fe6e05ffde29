import pino, { type DestinationStream } from "pino";
import type { Run } from "../chat/answer.ts";
import type { Log } from "../chat/log.ts";
import type { Config } from "../config.ts";

/** Tokens of Slack, and those of Discord's interactions as they stand in addresses. */
const TOKENS = /\bx(?:ox[a-z]|app)-[\w-]+|(?<=\/(?:interactions|webhooks)\/\d{1,25}\/)[\w.~%-]+/g;

/** Writes lines of JSON to `to`; no secret of the configuration gets into one, whatever an SDK puts into its errors. */
export function createLog({ logLevel, slack, discord }: Config, to: DestinationStream): Log {
  const secrets = [slack?.botToken, slack?.appToken, slack?.signingSecret, discord?.token].filter((each) => each != null);
  const clean = (line: string): string =>
    secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, "[secret]"), line).replace(TOKENS, "[secret]");
  return pino({ level: logLevel, base: null, hooks: { streamWrite: clean } }, to);
}

/** Errors alone, in a file that is opened when there is one; a log that cannot be written stops nothing. */
export function createErrorLog(config: Config, file: string): Log {
  let log: Log | null = null;
  const nothing = () => {};
  return {
    ...{ debug: nothing, info: nothing, warn: nothing },
    error: (fields, message) => {
      try {
        log ??= createLog(config, pino.destination({ dest: file, sync: true }));
        log.error(fields, message);
      } catch {
        // The person has the reference and a full disk is no reason to lose the answer.
      }
    },
  };
}

/** One line a command. */
export function logRun(log: Log, { channel: { platform, workspace }, command, duration, outcome, fault }: Run): void {
  const fields = { platform, workspace, command, duration, outcome };
  if (fault === null) log.info(fields, "command");
  else log.error({ ...fields, reference: fault.reference, err: fault.error }, "command");
}
