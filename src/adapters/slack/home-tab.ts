import type { App } from "@slack/bolt";
import { type Desk, takeOnce } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { renderHome } from "./home.ts";
import { channelOf } from "./place.ts";

/** The app's own page, drawn anew each time that somebody opens it. */
export function listenToHome(app: App, desk: Desk): void {
  const { chat, identity, web, log, userOf } = desk;
  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab !== "home") return;
    await takeOnce(desk, body.event_id, null, async () => {
      const user = userOf(event.user, event.user);
      const channel = channelOf({ user: event.user, channel: null, thread: null }, identity.team);
      const [feeds, help] = await Promise.all(
        [
          { command: "feed", input: "list" },
          { command: "help", input: "" },
        ].map((line) => chat.answer({ ...line, channel, user })),
      );
      try {
        await web.call(
          "views.publish",
          { user_id: event.user, view: renderHome({ feeds: feeds!.card, help: help!.card }) },
          "always",
        );
      } catch (error) {
        log.warn({ platform: "slack", code: failureOf(error).code }, "App Home was not drawn");
      }
    });
  });
}
