import { randomBytes } from "node:crypto";
import type { Outbox } from "../chat/adapter.ts";
import type { Log } from "../chat/log.ts";
import type { Account, Delivery } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import { StoreError } from "../store/store.ts";
import { type Claims, createClaims } from "./claims.ts";
import { type Compose, composeRun } from "./composing.ts";
import { pauseGone } from "./gone.ts";
import { sendPost } from "./sending.ts";
import { DAY, HOUR, type Time } from "./time.ts";

export interface DeliveriesOptions {
  readonly store: DigestStore & DeliveryStore;
  /** Of the platforms that are connected. */
  readonly outboxes: ReadonlyMap<string, Outbox>;
  readonly compose: Compose;
  readonly log: Log;
  readonly time: Time;
  readonly random: () => number;
  /** Who delivers: see `newClaimant`. */
  readonly by: string;
  readonly signal: AbortSignal;
}

/** Delivers what stands in the ledger. */
export interface Deliveries {
  /** To be called every few seconds: says that we live, and ends the claims of those that do not. */
  keepClaims(): Promise<void>;
  /** Delivers all that nobody has in hand; resolves when nothing is left but what waits to be tried again. */
  deliverDue(): Promise<void>;
  /** Gives back what is in hand, once what is being sent has ended; to be called when the signal has come. */
  end(): Promise<void>;
}

/** Channels in which messages are on their way at the same time. */
const AT_ONCE = 16;
/** So often a word or a notice is tried however late it is: by a clock that has jumped it may look late. */
const TRIES = 10;

/**
 * Takes deliveries from claimed to ended: what will be sent is in the ledger before it is sent (an outbox, or write-ahead log), each message
 * under an id of its own, by which its platform can find it (at least once, made exactly once by idempotency keys). The library gives
 * out the next delivery of each channel alone, so messages of one channel come in order, and a digest begins where the one before it ended.
 */
export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, outboxes, compose, log, time, random, by, signal } = options;
  const claims: Claims = createClaims(store, by, time.elapsed);
  const active = new Map<number, Promise<void>>();
  /** What the disk did not let us give back. */
  const dropped = new Set<number>();
  let pumping: Promise<void> | null = null;
  let nudged = Promise.withResolvers<void>();
  let isNudged = false;
  let isBroken = false;

  async function deliver(delivery: Delivery): Promise<void> {
    try {
      const outbox = outboxes.get(delivery.place.platform);
      const planned = outbox && (await plan(delivery, outbox));
      if (planned) await sendAll(planned, outbox);
    } catch (error) {
      if (error instanceof StoreError) {
        isBroken = true;
        log.error({ ...nameOf(delivery), err: error }, "delivery");
      } else if (!signal.aborted) await giveUp(delivery, error);
    }
    await release(delivery.key);
  }

  async function release(key: number): Promise<void> {
    try {
      await store.releaseDeliveries(by, key);
      dropped.delete(key);
    } catch {
      dropped.add(key);
    }
  }

  /** A fault of ours: the next run tells what this one would have told. */
  async function giveUp(delivery: Delivery, error: unknown): Promise<void> {
    const reference = randomBytes(4).toString("hex");
    log.error({ ...nameOf(delivery), reference, err: error }, "delivery");
    const problem = `Something went wrong on our side (reference ${reference}).`;
    await finish(delivery.key, "failed", { ...delivery.account, problem }).catch((each) => log.error({ err: each }, "delivery"));
  }

  /** The delivery with what is to be sent; null where there is nothing to send. */
  async function plan(delivery: Delivery, outbox: Outbox): Promise<Delivery | null> {
    const { key } = delivery;
    if (delivery.state !== "claimed") return delivery;
    if (delivery.kind !== "digest") throw new Error(`a ${delivery.kind} without a plan`);
    const { plan: planned, arrived } = await composeRun(delivery, { store, outbox, compose, now: time.now() });
    if (!(await store.planDelivery(key, by, planned, arrived, time.now()))) return null;
    const made = await store.delivery(key);
    if (made === null || made.endedAt === null) return made;
    tell(made);
    return null;
  }

  async function sendAll(delivery: Delivery, outbox: Outbox): Promise<void> {
    const { key, account, place, posts } = delivery;
    const isTooLate = await lateness(delivery);
    let under = posts[0]?.message ?? null;
    for (const post of posts) {
      if (post.state === "sent") continue;
      const onGone = async (why: string): Promise<void> => {
        // Under a message, only the message may be gone.
        if (post.part === 0) await pauseGone(delivery, why, { store, outbox, log, now: time.now() });
      };
      const parcel = { post, outbox, channel: place.channel, under, isTooLate, onGone };
      const sent =
        post.state === "failed"
          ? { is: "failed" as const, why: post.said ?? "" }
          : await sendPost(parcel, { store, claims, by, time, random, log, signal });
      if (sent.is === "failed") return finish(key, "failed", { ...account, problem: failure(sent.why, post.part, posts.length) });
      if (sent.is !== "sent") return log.debug({ ...nameOf(delivery), outcome: sent.is }, "delivery");
      under ??= sent.message;
    }
    await finish(key, "sent", account);
  }

  /** A digest has until it is too late for it, and an hour at least; a word or a notice a day, for nothing else will tell it. */
  async function lateness({ workspace, kind, number, due }: Delivery): Promise<(attempts: number) => boolean> {
    const digest = kind === "digest" ? (await store.digests(workspace)).find((each) => each.number === number) : undefined;
    const latest = due.getTime() + (kind === "digest" ? Math.max(digest?.latest ?? 0, HOUR) : DAY);
    return (attempts) => time.now().getTime() > latest && (kind === "digest" || attempts >= TRIES);
  }

  async function finish(key: number, state: "sent" | "failed", account: Account): Promise<void> {
    if (!(await store.endDelivery(key, by, state, account, time.now()))) return;
    const ended = await store.delivery(key);
    if (ended !== null) tell(ended);
  }

  function tell(ended: Delivery): void {
    const { state, due, endedAt, posts } = ended;
    const late = (endedAt ?? due).getTime() - due.getTime();
    const attempts = posts.reduce((sum, post) => sum + post.attempts, 0);
    log.info({ ...nameOf(ended), outcome: state, attempts, late }, "delivery");
  }

  /** Takes over what nobody has in hand, as long as there is something. */
  async function pump(): Promise<void> {
    while (!signal.aborted) {
      isNudged = false;
      nudged = Promise.withResolvers();
      const free = isBroken ? 0 : AT_ONCE - active.size;
      const taken = free > 0 ? await store.takeOver([...outboxes.keys()], { by, now: time.now() }, free) : [];
      for (const each of taken)
        active.set(
          each.key,
          deliver(each).finally(() => active.delete(each.key)),
        );
      if (active.size === 0 && !isNudged) return;
      await Promise.race([...active.values(), nudged.promise]);
    }
    await Promise.all(active.values());
  }

  return {
    async keepClaims() {
      if (active.size > 0) await claims.renew();
      for (const key of dropped) await release(key);
      await claims.endDead();
    },
    deliverDue() {
      isBroken = false;
      isNudged = true;
      nudged.resolve();
      pumping ??= pump().finally(() => {
        pumping = null;
      });
      return pumping;
    },
    async end() {
      await pumping?.catch(() => {});
      await store.releaseDeliveries(by);
    },
  };
}

const nameOf = ({ kind, number, workspace }: Delivery) => ({ kind, number, workspace });

const failure = (why: string, part: number, parts: number): string =>
  part === 0 ? why : `Of ${parts} messages ${part} came, then: ${why}`;
