import type { App } from "@slack/bolt";
import { type Desk, takeOnce } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { renderHome } from "./home.ts";
import { channelOf } from "./place.ts";

/** What the page tells, from top to bottom, by the commands whose answers it shows. */
const SHOWN = ["digest list", "feed list", "help"];

/** The app's own page, drawn anew each time that somebody opens it. */
export function listenToHome(app: App, desk: Desk): void {
  const { chat, identity, web, log, userOf } = desk;
  const shown = SHOWN.filter((name) => chat.commands.some((command) => command.name === name));
  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab !== "home") return;
    await takeOnce(desk, body.event_id, null, async () => {
      const user = userOf(event.user, event.user);
      const channel = channelOf({ user: event.user, channel: null, thread: null }, identity.team);
      const answers = await Promise.all(shown.map((command) => chat.answer({ command, input: "", channel, user })));
      const view = renderHome(
        chat.commands,
        answers.map(({ card }) => card),
      );
      try {
        await web.call("views.publish", { user_id: event.user, view }, "always");
      } catch (error) {
        log.warn({ platform: "slack", code: failureOf(error).code }, "App Home was not drawn");
      }
    });
  });
}
