import type { Outbox } from "../chat/adapter.ts";
import { body, type Card, note } from "../chat/card.ts";
import type { Log } from "../chat/log.ts";
import type { Delivery } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import { planPosts } from "./composing.ts";

/** Of whom a digest or a watch is that nobody in particular set up: at the command line, or somebody who asked to be forgotten. */
const NOBODY: readonly string[] = ["", "local"];

/**
 * Pauses a digest or a watch whose channel is gone, with the platform's words, and tells the person who set it up, once; where that is nobody,
 * the list and the log alone tell. It can be done again: the
 * pause stays as it is, and the notice is known by when it began.
 */
export async function pauseGone(
  { workspace, kind, number, place: { platform } }: Delivery,
  why: string,
  { store, outbox, log, now }: { store: DigestStore & DeliveryStore; outbox: Outbox; log: Log; now: Date },
): Promise<void> {
  if (kind === "notice") return;
  const all = kind === "digest" ? await store.digests(workspace) : await store.watches(workspace);
  const gone = all.find((each) => each.number === number);
  if (gone === undefined) return;
  const pause = gone.pause?.why ? gone.pause : { at: now, why };
  if (pause !== gone.pause) {
    await (kind === "digest"
      ? store.changeDigest(workspace, number, { pause })
      : store.changeWatch(workspace, number, { pause }));
    log.warn({ kind, number, workspace, why }, "paused: its channel cannot be posted in");
  }
  if (NOBODY.includes(gone.by)) return;
  await store.claimDelivery(
    {
      ...{ workspace, kind: "notice", number, occasion: `paused ${pause.at.toISOString()}` },
      ...{ place: { platform, channel: `@${gone.by}` }, due: now, missed: 0, after: 0, upTo: 0 },
    },
    planPosts(outbox, [noticeOf(kind, number, pause.why ?? why)], {}, null),
  );
}

const noticeOf = (kind: "digest" | "watch", number: number, why: string): Card => ({
  title: `Your ${kind} ${number} is paused: its channel cannot be posted in`,
  blocks: [
    body(why),
    ...(kind === "digest"
      ? [note(`To have it posted elsewhere, type /digest edit ${number} and channel: with another channel.`)]
      : []),
    note(`When that is put right, type /${kind} resume ${number}; to end it, /${kind} remove ${number}.`),
  ],
});
