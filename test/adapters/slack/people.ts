import type { Envelope, Simulator } from "./simulator.ts";
import { BOT, type Shown, TEAM, type View } from "./workspace-model.ts";

interface Where {
  readonly user?: string;
  readonly channel?: string;
  readonly thread?: string;
  /** The workspace that the person belongs to. */
  readonly team?: string;
}

/** What people do in Slack. */
export function createPeople(slack: Simulator) {
  const { workspace, tell } = slack;
  let written = 0;
  const team = { id: TEAM, domain: "acme" };
  const personOf = ({ user = "U1", team = TEAM }: Where) => ({ id: user, name: "ada", username: "ada", team_id: team });
  const event = (event: object): Promise<Envelope> => {
    const event_id = `Ev${crypto.randomUUID()}`;
    return tell("events_api", {
      type: "event_callback",
      team_id: TEAM,
      event_id,
      event,
      authorizations: [{ team_id: TEAM, user_id: BOT }],
    });
  };
  const view = ({ id, view }: View) => ({ id, team_id: TEAM, ...view });

  const press = (message: Shown, button: object, where: Where): Promise<Envelope> => {
    const { url, trigger } = workspace.hand(where.user ?? "U1", message.channel, message);
    return tell("interactive", {
      ...{ type: "block_actions", team, user: personOf(where), trigger_id: trigger, response_url: slack.origin + url.path },
      container: {
        type: "message",
        message_ts: message.ts,
        is_ephemeral: message.only !== null,
        ...(message.thread && { thread_ts: message.thread }),
      },
      channel: { id: message.channel, name: "general" },
      actions: [{ ...button, block_id: "b", action_ts: "1" }],
    });
  };

  return {
    /** Types "/who-said ceasefire". */
    types(line: string, where: Where = {}): Promise<Envelope> {
      const { user = "U1", channel = "C1" } = where;
      const { url, trigger } = workspace.hand(user, channel);
      const [command, text] = [line.split(" ", 1)[0]!, line.slice(line.split(" ", 1)[0]!.length + 1)];
      return tell("slash_commands", {
        ...{ command, text, user_id: user, user_name: "ada", channel_id: channel, channel_name: "general" },
        ...{
          team_id: where.team ?? TEAM,
          team_domain: "acme",
          response_url: slack.origin + url.path,
          trigger_id: trigger,
          api_app_id: "A1",
        },
      });
    },
    /** Presses the newest button with this label. */
    presses(label: string, where: Where = {}): Promise<Envelope> {
      const found = workspace
        .seenBy(where.user ?? "U1")
        .flatMap((message) => buttonsOf(message).map((button) => ({ message, button })))
        .findLast(({ button }) => button.text?.text === label);
      if (!found) throw new Error(`no button "${label}"`);
      return press(found.message, found.button, where);
    },
    /** Sends the id of a button that is not there, under the newest message. */
    pressesId(id: string, where: Where = {}): Promise<Envelope> {
      return press(workspace.seenBy(where.user ?? "U1").at(-1)!, { type: "button", action_id: id, value: id }, where);
    },
    /** Writes "@On Record who-said ceasefire". */
    mentions(text: string, where: Where = {}): Promise<Envelope> {
      const { user = "U1", channel = "C1", thread } = where;
      const ts = `1700000000.${String(++written).padStart(6, "0")}`;
      return event({
        ...{ type: "app_mention", user, channel, ts, text: `<@${BOT}> ${text}`, event_ts: ts, user_team: where.team ?? TEAM },
        ...(thread !== undefined && { thread_ts: thread }),
      });
    },
    opensHome: (user = "U1"): Promise<Envelope> =>
      event({ type: "app_home_opened", user, channel: `D${user}`, tab: "home", event_ts: "1" }),
    /** Presses a button of the app's own page. */
    pressesAtHome(label: string, user = "U1"): Promise<Envelope> {
      const home = workspace.homes.get(user)!;
      const button = buttonsOf(home.view).find(({ text }) => text?.text === label);
      const { trigger } = workspace.hand(user, "C1");
      return tell("interactive", {
        ...{
          type: "block_actions",
          team,
          user: personOf({ user }),
          trigger_id: trigger,
          container: { type: "view", view_id: home.id },
        },
        ...{ view: view(home), actions: [{ ...button, block_id: "b", action_ts: "1" }] },
      });
    },
    uninstalls: (): Promise<Envelope> => event({ type: "app_uninstalled" }),
    /** Fills in a form and sends it off. */
    submits(form: View, values: Readonly<Record<string, object>>, where: Where = {}): Promise<Envelope> {
      const { trigger } = workspace.hand(form.user, "C1");
      const state = { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }])) };
      return tell("interactive", {
        ...{ type: "view_submission", team, user: personOf({ user: form.user, ...where }), trigger_id: trigger },
        view: { ...view(form), state },
      });
    },
    /** Types into a field of a form that offers values. */
    seeks: (form: View, option: string, value: string, where: Where = {}): Promise<Envelope> =>
      tell("interactive", {
        ...{ type: "block_suggestion", team, user: personOf({ user: form.user, ...where }), container: { type: "view" } },
        ...{ block_id: option, action_id: option, value, view: view(form) },
      }),
    /** "Who said what here?" in the menu of a message. */
    asksAbout(text: string, where: Where = {}): Promise<Envelope> {
      const { user = "U1", channel = "C1" } = where;
      const { url, trigger } = workspace.hand(user, channel);
      return tell("interactive", {
        ...{
          type: "message_action",
          callback_id: "said_in",
          team,
          user: personOf(where),
          trigger_id: trigger,
          message_ts: "1.1",
        },
        ...{
          response_url: slack.origin + url.path,
          channel: { id: channel, name: "general" },
          message: { type: "message", ts: "1.1", text },
        },
      });
    },
    /** One of the app's shortcuts that can be used from anywhere: "feed_add". */
    uses(shortcut: string, where: Where = {}): Promise<Envelope> {
      const { trigger } = workspace.hand(where.user ?? "U1", "C1");
      return tell("interactive", {
        type: "shortcut",
        callback_id: shortcut,
        team,
        user: personOf(where),
        trigger_id: trigger,
        action_ts: "1",
      });
    },
  };
}

const buttonsOf = ({ blocks }: Pick<Shown, "blocks">) =>
  blocks.flatMap(({ elements = [] }) => elements).filter(({ type }) => type === "button");
