import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Card } from "../../chat/card.ts";
import { type Desk, isStrangerBy, STRANGER, takeOnce } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { openNamed } from "./forms.ts";
import { FORM } from "./modal.ts";
import { channelOf, type Place } from "./place.ts";
import { whyRefused } from "./refused.ts";
import { renderParts } from "./render.ts";

/** Buttons under answers, and those that open a form. */
export function listenToPresses(app: App, desk: Desk): void {
  const { chat, identity, answering, userOf } = desk;
  app.action<BlockAction<ButtonAction>>({ type: "block_actions" }, ({ action, body, ack }) =>
    takeOnce(desk, `${body.trigger_id} ${action.action_id}`, ack, async () => {
      if (action.type !== "button" || action.url !== undefined) return; // a link, which Slack follows itself
      const place = placeOf(body);
      if (isStrangerBy(desk, body)) return answering.tell(place, STRANGER);
      const id = action.value ?? action.action_id;
      if (id.startsWith(FORM)) return openNamed(desk, id.slice(FORM.length), body.trigger_id, place);
      const user = userOf(body.user.id, body.user.username ?? body.user.name ?? body.user.id);
      const outcome = await answering.awaited(place, chat.press({ id, channel: channelOf(place, identity.team), user }));
      if (outcome.do === "share") return share(desk, place, id, outcome.card);
      const { reply } = outcome;
      if (outcome.do === "go on") return answering.show(place, reply, { from: outcome.from });
      await answering.show(place, reply, { replace: body.container["is_ephemeral"] === true });
    }),
  );
}

function placeOf({ user, channel, container, message, response_url }: BlockAction): Place {
  const thread: unknown = container["thread_ts"] ?? message?.["thread_ts"];
  return {
    user: user.id,
    channel: channel?.id ?? null,
    thread: typeof thread === "string" ? thread : null,
    responseUrl: response_url ?? null, // none comes from App Home
  };
}

/** Posts an answer for all to see, once, however often the button is pressed. */
async function share({ delivery, answering, seen, identity, log }: Desk, place: Place, id: string, card: Card): Promise<void> {
  const { channel, thread } = place;
  if (channel === null) return answering.tell(place, "There is no channel here to share it in.");
  const key = `share ${channel} ${thread} ${id}`;
  if (!seen.isNew(key)) return answering.tell(place, "This has been shared here already.");
  try {
    await delivery.post(channel, thread, renderParts(card));
  } catch (error) {
    const { code, isUnsure } = failureOf(error);
    log.info({ platform: "slack", code }, "an answer was not shared");
    if (isUnsure)
      return answering.tell(place, "Slack did not say whether it took all of the answer: look before you share it again.");
    seen.forget(key);
    await answering.tell(place, whyRefused(code, identity.botName));
  }
}
