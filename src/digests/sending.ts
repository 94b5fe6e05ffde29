import { type Outbox, type OutMessage, type Posted, SendError } from "../chat/adapter.ts";
import type { Log } from "../chat/log.ts";
import type { Post } from "../model.ts";
import type { Attempt, DeliveryStore } from "../store/delivery-store.ts";
import { StoreError } from "../store/store.ts";
import { backoff } from "./backoff.ts";
import type { Claims } from "./claims.ts";
import { HOUR, SECOND, type Time } from "./time.ts";

/** What became of a message for now. */
export type Sent =
  | { readonly is: "sent"; readonly message: string }
  | { readonly is: "failed"; readonly why: string }
  /** To be tried again later. */
  | { readonly is: "waiting" }
  /** Another has taken it over. */
  | { readonly is: "lost" };

export interface Sending {
  readonly store: DeliveryStore;
  readonly claims: Claims;
  readonly by: string;
  readonly time: Time;
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A message of the ledger on its way to its channel. */
export interface Parcel {
  readonly post: Post;
  readonly outbox: Outbox;
  readonly channel: string;
  readonly under: string | null;
  /** Whether, after so many attempts, it is too late for another. */
  readonly isTooLate: (attempts: number) => boolean;
  /** Before it is written down that its channel is gone; may come twice. */
  readonly onGone: (why: string) => Promise<void>;
}

/** Milliseconds after which a request that was broken off has surely come to its end, wherever it was. */
const REST = 15 * SECOND;
/** Waits up to this are sat out; for longer ones the delivery is put back. */
const PATIENCE = 20 * SECOND;
/** How far our clock may have been, or be, ahead of the platform's, in milliseconds: a day and some more. */
const AHEAD = 26 * HOUR;

/**
 * Brings a message to its channel: at least once for the ledger writes it down before it is sent, and at most once for nothing is sent again
 * of which nobody knows whether it came, unless a look has shown that it did not. Rejects with an AbortError when told to end, between two
 * requests, and with a `StoreError` where nothing can be written down, and then nothing was sent.
 */
export async function sendPost({ post, outbox, channel, under, isTooLate, onGone }: Parcel, sending: Sending): Promise<Sent> {
  const { store, claims, by, time, random, log, signal } = sending;
  const message: OutMessage = { id: post.id, channel, content: post.content ?? "", under };
  let { attempts, firstAttemptAt, said } = post;
  let isUnsure = post.state === "sending";

  /** What was done is written down, however long the disk refuses; nothing is sent meanwhile. */
  async function settle(attempt: Attempt): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      try {
        return await store.settlePost(post.id, by, attempt);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        log.error({ post: post.id, err: error }, "not written down");
        await time.wait(backoff(tries, random), signal);
      }
    }
  }
  async function fail(why: string, isGone = false): Promise<Sent> {
    if (isGone) await onGone(why);
    return (await settle({ failed: why })) ? { is: "failed", why } : { is: "lost" };
  }
  const succeed = async ({ id, link }: Posted): Promise<Sent> =>
    (await settle({ sent: { id, link } })) ? { is: "sent", message: id } : { is: "lost" };
  /** Puts it off; null where so short a wait is over already. */
  async function putOff({ message: words, wait }: SendError): Promise<Sent | null> {
    said = words;
    const pause = wait > 0 ? wait + random() * Math.min(wait, SECOND) : backoff(attempts, random);
    if (!(await settle({ retryAt: new Date(time.now().getTime() + pause), said, isUnsure }))) return { is: "lost" };
    if (pause > PATIENCE) return { is: "waiting" };
    if (!isUnsure) await time.wait(pause, signal);
    return null;
  }

  /** Looks for what may have come; null where it surely did not. */
  async function look(): Promise<Sent | null> {
    const first = Math.min((firstAttemptAt ?? time.now()).getTime(), time.now().getTime());
    const found = await outbox.find(message, new Date(first - AHEAD)).catch(asSendError);
    if (!(found instanceof SendError)) return found && succeed(found);
    const canPass = found.kind === "busy" || found.kind === "unreached" || found.kind === "unsure";
    if (canPass && !isTooLate(attempts)) return (await putOff(found)) ?? { is: "waiting" };
    return fail(`It broke off while it was sent, and nobody can tell whether it came. ${found.message}`, found.kind === "gone");
  }

  /** A fault of ours may have come after it was sent. */
  function asSendError(cause: unknown): SendError {
    if (cause instanceof SendError) return cause;
    if (!signal.aborted) log.error({ err: cause }, "outbox");
    return new SendError("unsure", "Something went wrong on our side.");
  }

  for (;;) {
    signal.throwIfAborted();
    if (isUnsure) {
      await time.wait(REST, signal);
      const seen = await look();
      if (seen !== null) return seen;
      isUnsure = false;
    }
    if (isTooLate(attempts)) return fail(`It could not be sent in time. ${said ?? "Nothing was running that could send it."}`);
    await claims.freshen();
    if (!(await store.beginPost(post.id, by, time.now()))) return { is: "lost" };
    attempts++;
    firstAttemptAt ??= time.now();
    const result = await outbox.send(message).catch(asSendError);
    if (!(result instanceof SendError)) return succeed(result);
    if (result.kind === "refused" || result.kind === "gone") return fail(result.message, result.kind === "gone");
    isUnsure = result.kind === "unsure" || result.kind === "blind";
    const over = await putOff(result);
    if (over !== null) return over;
  }
}
