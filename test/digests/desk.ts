import type { Card } from "../../src/chat/card.ts";
import { createDigests } from "../../src/digests/digests.ts";
import type { Account, Delivery } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";

export interface Room {
  /** What is told, by whoever composes it. */
  readonly compose?: (window: { after: number; upTo: number }) => { cards: readonly Card[]; account: Account };
  /** Why nothing can be posted, or nobody be notified, by channel or group. */
  readonly closed?: Readonly<Record<string, string>>;
  readonly serving?: readonly string[];
  /** Names of groups, by their ids. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** What people do with digests by hand, over a store in which arrivals and runs can be made up. */
export function createRoom({ compose, closed = {}, groups = {}, serving = ["terminal", "slack", "discord"] }: Room = {}) {
  const now = () => new Date("2026-05-05T12:00:00Z"); // a Tuesday
  const library = createSqliteStore(":memory:", now);
  const changes: string[] = [];
  const deliveries: Delivery[] = [];
  let arrivals = 0;
  let told: number | null = null;
  const isOf = (workspace: string, of: Pick<Delivery, "kind" | "number">) => (each: Delivery) =>
    each.workspace === workspace && each.kind === of.kind && each.number === of.number;
  const store: typeof library = {
    ...library,
    arrivals: async () => arrivals,
    toldUpTo: async () => told,
    deliveries: async (workspace, of, limit) => [
      ...deliveries.filter(isOf(workspace, of)).toReversed().slice(0, limit),
      ...(await library.deliveries(workspace, of, limit)),
    ],
  };
  const checkPing = async (_: string, group: string) => closed[group] ?? null;
  const check = async (_: string, channel: string) => closed[channel] ?? null;
  const digests = createDigests({
    ...{ store, now, defaultZone: "UTC", onChange: () => void changes.push("changed") },
    compose: async (_, window) => compose?.(window) ?? { cards: [], account: { articles: 0 } },
    findStory: async (_, which) => (/dam/i.test(which) ? { article: "dam", headline: "Dam holds" } : null),
    outboxes: new Map(
      serving.map((platform) => [platform, { check, checkPing, groupName: (_: string, group: string) => groups[group] ?? null }]),
    ),
  });
  return {
    ...{ digests, store, deliveries, changes },
    arrive(count: number) {
      arrivals += count;
    },
    tell(upTo: number) {
      told = upTo;
    },
  };
}
