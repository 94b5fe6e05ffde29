import type { App } from "@slack/bolt";
import { ask } from "./ask.ts";
import { type Desk, isStranger, STRANGER, takeOnce } from "./desk.ts";
import { mayFill, openForm } from "./forms.ts";
import type { Place } from "./place.ts";
import { commandOf, inWords, readSlashCommand, wantsForm } from "./typed-line.ts";

/** Slash commands, whichever Slack knows of: one that we do not have gets an answer too. */
export function listenToCommands(app: App, desk: Desk): void {
  const { commands } = desk.chat;
  app.command(/^\//, ({ command: typed, ack }) =>
    takeOnce(desk, typed.trigger_id, ack, async () => {
      const { user_id: user, channel_id: channel, response_url: responseUrl } = typed;
      const place: Place = { user, channel, thread: null, responseUrl };
      if (isStranger(desk, typed.team_id, typed.enterprise_id)) return desk.answering.tell(place, STRANGER);
      desk.groups.learn(typed.text ?? "");
      const line = inWords(readSlashCommand(typed.command, typed.text ?? "", desk.umbrella), commands);
      const form = wantsForm(line, commands);
      if (form && (await mayFill(desk, form, place)) && (await openForm(desk, form, typed.trigger_id, place))) return;
      await ask(desk, { ...line, openly: commandOf(line, commands)?.visibility === "channel" }, place, typed.user_name);
    }),
  );
}
