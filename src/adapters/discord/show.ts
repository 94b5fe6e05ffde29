import type { Reply } from "../../chat/adapter.ts";
import { buttonsOf } from "../../chat/buttons.ts";
import { body, type Card, note } from "../../chat/card.ts";
import type { Log } from "../../chat/log.ts";
import { LIMITS } from "./limits.ts";
import { withButtons } from "./parts.ts";
import { ORIGINAL, type Place } from "./place.ts";
import { renderParts } from "./render.ts";
import { isGone, isUnsure, loggable } from "./trouble.ts";

/** Shows parts of an answer, as many as are shown at a time, beginning with the message that was made for it. */
export async function show(place: Place, reply: Reply, log: Log, from = 0): Promise<void> {
  const window = partsFrom(reply, from, place);
  try {
    await place.edit(ORIGINAL, window.part(0));
  } catch (error) {
    if (isGone(error) || isUnsure(error)) throw error;
    log.error({ platform: "discord", ...loggable(error) }, "an answer was refused");
    return place.edit(ORIGINAL, renderParts(REFUSED)[0]!);
  }
  await showFurther(place, window, 1, log);
}

/** As `show`, below the message whose button asked for it: that loses its buttons to the last of the new ones. */
export async function showBelow(place: Place, reply: Reply, log: Log, from: number): Promise<void> {
  const window = partsFrom(reply, from, place);
  const all = await showFurther(place, window, 0, log);
  if (all && window.above !== null) await place.edit(ORIGINAL, window.above);
}

/** Shows an answer in messages of its own that one person alone sees; none that may have come is sent again. */
export async function tell(place: Place, reply: Reply): Promise<void> {
  const parts = renderParts(reply.card);
  const last = withButtons(parts.at(-1)!, buttonsOf(reply, { rest: null, canShare: false }));
  for (const part of [...parts.slice(0, -1), last]) {
    try {
      await place.follow(part, true);
    } catch (error) {
      if (!isUnsure(error)) throw error;
      return hint(place);
    }
  }
}

/** Says what to do where an answer may not have come. The hint itself may come twice, for it repeats no answer. */
async function hint(place: Place, card: Card = MAY_BE_MISSING): Promise<void> {
  const [part] = renderParts(card);
  await place.follow(part!, true).catch((error) => {
    if (!isUnsure(error)) throw error;
    return place.follow(part!, true);
  });
}

/** A problem is the business of whoever typed the command, also where all would have seen the answer. */
export async function showProblem(place: Place, reply: Reply, log: Log): Promise<void> {
  if (place.isPrivate) return show(place, reply, log);
  try {
    await place.clear();
  } catch (error) {
    log.warn({ platform: "discord", ...loggable(error) }, "a message could not be taken away");
    return show(place, reply, log);
  }
  await tell(place, reply);
}

const REFUSED: Card = {
  blocks: [body("There is an answer, but Discord did not take it. We have written down why.")],
  problem: "fault",
};
const MAY_BE_MISSING: Card = { blocks: [note("If the answer is missing or not whole, ask for it again.")], problem: "fault" };
const REST_MAY_BE_MISSING: Card = { blocks: [note("If the rest has not come, press the button again.")], problem: "fault" };
const NO_MORE: Card = { blocks: [note("That is all.")] };

type Window = ReturnType<typeof partsFrom>;

function partsFrom(reply: Reply, from: number, { canShare }: Place) {
  const all = renderParts(reply.card);
  const parts = from < all.length ? all.slice(from, from + LIMITS.parts) : renderParts(NO_MORE);
  const next = from + parts.length;
  const offering = (k: number, rest: number | null) => withButtons(parts[k]!, buttonsOf(reply, { rest, canShare }));
  return {
    count: parts.length,
    /** The last one has the buttons. */
    part: (k: number) => (k < parts.length - 1 ? parts[k]! : offering(k, next < all.length ? next : null)),
    /** A part with the buttons that bring the next one; null where there are none. */
    offering: (k: number) => (reply.session === null ? null : offering(k, from + k + 1)),
    /** The part before the first, as it is where others follow. */
    above: all[from - 1] ?? null,
  };
}

/**
 * Shows parts in messages of their own. One that may have come although it failed is not sent again, for it would be there twice: the
 * message before it gets the button that brings it. Where there are no buttons the person is told to ask again.
 */
async function showFurther(place: Place, window: Window, first: number, log: Log): Promise<boolean> {
  let last = ORIGINAL;
  for (let k = first; k < window.count; k++) {
    const part = window.part(k);
    try {
      last = await place.follow(part, place.isPrivate);
    } catch (error) {
      if (isGone(error)) throw error;
      log.warn({ platform: "discord", ...loggable(error) }, "a part of an answer may not have come");
      const offer = k === 0 ? null : window.offering(k - 1);
      if (offer !== null) await place.edit(last, offer);
      else if (k === 0) await hint(place, REST_MAY_BE_MISSING);
      else await hint(place, isUnsure(error) ? MAY_BE_MISSING : REFUSED);
      return false;
    }
  }
  return true;
}
