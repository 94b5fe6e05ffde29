import { isDead } from "../store/claimant.ts";
import type { DeliveryStore, Held } from "../store/delivery-store.ts";
import { MINUTE } from "./time.ts";

/** How long a claim outlives the last word of its holder, in milliseconds. */
const LEASE = 2 * MINUTE;

/** What keeps our own claims, and ends those of processes that are no more. */
export interface Claims {
  /** Says that we live. */
  renew(): Promise<void>;
  /** The same where that was not said lately: whoever sends after it has most of a lease before anybody else may. */
  freshen(): Promise<void>;
  /** Ends claims of processes of this machine that are dead, and those that nobody renewed for a lease while we looked on. */
  endDead(): Promise<void>;
}

/**
 * Leases without a common clock: not the hour says that a claim has ended, but our own stopwatch, from when we first saw it as it is now.
 * So a clock that is set forward ends no claim of a living process, and one that is set back keeps none of a dead one.
 */
export function createClaims(store: DeliveryStore, by: string, elapsed: () => number): Claims {
  const seen = new Map<number, Held & { readonly at: number }>();
  let renewed = Number.NEGATIVE_INFINITY;

  async function renew(): Promise<void> {
    const at = elapsed();
    await store.renewDeliveries(by);
    renewed = at;
  }

  return {
    renew,
    async freshen() {
      if (elapsed() - renewed > LEASE / 3) await renew();
    },
    async endDead() {
      const held = (await store.heldDeliveries()).filter((each) => each.by !== by);
      for (const key of seen.keys()) if (!held.some((each) => each.key === key)) seen.delete(key);
      for (const each of held) {
        const before = seen.get(each.key);
        const isSame = before?.by === each.by && before.renewals === each.renewals;
        if (!isSame) seen.set(each.key, { ...each, at: elapsed() });
        if (isDead(each.by) || (isSame && elapsed() - before.at >= LEASE)) await store.endClaim(each);
      }
    },
  };
}
