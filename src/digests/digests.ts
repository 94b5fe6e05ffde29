import type { Digests, Owner, ShownDigest, WantedDigest } from "../chat/digests.ts";
import { readAs, UserError } from "../chat/errors.ts";
import { isNone } from "../chat/list.ts";
import type { Digest, Schedule } from "../model.ts";
import type { DigestStore } from "../store/digest-store.ts";
import { type ByHandOptions, createByHand } from "./by-hand.ts";
import { EVERYTHING, readFilter } from "./filter.ts";
import { noneOfNumber, numberIn } from "./numbers.ts";
import { createPlaces, type Outboxes, placeOf } from "./places.ts";
import { readQuietHours } from "./quiet-hours.ts";
import { createWatches } from "./watches.ts";
import { completeZone, readZone, showInstant } from "./zones.ts";

/** A workspace's digests, and its watches: more than anybody reads. */
const MOST = 50;
const RUNS = 3; // next runs that are told
const USUALLY_LATEST = 12 * 3_600_000; // milliseconds

export interface DigestsOptions {
  readonly store: Pick<DigestStore, "addDigest" | "digests" | "changeDigest" | "removeDigest" | "zone" | "setZone"> &
    Pick<DigestStore, "addWatch" | "watches" | "changeWatch" | "removeWatch"> &
    ByHandOptions["store"];
  readonly compose: ByHandOptions["compose"];
  /** The article of a story that a person means; null where there is none. */
  readonly findStory: (
    workspace: string,
    which: string,
  ) => Promise<{ readonly article: string; readonly headline: string } | null>;
  readonly outboxes: Outboxes;
  readonly now: () => Date;
  /** Of workspaces that have set none. */
  readonly defaultZone: string;
  /** Hears that something may have become due. */
  readonly onChange?: () => void;
}

/** Loaded when they are first asked: that takes longer than to answer most commands. */
const schedules = () => import("./schedule.ts");

