import type { Card } from "../../src/chat/card.ts";
import { UserError } from "../../src/chat/errors.ts";
import { type Clocks, createDigests, type DigestsOptions } from "../../src/digests/digests.ts";
import type { Account, Delivery, Digest, Watch } from "../../src/model.ts";
import { makeDelivery } from "./deliveries.ts";

const DAY = 86_400_000; // milliseconds
const NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ZONES = ["Europe/Berlin", "Europe/London", "UTC"];
const two = (number: number) => String(number).padStart(2, "0");

/** Clocks that know "daily 08:00" and "weekdays 08:00", and take every zone for UTC. */
const clocks: Clocks = {
  readSchedule(typed, zone) {
    const [, days, hour, minute] = /^(daily|weekdays) (\d\d):(\d\d)$/.exec(typed) ?? [];
    if (days === undefined) throw new UserError(`“${typed}” is no time: daily 08:00 is.`, "usage");
    return { cron: `${Number(minute)} ${Number(hour)} * * ${days === "daily" ? "*" : "1-5"}`, zone };
  },
  describeSchedule({ cron, zone }) {
    const [minute, hour, , , days] = cron.split(" ");
    return `${days === "*" ? "every day" : "weekdays"} at ${two(Number(hour))}:${two(Number(minute))} (${zone})`;
  },
  nextRuns({ cron }, after, count) {
    const [minute, hour, , , days] = cron.split(" ");
    const runs: Date[] = [];
    const begin = Math.floor(after.getTime() / DAY) * DAY + (Number(hour) * 60 + Number(minute)) * 60_000;
    for (let at = begin; runs.length < count; at += DAY) {
      const run = new Date(at);
      if (run > after && (days === "*" || (run.getUTCDay() > 0 && run.getUTCDay() < 6))) runs.push(run);
    }
    return runs;
  },
  readZone(typed) {
    const zone = ZONES.find((each) => each.toLowerCase() === typed.toLowerCase());
    if (zone) return zone;
    throw new UserError(`There is no zone “${typed}”: Europe/London is one.`, "usage");
  },
  completeZone: (typed, most) => ZONES.filter((each) => each.toLowerCase().includes(typed.toLowerCase())).slice(0, most),
  showInstant: (date) =>
    `${NAMES[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
};

/** Keeps digests and watches in memory, as far as people change them by hand. */
function createMemory() {
  const digests: Digest[] = [];
  const watches: Watch[] = [];
  const deliveries: Delivery[] = [];
  const zones = new Map<string, string>();
  let arrivals = 0;
  let toldUpTo: number | null = null;
  const numberOf = (workspace: string) => 1 + [...digests, ...watches].filter((each) => each.workspace === workspace).length;
  const change = <T extends Digest | Watch>(all: T[], workspace: string, number: number, to: Partial<T>): T | null => {
    const at = all.findIndex((each) => each.workspace === workspace && each.number === number);
    if (at < 0) return null;
    all[at] = { ...all[at]!, ...to };
    return all[at]!;
  };
  const remove = <T extends Digest | Watch>(all: T[], workspace: string, number: number): boolean => {
    const at = all.findIndex((each) => each.workspace === workspace && each.number === number);
    if (at >= 0) all.splice(at, 1);
    return at >= 0;
  };
  const store: DigestsOptions["store"] = {
    async addDigest(digest) {
      const added = { ...digest, number: numberOf(digest.workspace), since: arrivals };
      digests.push(added);
      return added;
    },
    digests: async (workspace) => digests.filter((each) => each.workspace === workspace),
    changeDigest: async (workspace, number, to) => change<Digest>(digests, workspace, number, to),
    removeDigest: async (workspace, number) => remove(digests, workspace, number),
    async addWatch(watch) {
      const added = { ...watch, number: numberOf(watch.workspace), seen: arrivals, held: [] };
      watches.push(added);
      return added;
    },
    watches: async (workspace) => watches.filter((each) => each.workspace === workspace),
    changeWatch: async (workspace, number, to) => change<Watch>(watches, workspace, number, to),
    removeWatch: async (workspace, number) => remove(watches, workspace, number),
    zone: async (workspace) => zones.get(workspace) ?? null,
    setZone: async (workspace, zone) => void zones.set(workspace, zone),
    arrivals: async () => arrivals,
    toldUpTo: async () => toldUpTo,
    deliveries: async (workspace, { kind, number }, limit) =>
      deliveries
        .filter((each) => each.workspace === workspace && each.kind === kind && each.number === number)
        .toReversed()
        .slice(0, limit),
    async claimDelivery(asked) {
      const same = ({ workspace, kind, number, occasion }: Delivery) => `${workspace} ${kind} ${number} ${occasion}`;
      const made = makeDelivery(asked);
      if (deliveries.some((each) => same(each) === same(made))) return null;
      deliveries.push(made);
      return made;
    },
  };
  return {
    store,
    deliveries,
    arrive: (count: number) => (arrivals += count),
    told: (upTo: number) => (toldUpTo = upTo),
  };
}

export interface Room {
  /** What is told, by whoever composes it. */
  readonly compose?: (window: { after: number; upTo: number }) => { cards: readonly Card[]; account: Account };
  /** Why nothing can be posted, by channel. */
  readonly closed?: Readonly<Record<string, string>>;
  readonly serving?: readonly string[];
  readonly now?: () => Date;
}

/** What people do with digests by hand, over a memory of them. */
export function createRoom({ compose, closed = {}, serving = ["terminal", "slack", "discord"], now }: Room = {}) {
  const memory = createMemory();
  const changes: string[] = [];
  const check = async (_: string, channel: string) => closed[channel] ?? null;
  const digests = createDigests({
    store: memory.store,
    clocks,
    compose: async (_, window) => compose?.(window) ?? { cards: [], account: { articles: 0 } },
    findStory: async (_, which) => (/dam/i.test(which) ? { article: "dam", headline: "Dam holds" } : null),
    outboxes: new Map(serving.map((platform) => [platform, { check }])),
    now: now ?? (() => new Date("2026-05-05T12:00:00Z")), // a Tuesday
    defaultZone: "UTC",
    onChange: () => void changes.push("changed"),
  });
  return { ...memory, digests, changes };
}
