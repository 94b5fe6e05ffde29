import type { App, GlobalShortcut, MessageShortcut } from "@slack/bolt";
import type { Command } from "../../chat/command.ts";
import { mayRun } from "../../chat/managers.ts";
import { ask } from "./ask.ts";
import { type Desk, isStrangerBy, STRANGER, takeOnce } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import { SHORTCUTS } from "./manifest.ts";
import { FORM, readForm, renderChoices, renderForm } from "./modal.ts";
import { channelOf, type Place } from "./place.ts";
import { firstLink } from "./read-text.ts";

const PATIENCE = 1_500; // milliseconds

/**
 * Whether somebody is to get the form of a command: whoever may not run it hears so before they fill it in. Where that is not known in time,
 * for a form must be opened within three seconds, they hear it after.
 */
export const mayFill = async (desk: Desk, command: Command, { user }: Place): Promise<boolean> =>
  (await soon(desk, mayRun(command, desk.userOf(user, user)))) !== false;

/** Opens the form of a command; false where Slack does not take it, so that another answer is due. */
export async function openForm({ web, log }: Desk, command: Command, trigger: string, place: Place): Promise<boolean> {
  try {
    await web.call("views.open", { trigger_id: trigger, view: renderForm(command, written(place)) }, "never");
    return true;
  } catch (error) {
    log.warn({ platform: "slack", code: failureOf(error).code }, "a form was not opened");
    return false;
  }
}

/** The same by the command's name, with a word where it cannot be opened, or not by them. */
export async function openNamed(desk: Desk, name: string, trigger: string, place: Place): Promise<void> {
  const command = desk.chat.commands.find((each) => each.name === name);
  if (command && !(await mayFill(desk, command, place)))
    return ask(desk, { command: name, input: "", openly: false }, place, place.user);
  if (command && (await openForm(desk, command, trigger, place))) return;
  await desk.answering.tell(place, `The form could not be opened: please type /${name} instead.`);
}

/** Forms that were filled in, what Slack asks for while somebody types into one, and shortcuts. */
export function listenToForms(app: App, desk: Desk): void {
  const { chat, identity, answering } = desk;
  const byName = (wanted: string) => chat.commands.find(({ name }) => name === wanted);

  app.view(new RegExp(`^${FORM}`), ({ view, body, ack }) =>
    desk.jobs.run(async () => {
      const place = readPlace(body.user.id, view.private_metadata);
      const command = byName(view.callback_id.slice(FORM.length));
      if (!command || isStrangerBy(desk, body))
        return takeOnce(desk, view.id, ack, () => answering.tell(place, "This form is out of date: please type the command."));
      const input = readForm(command, view.state.values);
      const [channel, user] = [channelOf(place, identity.team), desk.userOf(body.user.id, body.user.name)];
      const wrong = await soon(desk, chat.check({ command: command.name, input, channel, user }));
      // What is refused here stays open with all that was filled in, and comes again under the same id.
      if (wrong !== null && view.blocks.some(({ block_id }) => block_id === wrong.option))
        return ack({ response_action: "errors", errors: { [wrong.option]: wrong.message } });
      const openly = command.visibility === "channel";
      await takeOnce(desk, view.id, ack, () => ask(desk, { command: command.name, input, openly }, place, body.user.name));
    }),
  );

  app.options(/.*/, async ({ options, ack }) => {
    if (options.type !== "block_suggestion") return ack({ options: [] });
    const { user, view, action_id: option, value: typed } = options;
    const isOurs = view !== undefined && !isStrangerBy(desk, options);
    const command = view?.callback_id.slice(FORM.length) ?? "";
    const channel = channelOf(readPlace(user.id, view?.private_metadata ?? ""), identity.team);
    const found = isOurs ? await chat.suggest({ command, option, typed, channel, most: LIMITS.options }) : [];
    await ack({ options: renderChoices(found, typed) });
  });
}

/** What a person can do from anywhere in Slack: from a message's menu, or from the one beside where they type. */
export function listenToShortcuts(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>({ type: "message_action" }, ({ shortcut: { message, channel, user, ...chosen }, ack }) =>
    takeOnce(desk, chosen.trigger_id, ack, async () => {
      const thread: unknown = message["thread_ts"];
      const place: Place = {
        user: user.id,
        channel: channel.id,
        thread: typeof thread === "string" ? thread : null,
        responseUrl: chosen.response_url,
      };
      if (isStrangerBy(desk, { user, ...chosen })) return desk.answering.tell(place, STRANGER);
      const url = firstLink(message.text ?? "");
      if (url === null) return desk.answering.tell(place, "There is no link to an article in this message.");
      await ask(desk, { command: "said-in", input: { article: url }, openly: false }, place, user.name);
    }),
  );

  app.shortcut<GlobalShortcut>({ type: "shortcut" }, ({ shortcut: { user, ...chosen }, ack }) =>
    takeOnce(desk, chosen.trigger_id, ack, async () => {
      const place: Place = { user: user.id, channel: null, thread: null, responseUrl: null };
      const command = SHORTCUTS[chosen.callback_id]?.command;
      if (command === undefined) return desk.answering.tell(place, "This shortcut is out of date: please type /help.");
      await openNamed(desk, command, chosen.trigger_id, place);
    }),
  );
}

/** What is known in time for Slack, which waits three seconds for it; null for what is not. */
async function soon<T>({ time }: Desk, known: Promise<T>): Promise<T | null> {
  const inTime = new AbortController();
  const tooLate = time.wait(PATIENCE, inTime.signal).then(() => null);
  return Promise.race([known, tooLate]).finally(() => inTime.abort());
}

/** Where the answer to a form goes, as Slack keeps it with the form: people cannot change it. */
const written = ({ channel, thread, responseUrl }: Place): string => JSON.stringify({ channel, thread, responseUrl });

function readPlace(user: string, metadata: string): Place {
  const { channel = null, thread = null, responseUrl = null } = metadata === "" ? {} : JSON.parse(metadata);
  return { user, channel, thread, responseUrl };
}
