import { pageOf } from "./history.ts";
import { createRates } from "./rates.ts";
import { problemsOf } from "./validate.ts";

/** A message as people see it. */
export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  /** Who alone sees it; null where all in the channel do. */
  readonly only: string | null;
  /** The person who wrote it; null for the app. */
  readonly by: string | null;
  /** What it carries unseen. */
  readonly metadata: { readonly event_type: string; readonly event_payload: object } | null;
  /** The groups that it has notified. */
  readonly pinged: readonly string[];
  text: string;
  blocks: readonly Block[];
  /** How often another message was put in its place. */
  replaced: number;
}
interface Block {
  readonly type: string;
  readonly elements?: readonly {
    readonly type: string;
    readonly action_id?: string;
    readonly value?: string;
    readonly text?: { text: string };
  }[];
}
export interface View {
  readonly id: string;
  readonly user: string;
  readonly view: {
    readonly type: string;
    readonly callback_id?: string;
    readonly private_metadata?: string;
    readonly blocks: readonly Block[];
  };
}
export interface ResponseUrl {
  readonly path: string;
  readonly channel: string;
  readonly user: string;
  readonly until: number;
  /** The message whose button it came with. */
  readonly original: Shown | null;
  uses: number;
}
type Args = Readonly<Record<string, unknown>>;

/** What Slack answers when it refuses. */
export class Refusal extends Error {
  readonly status: number;
  constructor(code: string, status = 200) {
    super(code);
    this.status = status;
  }
}
/** Too much in too short a time, in seconds. */
export class Busy extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("ratelimited");
    this.seconds = seconds;
  }
}

export const TEAM = "T024BE7LD";
export const BOT = "UBOT";
export const SCOPES = [
  ...["commands", "chat:write", "users:read", "app_mentions:read", "files:write"],
  ...["channels:history", "groups:history", "im:history", "im:write"],
];
const HALF_AN_HOUR = 30 * 60_000; // milliseconds
/** What the calls on a conversation need, by how its id begins. */
const HISTORY: Readonly<Record<string, string>> = { C: "channels:history", G: "groups:history", D: "im:history" };
const MOST = 999; // messages of a page
const MOST_TIGHT = 15; // where the app is sold outside of Slack's own market place

