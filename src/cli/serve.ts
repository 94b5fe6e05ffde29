import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import type { Adapter } from "../chat/adapter.ts";
import { PlatformError } from "../chat/adapter.ts";
import { createChat } from "../chat/chat.ts";
import { feedNotice } from "../chat/feed-health.ts";
import { LIMITS } from "../chat/limits.ts";
import type { Log } from "../chat/log.ts";
import type { Config } from "../config.ts";
import { openLibrary } from "./library.ts";
import { createLog } from "./log.ts";
import type { Output } from "./output.ts";
import { umbrellaOf } from "./umbrella.ts";

/** Milliseconds that digests and commands under way have when the process is told to end; then what they read is given up, and they have as long again. */
const PATIENCE = 4_000;

/** Answers on Slack and Discord until it is told to end, or until no platform lets us in any more; resolves to the exit code. */
export async function serve(config: Config, { err }: Pick<Output, "err">, limits = LIMITS): Promise<number> {
  const log = createLog(config, err);
  const library = openLibrary(config, { log, limits });
  const { store, newsroom, desk } = library;
  const running = new Map<string, Adapter>();
  const end = Promise.withResolvers<number>();
  let isEnding = false;
  const lost = (platform: Adapter["platform"], why: string): void => {
    if (isEnding) return;
    log.error({ platform }, why);
    running.delete(platform);
    desk.outboxes.delete(platform);
    if (running.size === 0) end.resolve(1);
  };
  /** Whoever ends us often says so twice (npm hands on what a terminal has sent to all): the second time changes nothing. */
  const told = (signal: NodeJS.Signals): void => {
    if (isEnding) return;
    log.info({ signal }, "told to end");
    isEnding = true;
    end.resolve(0);
  };
  let code = 1;
  process.on("SIGINT", told).on("SIGTERM", told);
  const chat = createChat({
    ...{ commands, answer: library.answer, services: library.services, limit: library.limit },
    sessions: { keep: store.keepSession, find: store.findSession },
    log: (error) => log.error({ err: error }, "buttons"),
  });
  try {
    const adapters = await createAdapters(config, log, lost);
    for (const adapter of adapters) running.set(adapter.platform, adapter);
    await desk.start();
    const starting = adapters.map(async (adapter) => {
      const { platform } = adapter;
      try {
        await adapter.start(chat);
        if (!running.has(platform)) return;
        desk.outboxes.set(platform, adapter.outbox);
        desk.wake();
        log.info({ platform }, "answering");
      } catch (error) {
        if (!(error instanceof PlatformError)) log.debug({ platform, err: error }, "start");
        lost(platform, error instanceof Error ? error.message : String(error));
      }
    });
    await Promise.race([Promise.all(starting), end.promise]); // whoever ends us does not wait for a platform that lets us wait
    if (!isEnding) {
      newsroom.startPolling({
        platforms: [...running.keys()],
        post: async ({ follower, feed }) => {
          const adapter = running.get(follower.platform);
          if (!adapter) throw new PlatformError(`${follower.platform} is not connected.`);
          await adapter.post(follower.channel, feedNotice(feed, new Date()));
        },
      });
    }
    code = await end.promise;
    const patience = wait(PATIENCE);
    await Promise.race([desk.stop().catch((error) => log.error({ err: error }, "stop")), patience]);
    const stopped = Promise.all(
      [...running.values()].map((adapter) => adapter.stop().catch((error) => log.error({ err: error }, "stop"))),
    );
    await Promise.race([stopped, patience]);
    await Promise.race([Promise.all([newsroom.close(), stopped]), wait(PATIENCE)]);
    log.info({}, "ended");
    return code;
  } finally {
    // Whatever an SDK still waits for keeps the process no longer, nor does a notice that is being posted.
    setTimeout(() => process.exit(code), 1_000).unref();
    await library.close().finally(() => process.off("SIGINT", told).off("SIGTERM", told));
  }
}

/** Only what is used is loaded: each SDK takes its share of memory. */
async function createAdapters(
  config: Config,
  log: Log,
  lost: (platform: Adapter["platform"], why: string) => void,
): Promise<Adapter[]> {
  const { slack, discord } = config;
  const adapters: Adapter[] = [];
  if (slack) {
    const umbrella = umbrellaOf(config);
    const { createSlack } = await import("../adapters/slack/adapter.ts");
    adapters.push(createSlack({ ...slack, umbrella, log, onLost: (why) => lost("slack", why) }));
  }
  if (discord) {
    const { createDiscord } = await import("../adapters/discord/adapter.ts");
    adapters.push(createDiscord({ ...discord, log, onLost: (why) => lost("discord", why) }));
  }
  return adapters;
}
