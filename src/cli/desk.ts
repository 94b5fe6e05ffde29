import type { Outbox } from "../chat/adapter.ts";
import type { Services } from "../chat/command.ts";
import type { Digests } from "../chat/digests.ts";
import type { Log } from "../chat/log.ts";
import type { Config } from "../config.ts";
import type { Clock } from "../digests/clock.ts";
import type { Compose } from "../digests/composing.ts";
import { createDigests } from "../digests/digests.ts";
import type { Upkeep } from "../digests/upkeep.ts";
import type { Store } from "../store/store.ts";

/** What people set up to be posted, and what posts it. */
export interface Desk {
  readonly digests: Digests;
  /** Of the platforms that are connected. */
  readonly outboxes: Map<string, Outbox>;
  /** Posts what becomes due on those platforms and takes out what is too old, until it is stopped. */
  start(): Promise<void>;
  /** Says that something may have become due. */
  wake(): void;
  /** Lets what is being sent come to its end, and gives back the rest. */
  stop(): Promise<void>;
}

/** Nothing is posted, and what posts is not loaded, before it is started. */
export function openDesk(
  { timezone, keepDays }: Pick<Config, "timezone" | "keepDays">,
  store: Store,
  briefing: Services["briefing"],
  log: Log,
): Desk {
  const outboxes = new Map<string, Outbox>();
  const compose: Compose = async (digest, arrived, run) => {
    const { composeDigest } = await import("../digests/compose.ts");
    return composeDigest(store, digest, arrived, run);
  };
  let clock: Clock | null = null;
  let upkeep: Upkeep | null = null;
  const wake = (): void => clock?.wake();
  return {
    outboxes,
    wake,
    digests: createDigests({
      ...{ store, outboxes, compose, defaultZone: timezone, now: () => new Date(), onChange: wake },
      async findStory(workspace, which) {
        const about = await briefing.article(workspace, which);
        return about && { article: about.found.article.id, headline: about.found.article.title ?? which };
      },
    }),
    async start() {
      const { createClock } = await import("../digests/clock.ts");
      const { nextRuns, runsBetween } = await import("../digests/schedule.ts");
      const { planWatch } = await import("../digests/watching.ts");
      clock = createClock({
        ...{ store, outboxes, compose, scheduling: { nextRuns, runsBetween }, log },
        planWatch: (watch, upTo, now) => planWatch(store, watch, upTo, now),
      });
      clock.start();
      const { createUpkeep } = await import("../digests/upkeep.ts");
      upkeep = createUpkeep({ store, keepDays, now: () => new Date(), log });
      upkeep.start(timezone);
    },
    async stop() {
      await Promise.all([clock?.stop(), upkeep?.stop()]);
    },
  };
}
