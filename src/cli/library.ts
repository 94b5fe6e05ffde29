import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { createBriefing } from "../briefing/briefing.ts";
import type { Answer } from "../chat/adapter.ts";
import { createAnswer } from "../chat/answer.ts";
import type { Services } from "../chat/command.ts";
import { createLimiter, type Limiter, type Limits } from "../chat/limits.ts";
import type { Log } from "../chat/log.ts";
import type { Config } from "../config.ts";
import { createSqliteStore } from "../store/sqlite/sqlite.ts";
import type { Store } from "../store/store.ts";
import { type Desk, openDesk } from "./desk.ts";
import { createErrorLog, logRun } from "./log.ts";
import { type Newsroom, openNewsroom } from "./newsroom.ts";

/** A library that is open, and what answers commands from it. */
export interface Library {
  readonly store: Store;
  readonly services: Services;
  readonly answer: Answer;
  /** Where it is served to others. */
  readonly limit: Limiter | undefined;
  readonly newsroom: Newsroom;
  readonly desk: Desk;
  /** Ends what is being posted and read, then closes the file. */
  close(): Promise<void>;
}

/**
 * Opens the library in DATA_DIR; throws a `StoreError` when it cannot be used. Where it is not served to others, unexpected errors go to
 * `on-record.log` beside it, and whoever sits at the terminal may ask as fast as they can type.
 */
export function openLibrary(config: Config, served?: { readonly log: Log; readonly limits: Limits }): Library {
  const store = createSqliteStore(join(config.dataDir, "library.db"));
  const own = served?.log ?? createErrorLog(config, join(config.dataDir, "on-record.log"));
  const newsroom = openNewsroom(config, store, (error) => own.error({ err: error }, "feeds"));
  const feeds = { ...newsroom.following, isPolling: newsroom.isPolling };
  const briefing = createBriefing(store);
  const desk = openDesk(config, store, briefing, own);
  const records = { ...store, keepDays: config.keepDays };
  const services = { briefing, feeds, digests: desk.digests, records, now: () => new Date() };
  const limit = served && createLimiter(served.limits);
  return {
    store,
    services,
    newsroom,
    desk,
    limit,
    answer: createAnswer(commands, services, (run) => logRun(own, run), limit),
    async close() {
      await desk.stop();
      await newsroom.close();
      await store.close();
    },
  };
}

/** Does something with the library, and closes it. */
export async function withLibrary<T>(config: Config, work: (library: Library) => Promise<T>): Promise<T> {
  const library = openLibrary(config);
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}
