import { randomBytes } from "node:crypto";
import type { Outbox } from "../chat/adapter.ts";
import type { Card } from "../chat/card.ts";
import type { Account, Delivery, Digest } from "../model.ts";
import type { DeliveryStore, Plan } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import type { Arrivals } from "../store/news-store.ts";
import { MINUTE } from "./time.ts";

/** How a run came about, as far as its cards tell. */
export interface Run {
  readonly now: Date;
  readonly due: Date;
  readonly late: boolean;
  /** Earlier runs that it covers. */
  readonly missed: number;
  /** Whether nothing is to be posted, so that there will be no account to ask for. */
  readonly isPreview?: boolean;
}

/** What a digest tells of a stretch of arrivals; no cards where that is nothing. */
export type Compose = (
  digest: Digest,
  arrived: Arrivals,
  run: Run,
) => Promise<{ readonly cards: readonly Card[]; readonly account: Account }>;

/** Milliseconds after which a run is said to be late. */
const LATE = 10 * MINUTE;

/** Messages as they go to the ledger. An id has 22 characters, so that it is a nonce of any platform. */
export const planPosts = (
  outbox: Pick<Outbox, "draft">,
  cards: readonly Card[],
  account: Account,
  ping: string | null,
): Plan => ({
  posts: outbox.draft(cards, { ping }).map((content) => ({ id: randomBytes(16).toString("base64url"), content })),
  account,
});

/**
 * What a run of a digest will post, or why nothing. It tells what came in after what was last told in its channel: whoever composes it is
 * the only one in that channel, and all before it have ended.
 */
export async function composeRun(
  { workspace, number, place, occasion, due, missed, after }: Delivery,
  { store, outbox, compose, now }: { store: DigestStore & DeliveryStore; outbox: Outbox; compose: Compose; now: Date },
): Promise<{ readonly plan: Plan; readonly arrived: Arrivals }> {
  const digest = (await store.digests(workspace)).find((each) => each.number === number);
  const from = (await store.toldUpTo(workspace, number, place)) ?? digest?.since ?? after;
  const arrived = { after: from, upTo: await store.arrivals() };
  const skipped = (problem: string, account: Account = {}) => ({
    plan: { state: "skipped", account: { ...account, problem } } as const,
    arrived: { after: from, upTo: from },
  });
  if (digest === undefined) return skipped("It was removed before it was sent.");
  const lateness = now.getTime() - due.getTime();
  const late = lateness > LATE;
  if (lateness > digest.latest)
    return skipped("It was too late to send it, as the digest is set: the next one tells what it would have told.", { late });
  if (digest.pause !== null && occasion === due.toISOString())
    return skipped(digest.pause.why ?? "It was paused before it was sent: the next one tells what it would have told.");
  const composed = await compose(digest, arrived, { now, due, late, missed });
  const account = late ? { ...composed.account, late } : composed.account;
  if (composed.cards.length === 0) return { plan: { state: "empty", account }, arrived };
  const ping = account.stories === 0 ? null : digest.ping; // nobody is called for a word that nothing is new
  return { plan: planPosts(outbox, composed.cards, account, ping), arrived };
}
