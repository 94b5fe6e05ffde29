import type { App } from "@slack/bolt";
import { ask } from "./ask.ts";
import { type Desk, isStranger, STRANGER, takeOnce } from "./desk.ts";
import type { Place } from "./place.ts";
import { inWords, readMention } from "./typed-line.ts";

/** "@On Record who-said ceasefire", which works in threads too, where slash commands do not. The answer stands in the thread. */
export function listenToMentions(app: App, desk: Desk): void {
  const { chat, identity, answering } = desk;
  app.event("app_mention", async ({ event, body }) => {
    const { user, channel, ts, thread_ts: thread, text } = event;
    if (user === undefined || event.bot_id !== undefined) return; // two bots that mention each other would never end
    await takeOnce(desk, `mention ${channel} ${ts}`, null, async () => {
      const place: Place = { user, channel, thread: thread ?? null, under: thread ?? ts, responseUrl: null };
      if (isStranger(desk, event.user_team ?? event.team ?? body.team_id)) return answering.tell(place, STRANGER);
      const [, told = ""] = new RegExp(`<@${identity.botUser}(?:\\|[^>]*)?>([\\s\\S]*)`).exec(text) ?? [];
      desk.groups.learn(told);
      const line = inWords(readMention(told, chat.commands), chat.commands);
      // Whoever says no more than "thank you" does not want all to read the commands.
      await ask(desk, { ...line, openly: line.command !== "help" }, place, event.user_profile?.name ?? user);
    });
  });
}
