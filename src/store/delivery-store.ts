import type { Account, Delivery, Place, Watch } from "../model.ts";

/** What is to be delivered, as whoever claims it knows it. */
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

/** Who delivers it, from when, and until when it is theirs if they do not say another word. */
export interface Claim {
  readonly by: string;
  readonly now: Date;
  readonly until: Date;
}

/** What is to be posted, or why nothing is. */
export type Plan =
  | { readonly posts: readonly { readonly id: string; readonly content: string }[]; readonly account: Account }
  | { readonly state: "empty" | "skipped" | "failed"; readonly account: Account };

/** What became of one attempt to send a message. */
export type Attempt =
  | { readonly sent: { readonly id: string; readonly link: string | null } }
  /** Surely not sent, or to be looked for: to be tried again. */
  | { readonly retryAt: Date; readonly said: string; readonly isUnsure: boolean }
  | { readonly failed: string };

/**
 * The ledger of what is posted: a delivery is claimed, planned, sent message by message, ended. Whoever holds a claim alone may go on with
 * it; every method that takes `by` changes nothing and says so where the claim has gone to another.
 */
export interface DeliveryStore {
  /**
   * Makes the row of a run of a digest, and moves the digest to its next run, in one transaction; null where the run was made before, or
   * the digest was changed meanwhile. For `nextRun` see `Digest`.
   */
  claimRun(occasion: Occasion, nextRun: Date | null, claim: Claim): Promise<Delivery | null>;
  /** Makes the row of anything else; null where it was made before. `claim` is null for what another is to deliver. */
  claimDelivery(occasion: Occasion, claim: Claim | null): Promise<Delivery | null>;
  /**
   * Makes the row of a word of a watch with its plan, marks the words as told and moves the watch on, in one transaction; false where the
   * watch was moved on by another. Without posts it only moves on.
   */
  claimWords(
    watch: Watch,
    step: {
      readonly seen: number;
      readonly held: readonly string[];
      readonly told: readonly string[];
      readonly deliveries: readonly { readonly occasion: Occasion; readonly plan: Plan }[];
    },
    claim: Claim,
  ): Promise<boolean>;
  /** Deliveries of these platforms that have not ended and that nobody holds, or whose claim has ended, and that may be tried now; longest due first. */
  takeOver(platforms: readonly string[], claim: Claim, limit: number): Promise<readonly Delivery[]>;
  renewDeliveries(by: string, until: Date): Promise<void>;
  /** Gives back all that somebody holds, or one. */
  releaseDeliveries(by: string, key?: number): Promise<void>;
  /** Everybody who holds a delivery, alive or not. */
  deliverers(): Promise<readonly string[]>;
  /** Writes down what will be sent, or that nothing will. */
  planDelivery(key: number, by: string, plan: Plan, now: Date): Promise<boolean>;
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
  /** Up to which arrival a digest has told in a channel; null where it has not. */
  toldUpTo(workspace: string, digest: number, place: Place): Promise<number | null>;
  /** How many posts of a watch were made at `since` or later. */
  wordsSince(workspace: string, watch: number, since: Date): Promise<number>;
}
