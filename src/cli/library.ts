import { join } from "node:path";
import pino from "pino";
import { commands } from "../../commands/index.ts";
import { createBriefing } from "../briefing/briefing.ts";
import type { Answer } from "../chat/adapter.ts";
import { createAnswer } from "../chat/answer.ts";
import type { Config } from "../config.ts";
import { createSqliteStore } from "../store/sqlite/sqlite.ts";
import type { Store } from "../store/store.ts";
import { type Newsroom, openNewsroom } from "./newsroom.ts";

/** A library that is open, and what answers commands from it. */
export interface Library {
  readonly store: Store;
  readonly answer: Answer;
  readonly newsroom: Newsroom;
  /** Ends what is being read, then closes the file. */
  close(): Promise<void>;
}

/** Opens the library in DATA_DIR; throws a `StoreError` when it cannot be used. Unexpected errors go to `on-record.log` beside it. */
export function openLibrary(config: Config): Library {
  const store = createSqliteStore(join(config.dataDir, "library.db"));
  const log = logTo(join(config.dataDir, "on-record.log"));
  const newsroom = openNewsroom(config, store, (error) => log(error, "feeds"));
  const feeds = { ...newsroom.following, isPolling: newsroom.isPolling };
  const services = { briefing: createBriefing(store), feeds, now: () => new Date() };
  return {
    store,
    newsroom,
    answer: createAnswer(commands, services, log),
    async close() {
      await newsroom.close();
      await store.close();
    },
  };
}

/** One line of JSON an error, with the reference the person was given; a log that cannot be written stops nothing. */
function logTo(file: string): (error: unknown, reference: string) => void {
  return (error, reference) => {
    try {
      pino(pino.destination({ dest: file, sync: true })).error({ err: error, reference }, "something failed");
    } catch {
      // The person has the reference and a full disk is no reason to lose the answer.
    }
  };
}
