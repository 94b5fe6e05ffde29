import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../chat/log.ts";

const SECRETS = /\bx(?:ox[a-z]|app)[\w.-]+|(?:https?|wss?):\/\/\S+/g;

/**
 * Bolt's lines as lines of our own. Its debug lines hold whole payloads, with what people typed, and stay out; of the others
 * tokens and addresses do, for some addresses are secrets. Of its errors those that matter are also ours, which we tell in one line.
 */
export function boltLog(log: Log): Logger {
  const line = (parts: unknown[]) => parts.map(inWords).join(" ").replace(SECRETS, "(…)").slice(0, 300);
  const fields = { platform: "slack", from: "bolt" };
  return {
    debug: () => {},
    info: (...parts) => log.debug(fields, line(parts)),
    warn: (...parts) => log.warn(fields, line(parts)),
    error: (...parts) => log.warn(fields, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const inWords = (part: unknown): string => (part instanceof Error ? `${part.name}: ${part.message}` : String(part));
