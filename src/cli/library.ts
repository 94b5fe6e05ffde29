import { join } from "node:path";
import pino from "pino";
import { commands } from "../../commands/index.ts";
import { createBriefing } from "../briefing/briefing.ts";
import type { Answer } from "../chat/adapter.ts";
import { createAnswer } from "../chat/answer.ts";
import type { Channel } from "../chat/channel.ts";
import type { Config } from "../config.ts";
import { createSqliteStore } from "../store/sqlite/sqlite.ts";
import type { Store } from "../store/store.ts";

/** The local terminal's workspace: what the command line reads and writes. */
export const WORKSPACE = "local";
export const TERMINAL: Channel = { platform: "terminal", workspace: WORKSPACE, id: "terminal" };
export const USER = { id: "local", name: "you" };

/** A library that is open, and what answers commands from it. */
export interface Library {
  readonly store: Store;
  readonly answer: Answer;
}

/** Opens the library in DATA_DIR; throws a `StoreError` when it cannot be used. Unexpected errors go to `on-record.log` beside it. */
export function openLibrary(config: Config): Library {
  const store = createSqliteStore(join(config.dataDir, "library.db"));
  const services = { briefing: createBriefing(store), now: () => new Date() };
  return { store, answer: createAnswer(commands, services, logTo(join(config.dataDir, "on-record.log"))) };
}

/** One line of JSON an error, with the reference the person was given; a log that cannot be written stops nothing. */
function logTo(file: string): (error: unknown, reference: string) => void {
  return (error, reference) => {
    try {
      pino(pino.destination({ dest: file, sync: true })).error({ err: error, reference }, "a command failed");
    } catch {
      // The person has the reference and a full disk is no reason to lose the answer.
    }
  };
}
