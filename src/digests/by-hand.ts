import type { Digests, ShownDigest } from "../chat/digests.ts";
import { UserError } from "../chat/errors.ts";
import type { Digest, Place } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import type { Compose } from "./composing.ts";

const LOOKED_BACK = 50; // runs
/** Arrivals that a preview tells of where nothing is new. */
const PREVIEWED = 500;

export interface ByHandOptions {
  readonly store: Pick<DigestStore, "arrivals"> & Pick<DeliveryStore, "claimDelivery" | "deliveries" | "toldUpTo">;
  readonly compose: Compose;
  readonly now: () => Date;
  readonly onChange: () => void;
  /** The place, once it is known that something can be posted there. */
  readonly readPlace: (workspace: string, place: Place) => Promise<Place>;
  /** Throws a UserError where there is no such digest. */
  readonly find: (workspace: string, named: string) => Promise<Digest>;
  readonly show: (digest: Digest) => Promise<ShownDigest>;
}

/** What people do by hand with what a digest posts: have it posted, see it before, ask what became of it. */
export function createByHand(options: ByHandOptions): Pick<Digests, "now" | "preview" | "runs"> {
  const { store, compose, now, onChange, readPlace, find, show } = options;

  const untold = async ({ workspace, number, place, since }: Digest) => ({
    after: (await store.toldUpTo(workspace, number, place)) ?? since,
    upTo: await store.arrivals(),
  });

  return {
    async now(workspace, named) {
      const digest = await find(workspace, named);
      const { number, place } = digest;
      await readPlace(workspace, place);
      const past = await store.deliveries(workspace, { kind: "digest", number }, LOOKED_BACK);
      const arrived = await untold(digest);
      // Asked for twice at once, it is one run: both would tell the same.
      const tries = past.filter(({ after, upTo }) => after === arrived.after && upTo === arrived.upTo).length;
      const occasion = `by hand: ${arrived.after} to ${arrived.upTo}, ${tries}`;
      const isOpen = past.some(({ endedAt }) => endedAt === null);
      const asked = { workspace, kind: "digest", number, occasion, place, due: now(), missed: 0, ...arrived } as const;
      const sent = new UserError(`Digest ${number} is being sent already: /digest why ${number} tells how far it is.`);
      if (isOpen) throw sent;
      const { cards, account } = await compose(digest, arrived, { now: now(), due: now(), late: false, missed: 0 });
      const isPosted = cards.length > 0;
      if (isPosted) {
        if ((await store.claimDelivery(asked, null)) === null) throw sent;
        onChange();
      }
      return { ...(await show(digest)), isPosted, account };
    },

    async preview(workspace, named) {
      const digest = await find(workspace, named);
      const run = { now: now(), due: now(), late: false, missed: 0, isPreview: true };
      const arrived = await untold(digest);
      const { cards, account } = await compose({ ...digest, quiet: false }, arrived, run);
      const shown = await show(digest);
      if (cards.length > 0) return { ...shown, cards, account, isNew: true };
      const latest = { ...arrived, after: Math.max(0, arrived.upTo - PREVIEWED) };
      const [first, ...rest] = (await compose({ ...digest, quiet: false }, latest, run)).cards;
      const untitled = first === undefined ? [] : [{ blocks: first.blocks }]; // its title tells of a time that it does not tell of
      return { ...shown, cards: [...untitled, ...rest], account, isNew: false };
    },

    async runs(workspace, named, limit) {
      const digest = await find(workspace, named);
      const past = await store.deliveries(workspace, { kind: "digest", number: digest.number }, limit);
      return { ...(await show(digest)), past };
    },
  };
}
