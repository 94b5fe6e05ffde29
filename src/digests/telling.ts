import type { Outbox } from "../chat/adapter.ts";
import type { Card } from "../chat/card.ts";
import type { Log } from "../chat/log.ts";
import type { Account, Watch } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import { planPosts } from "./composing.ts";

/** How far a watch has come, and what it says of that. */
interface WatchStep {
  readonly seen: number;
  readonly held: readonly string[];
  readonly told: readonly string[];
  readonly deliveries: readonly { readonly occasion: string; readonly cards: readonly Card[]; readonly account: Account }[];
}

/** Where a watch goes from here, up to an arrival; null where there is nothing to do or to write down. */
export type PlanWatch = (watch: Watch, upTo: number, now: Date) => Promise<WatchStep | null>;

interface Telling {
  readonly store: DigestStore & DeliveryStore;
  readonly outboxes: ReadonlyMap<string, Outbox>;
  readonly planWatch: PlanWatch;
  readonly log: Log;
}

/** Moves on every watch for which something came in or waits, and writes its words to the ledger. */
export async function moveWatches({ store, outboxes, planWatch, log }: Telling, now: Date): Promise<void> {
  const upTo = await store.arrivals();
  for (const watch of await store.activeWatches([...outboxes.keys()])) {
    const outbox = outboxes.get(watch.place.platform);
    if (outbox === undefined || (watch.seen >= upTo && watch.held.length === 0)) continue;
    const { workspace, number, place, seen } = watch;
    try {
      const step = await planWatch(watch, upTo, now);
      if (step === null) continue;
      const deliveries = step.deliveries.map(({ occasion, cards, account }) => ({
        occasion: {
          ...({ workspace, kind: "watch", number, occasion, place } as const),
          ...{ due: now, missed: 0, after: seen, upTo: step.seen },
        },
        plan: planPosts(outbox, cards, account, null),
      }));
      await store.claimWords(watch, { ...step, deliveries }, now);
    } catch (error) {
      log.error({ workspace, number, err: error }, "watch");
    }
  }
}