/** What people do with digests and watches, over the store that keeps them. */
export function createDigests(options: DigestsOptions): Digests {
  const { store, outboxes, now, onChange = () => {} } = options;
  const { readPlace, readPing } = createPlaces(outboxes);
  const zone = async (workspace: string): Promise<string> => (await store.zone(workspace)) ?? options.defaultZone;

  async function find(workspace: string, named: string): Promise<Digest> {
    const number = numberIn(named);
    const digest = (await store.digests(workspace)).find((each) => each.number === number);
    if (digest) return digest;
    const isOther = (await store.watches(workspace)).some((each) => each.number === number);
    throw noneOfNumber("digest", named, isOther);
  }

  const show = async (digest: Digest): Promise<ShownDigest> => {
    const { workspace, number, place, schedule, ping, pause, nextRun } = digest;
    const [last = null] = await store.deliveries(workspace, { kind: "digest", number }, 1);
    const { describeSchedule, nextRuns } = await schedules();
    const runs = pause !== null || nextRun === null ? [] : [nextRun, ...nextRuns(schedule, nextRun, RUNS - 1)];
    const group = ping === null ? null : (outboxes.get(place.platform)?.groupName(workspace, ping) ?? null);
    return { digest, when: describeSchedule(schedule), runs, group, last };
  };

  /** What a digest becomes by what somebody typed, its schedule and next run included. */
  async function changed(
    owner: Owner,
    wanted: WantedDigest,
    before: Pick<Digest, "filter" | "place" | "length" | "ping" | "quiet" | "latest">,
    schedule: Schedule,
  ) {
    const { workspace, place: here } = owner;
    const findStory = (which: string) => options.findStory(workspace, which);
    return {
      filter: await readFilter(wanted, before.filter, findStory),
      schedule,
      place: await readPlace(workspace, wanted.channel === undefined ? before.place : placeOf(here, wanted.channel)),
      length: wanted.length ?? before.length,
      ping: wanted.ping === undefined ? before.ping : wanted.ping && (await readPing(workspace, here, wanted.ping)),
      quiet: wanted.quiet ?? before.quiet,
      latest: wanted.latest ?? before.latest,
    };
  }

  async function firstRun(schedule: Schedule): Promise<Date> {
    const [next] = (await schedules()).nextRuns(schedule, now(), 1);
    if (next) return next;
    throw new UserError("That never comes: give a time that does, such as weekdays 08:00.", "usage");
  }

  /** The digest after a change that its store has made; it may have been removed meanwhile. */
  async function change(digest: Digest, to: Parameters<DigestStore["changeDigest"]>[2]): Promise<ShownDigest> {
    const after = await store.changeDigest(digest.workspace, digest.number, to);
    if (!after) throw noneOfNumber("digest", String(digest.number), false);
    onChange();
    return show(after);
  }

  return {
    async checkTimes(workspace, { when, zone: typedZone, "quiet-hours": quietHours }) {
      const own = typedZone === undefined ? await zone(workspace) : readAs("zone", () => readZone(typedZone));
      if (quietHours !== undefined && !isNone(quietHours)) readAs("quiet-hours", () => readQuietHours(quietHours, own));
      const { readSchedule } = await schedules();
      if (when !== undefined) readAs("when", () => readSchedule(when, own));
    },

    async add(owner, wanted) {
      const { workspace, place, by } = owner;
      if ((await store.digests(workspace)).length >= MOST)
        throw new UserError(`There are ${MOST} digests here, and more are not possible: remove one first.`);
      if (wanted.when === undefined) throw new UserError("Say when it comes, such as weekdays 08:00.", "usage");
      const own = wanted.zone === undefined ? await zone(workspace) : readZone(wanted.zone);
      const schedule = (await schedules()).readSchedule(wanted.when, own);
      const nextRun = await firstRun(schedule);
      const usual = { filter: EVERYTHING, place, length: "normal", ping: null, quiet: false, latest: USUALLY_LATEST } as const;
      const filled = await changed(owner, wanted, usual, schedule);
      const added = await store.addDigest({ workspace, by, ...filled, pause: null, nextRun, createdAt: now() });
      onChange();
      return show(added);
    },

    async list(workspace, { offset, limit }) {
      const all = await store.digests(workspace);
      return { items: await Promise.all(all.slice(offset, offset + limit).map(show)), total: all.length };
    },

    async edit(owner, named, wanted) {
      const before = await find(owner.workspace, named);
      if (Object.values(wanted).every((value) => value === undefined))
        throw new UserError("Say what is to change, such as when it comes or what it tells.", "usage");
      const { when, zone: typedZone } = wanted;
      const own = typedZone === undefined ? before.schedule.zone : readZone(typedZone);
      const schedule = when === undefined ? { ...before.schedule, zone: own } : (await schedules()).readSchedule(when, own);
      const isMoved = schedule.cron !== before.schedule.cron || schedule.zone !== before.schedule.zone;
      const filled = await changed(owner, wanted, before, schedule);
      const isFreed = before.pause !== null && before.pause.why !== null && wanted.channel !== undefined;
      return change(before, {
        ...filled,
        ...((isMoved || isFreed) && { nextRun: await firstRun(schedule) }),
        ...(isFreed && { pause: null }), // it was paused because its channel was gone
      });
    },

    async pause(workspace, named) {
      const digest = await find(workspace, named);
      return digest.pause !== null && digest.pause.why === null
        ? show(digest)
        : change(digest, { pause: { at: now(), why: null } });
    },

    async resume(workspace, named) {
      const digest = await find(workspace, named);
      if (digest.pause === null) return show(digest);
      await readPlace(workspace, digest.place);
      return change(digest, { pause: null, nextRun: await firstRun(digest.schedule) });
    },

    async remove(workspace, named) {
      const digest = await find(workspace, named);
      const shown = await show(digest);
      await store.removeDigest(workspace, digest.number);
      return shown;
    },

    ...createByHand({ ...options, onChange, readPlace, find, show }),
    zone,
    async setZone(workspace, typed) {
      const read = readZone(typed);
      await store.setZone(workspace, read);
      return read;
    },
    completeZone,
    showInstant,
    isServing: (platform) => outboxes.has(platform),
    watches: createWatches({ ...options, onChange, zone, readPlace }),
  };
}