/** One Slack workspace: its channels, what stands in them, and what may not be done there. */
export function createWorkspace(clock: { now(): number }) {
  const channels = new Map<string, { isMember: boolean; isArchived: boolean }>([
    ["C1", { isMember: true, isArchived: false }],
    ["C2", { isMember: true, isArchived: false }],
    ["CSECRET", { isMember: false, isArchived: false }],
  ]);
  const users = new Map<string, { is_admin: boolean; is_owner: boolean }>([
    ["U1", { is_admin: false, is_owner: false }],
    ["UADMIN", { is_admin: true, is_owner: false }],
  ]);
  const shown: Shown[] = [];
  const views: View[] = [];
  const homes = new Map<string, View>();
  const urls = new Map<string, ResponseUrl>();
  /** Groups of people that can be notified. */
  const groups = new Set(["S1DESK"]);
  const rates = createRates(clock.now);
  /** What the bot's token may do. */
  const scopes = new Set(SCOPES);
  const files = new Map<string, { name: string; length: number; text: string | null }>();
  const triggers = new Map<string, number>();
  const lastPost = new Map<string, number>();
  /** Threads that somebody has answered in. */
  const threads = new Set(["1.5"]);
  /** What was refused because it breaks Slack's limits. */
  const refused: string[] = [];
  const state = {
    /** The app is one to which Slack shows 15 messages a minute, and no more. */
    isTight: false,
    /** Milliseconds between two messages in a channel. */
    pause: 1_000,
  };
  let count = 0;

  const stamp = () => `${Math.floor(clock.now() / 1_000)}.${String(++count).padStart(6, "0")}`;

  function check(payload: unknown, pings: readonly string[] = []): void {
    const problems = problemsOf(payload, pings);
    refused.push(...problems);
    if (problems.length > 0) throw new Refusal("invalid_blocks");
  }

  function add(args: Args, channel: string, only: string | null): Shown {
    const {
      text = "",
      blocks,
      thread_ts: thread = null,
      metadata = null,
    } = args as { text?: string; blocks?: Block[]; thread_ts?: string; metadata?: Shown["metadata"] };
    check({ text, blocks }, metadata === null ? [] : [...groups]);
    const pinged = [...JSON.stringify(blocks ?? []).matchAll(/<!subteam\^(\w+)>/g)].map(([, group]) => group!);
    const message: Shown = {
      ...{ ts: stamp(), channel, thread, only, by: null, metadata, pinged },
      ...{ text, blocks: blocks ?? [], replaced: 0 },
    };
    shown.push(message);
    return message;
  }

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

  const methods: Readonly<Record<string, (args: Args) => object>> = {
    "auth.test": () => ({ team_id: TEAM, user_id: BOT, user: "on-record", bot_id: "B1", url: "https://acme.slack.com/" }),
    "users.info": ({ user }) => {
      const found = users.get(String(user));
      if (!found) throw new Refusal("user_not_found");
      return { user: { id: user, ...found } };
    },
    "chat.postMessage": (args) => {
      const channel = channelFor(String(args["channel"]));
      const since = clock.now() - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY);
      if (since < state.pause) throw new Busy(1);
      const message = add(args, channel, null);
      lastPost.set(channel, clock.now());
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
      const id = `F${++count}`;
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
      if (Number(until) < clock.now()) throw new Refusal("expired_trigger_id");
      check(view);
      const opened: View = { id: `V${++count}`, user: String(user), view: view as View["view"] };
      views.push(opened);
      return { view: { id: opened.id } };
    },
    "views.publish": ({ user_id, view }) => {
      check(view);
      homes.set(String(user_id), { id: `V${++count}`, user: String(user_id), view: view as View["view"] });
      return {};
    },
  };

  return {
    channels,
    users,
    shown,
    files,
    views,
    homes,
    refused,
    groups,
    scopes,
    state,
    /** Calls a minute that are taken, by method. */
    perMinute: rates.perMinute,
    /** Slack treats the app as one that is sold outside of its market place. */
    tighten(): void {
      state.isTight = true;
      for (const method of ["conversations.history", "conversations.replies"]) rates.perMinute[method] = 1;
    },
    /** Somebody writes something. */
    says(text: string, { user = "U1", channel = "C1", thread = null as string | null } = {}): Shown {
      const message: Shown = {
        ...{ ts: stamp(), channel, thread, only: null, by: user, metadata: null, pinged: [] },
        ...{ text, blocks: [], replaced: 0 },
      };
      shown.push(message);
      return message;
    },
    /** Does what a method of the Web API does; throws what Slack would answer instead. */
    do(method: string, args: Args): object {
      const act = methods[method];
      if (!act) throw new Refusal("unknown_method");
      const wait = rates.take(method);
      if (wait > 0) throw new Busy(wait);
      return act(args);
    },
    /** A new address to answer to, and a new trigger, for something that somebody did. */
    hand(user: string, channel: string, original: Shown | null = null): { url: ResponseUrl; trigger: string } {
      const url: ResponseUrl = {
        path: `/respond/${++count}`,
        channel,
        user,
        until: clock.now() + HALF_AN_HOUR,
        original,
        uses: 0,
      };
      urls.set(url.path, url);
      const trigger = `trigger.${++count}`;
      triggers.set(`${trigger} ${user}`, clock.now() + 3_000);
      return { url, trigger };
    },
    /** Takes a file's bytes. */
    upload(path: string, text: string): void {
      const file = files.get(path.slice("/upload/".length));
      if (file?.length !== Buffer.byteLength(text)) throw new Refusal("length_mismatch", 400);
      file.text = text;
    },
    respond(path: string, args: Args): void {
      const url = urls.get(path);
      if (!url) throw new Refusal("invalid_url", 404);
      if (url.uses >= 5) throw new Refusal("used_url", 404);
      if (clock.now() > url.until) throw new Refusal("expired_url", 404);
      url.uses++;
      const { response_type = "ephemeral", replace_original = url.original !== null } = args as {
        response_type?: string;
        replace_original?: boolean;
      };
      // A slash command has no message that could be replaced: Slack posts a new one (bolt-js #2287).
      if (replace_original && url.original) {
        const { text = "", blocks = [] } = args as { text?: string; blocks?: Block[] };
        check({ text, blocks });
        Object.assign(url.original, { text, blocks, replaced: url.original.replaced + 1 });
        return;
      }
      add(args, url.channel, response_type === "in_channel" ? null : url.user);
    },
    /** What somebody sees, oldest first. */
    seenBy: (user: string): Shown[] =>
      shown.filter(({ only, channel }) => (only === null ? !channel.startsWith("D") || channel === `D${user}` : only === user)),
  };
}
