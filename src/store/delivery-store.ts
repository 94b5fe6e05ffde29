import type { Account, Delivery, Place, Watch } from "../model.ts";
import type { Arrivals } from "./news-store.ts";

/** What is to be delivered, as whoever finds it due knows it. */
export interface Occasion {
  readonly workspace: string;
  readonly kind: Delivery["kind"];
  readonly number: number;
  readonly occasion: string;
  readonly place: Place;
  readonly due: Date;
  readonly missed: number;
  readonly after: number;
  readonly upTo: number;
}

/** Who delivers, and what time it is. */
export interface Claim {
  readonly by: string;
  readonly now: Date;
}

/** A delivery that somebody has in hand, and how often they have said since that they live. */
export interface Held {
  readonly key: number;
  readonly by: string;
  readonly renewals: number;
}

/** What is to be posted, or why nothing is. */
export type Plan =
  | { readonly posts: readonly { readonly id: string; readonly content: string }[]; readonly account: Account }
  | { readonly state: "empty" | "skipped" | "failed"; readonly account: Account };

/** What became of one attempt to send a message. */
export type Attempt =
  | { readonly sent: { readonly id: string; readonly link: string | null } }
  /** To be tried again: surely not sent, or (`isUnsure`) to be looked for. */
  | { readonly retryAt: Date; readonly said: string; readonly isUnsure: boolean }
  | { readonly failed: string };

/**
 * The ledger of what is posted: a delivery is made once, taken over by one who delivers it, planned, sent message by message, ended.
 * Whoever holds it alone may go on with it; every method that takes `by` changes nothing and says so where another holds it.
 *
 * A claim is a lease (Gray and Cheriton, "Leases", SOSP 1989), but it names no instant at which it ends, for clocks jump: its holder says
 * now and then that they live (`renewDeliveries`), and who sees for a lease's length by their own stopwatch that they do not, ends it.
 */
export interface DeliveryStore {
  /**
   * Makes the row of a run of a digest, and moves the digest to its next run, in one transaction; null where the run was made before (the
   * digest is moved on all the same), or the digest is paused, gone, elsewhere or not due any more. For `nextRun` see `Digest`.
   */
  claimRun(occasion: Occasion, nextRun: Date | null, now: Date): Promise<Delivery | null>;
  /** Makes the row of anything else, with its plan where it has one; null where it was made before. */
  claimDelivery(occasion: Occasion, plan: Plan | null): Promise<Delivery | null>;
  /**
   * Makes the rows of the words of a watch with their plans, marks what they tell as told and moves the watch on, in one transaction; false
   * where the watch was moved on by another, or is paused or gone. Without deliveries it only moves on.
   */
  claimWords(
    watch: Watch,
    step: {
      readonly seen: number;
      readonly held: readonly string[];
      readonly told: readonly string[];
      readonly deliveries: readonly { readonly occasion: Occasion; readonly plan: Plan }[];
    },
    now: Date,
  ): Promise<boolean>;
  /**
   * Takes deliveries of these platforms that have not ended and that nobody holds: of each channel where nobody delivers the next one
   * alone, unless it waits to be tried again. Longest due first, then by number; but first a run that was begun. An attempt that was made
   * later than now tells that the clock went back, and that nothing is to be waited for.
   */
  takeOver(platforms: readonly string[], claim: Claim, limit: number): Promise<readonly Delivery[]>;
  /** Whoever holds deliveries says that they live. */
  renewDeliveries(by: string): Promise<void>;
  /** Gives back all that somebody holds, or one. */
  releaseDeliveries(by: string, key?: number): Promise<void>;
  /** All that is in somebody's hands, alive or not. */
  heldDeliveries(): Promise<readonly Held[]>;
  /** Takes a delivery out of the hands of somebody who has not renewed it since. */
  endClaim(held: Held): Promise<boolean>;
  /** Writes down what will be sent and of what it tells, or that nothing will. */
  planDelivery(key: number, by: string, plan: Plan, arrived: Arrivals, now: Date): Promise<boolean>;
  /** Before a message is sent. */
  beginPost(id: string, by: string, now: Date): Promise<boolean>;
  /** After it was sent, or not. */
  settlePost(id: string, by: string, attempt: Attempt): Promise<boolean>;
  endDelivery(key: number, by: string, state: "sent" | "failed", account: Account, now: Date): Promise<boolean>;
  /** As it stands; null where it is gone. */
  delivery(key: number): Promise<Delivery | null>;
  /** Of a digest or a watch, newest first. */
  deliveries(
    workspace: string,
    of: { readonly kind: Delivery["kind"]; readonly number: number },
    limit: number,
  ): Promise<readonly Delivery[]>;
  /** Up to which arrival a digest has told in a channel; null where it has not. What came in part counts. */
  toldUpTo(workspace: string, digest: number, place: Place): Promise<number | null>;
  /** How many posts of a watch were made at `since` or later, and before `until`: a clock that was ahead has made some that are yet to come. */
  wordsSince(workspace: string, watch: number, since: Date, until: Date): Promise<number>;
}
