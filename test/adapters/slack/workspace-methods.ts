import { pageOf } from "./history.ts";
import { type Args, BOT, Busy, Refusal, type Shown, TEAM, type View } from "./workspace-model.ts";
import type { World } from "./workspace-world.ts";

/** What the calls on a conversation need, by how its id begins. */
const HISTORY: Readonly<Record<string, string>> = { C: "channels:history", G: "groups:history", D: "im:history" };
const MOST = 999; // messages of a page
const MOST_TIGHT = 15; // where the app is sold outside of Slack's own market place

/** The methods of the Web API by their names; each throws what Slack would answer instead. */
export function createMethods(world: World): Readonly<Record<string, (args: Args) => object>> {
  const { channels, users, shown, views, homes, scopes, files, triggers, lastPost, threads, state, now, newId, check, add } =
    world;

  function channelFor(id: string): string {
    if (/^D?U/.test(id)) return id.replace(/^D?/, "D");
    const channel = channels.get(id);
    if (!channel) throw new Refusal("channel_not_found");
    if (channel.isArchived) throw new Refusal("is_archived");
    if (!channel.isMember) throw new Refusal("not_in_channel");
    return id;
  }

  function need(scope: string): void {
    if (!scopes.has(scope)) throw new Refusal("missing_scope");
  }

  /** A conversation that may be read: of a private one that the bot is not in, Slack says that there is none. */
  function readable(id: string): string {
    need(HISTORY[id[0] ?? ""] ?? "channels:history");
    if (id.startsWith("D")) return id;
    const channel = channels.get(id);
    if (!channel || (id.startsWith("G") && !channel.isMember)) throw new Refusal("channel_not_found");
    if (!channel.isMember) throw new Refusal("not_in_channel");
    return id;
  }

  const page = (stands: readonly Shown[], args: Args, thread: string | null = null) =>
    pageOf(stands, args, { most: state.isTight ? MOST_TIGHT : MOST, thread });

  return {
    "auth.test": () => ({ team_id: TEAM, user_id: BOT, user: "on-record", bot_id: "B1", url: "https://acme.slack.com/" }),
    "users.info": ({ user }) => {
      const found = users.get(String(user));
      if (!found) throw new Refusal("user_not_found");
      return { user: { id: user, ...found } };
    },
    "chat.postMessage": (args) => {
      const channel = channelFor(String(args["channel"]));
      const since = now() - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY);
      if (since < state.pause) throw new Busy(1);
      const message = add(args, channel, null);
      lastPost.set(channel, now());
      return { channel, ts: message.ts };
    },
    "conversations.history": (args) => {
      const channel = readable(String(args["channel"]));
      return page(
        shown.filter((message) => message.channel === channel),
        args,
      );
    },
    "conversations.replies": (args) => {
      const channel = readable(String(args["channel"]));
      const thread = String(args["ts"]);
      const stands = shown.filter((message) => message.channel === channel);
      if (!threads.has(thread) && !stands.some(({ ts }) => ts === thread)) throw new Refusal("thread_not_found");
      return page(stands, args, thread);
    },
    "conversations.open": ({ users }) => {
      need("im:write");
      return { channel: { id: `D${users}` } };
    },
    "chat.postEphemeral": (args) => {
      const channel = channelFor(String(args["channel"]));
      const thread = args["thread_ts"];
      // Shown in no thread that is none yet (docs.slack.dev, chat.postEphemeral).
      const isShown = thread === undefined || threads.has(String(thread)) || shown.some((message) => message.thread === thread);
      const { ts } = add(args, channel, isShown ? String(args["user"]) : "nobody");
      return { message_ts: ts };
    },
    "files.getUploadURLExternal": ({ filename, length }) => {
      const id = newId("F");
      files.set(id, { name: String(filename), length: Number(length), text: null });
      return { upload_url: `/upload/${id}`, file_id: id };
    },
    "files.completeUploadExternal": ({ files: list, channel_id }) => {
      for (const { id } of list as { id: string }[]) {
        const file = files.get(id);
        if (!file?.text) throw new Refusal("file_not_found");
        if (!String(channel_id).startsWith("D")) channelFor(String(channel_id));
        add({ text: `the file ${file.name}` }, String(channel_id), null);
      }
      return {};
    },
    "views.open": ({ trigger_id, view }) => {
      const [user, until] = [...triggers].flatMap(([key, until]) =>
        key.startsWith(`${trigger_id} `) ? [key.split(" ")[1]!, until] : [],
      );
      if (user === undefined) throw new Refusal("invalid_trigger_id");
      triggers.delete(`${trigger_id} ${user}`);
      if (Number(until) < now()) throw new Refusal("expired_trigger_id");
      check(view);
      const opened: View = { id: newId("V"), user: String(user), view: view as View["view"] };
      views.push(opened);
      return { view: { id: opened.id } };
    },
    "views.publish": ({ user_id, view }) => {
      check(view);
      homes.set(String(user_id), { id: newId("V"), user: String(user_id), view: view as View["view"] });
      return {};
    },
  };
}
